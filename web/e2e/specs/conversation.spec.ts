import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { WriteMessageDocument } from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs, smsTo } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const QUESTION = '请问居住证下个月到期，要现在换吗？';
const ANSWER = '您好，到期前换好就可以，换好以后在详细信息里改。';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a family asks from its phone, an officer finds it and answers, and the family finds the answer', async () => {
  const phone = aPhone();
  const number = await new Family('guardian-19', phone, '02').register();
  const mother = await visit(browser, { width: 390, language: 'zh-CN' });
  const family = mother.page;
  await family.goto(`/my/${number}`);
  await new GuardianPages(family).signIn(/陈试妈/);
  await family.getByRole('link', { name: /给区教委留言/ }).click();
  await family.getByText('还没有留言').waitFor();
  await family.getByRole('button', { name: '发送' }).click();
  await family.getByRole('alert').first().waitFor();
  await family.getByRole('textbox', { name: /留言内容/ }).fill(QUESTION);
  await family.getByRole('button', { name: '发送' }).click();
  await family.getByRole('status').getByText('留言已发送').waitFor();
  await family.getByText('区教委未读').waitFor();
  await mother.look('conversation-asked');

  const officer = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = officer;
  await new OfficePages(page).open('/office/queue', /西审核/);
  await new OfficePages(page).openSection(/^留言/);
  await page.getByRole('heading', { name: '待回复的留言' }).waitFor();
  await officer.look('office-messages');
  await page.getByRole('link', { name: new RegExp(groupCollectionNumber(number)) }).click();
  await page.getByText(QUESTION).waitFor();
  await page.getByLabel('常用语').selectOption({ label: '正在审核' });
  expect(await page.getByRole('textbox', { name: '留言内容' }).inputValue()).toMatch(
    /^您好，孩子的信息正在审核/,
  );
  await page.getByRole('textbox', { name: '留言内容' }).fill(ANSWER);
  await officer.look('office-conversation');
  await page.keyboard.press('Control+Enter');
  await new OfficePages(page).told('已发送').waitFor();
  await page.getByText('家长未读').waitFor();
  await page.getByRole('link', { name: '到记录' }).click();
  await page.getByText('没有等待回复的留言').waitFor();
  await officer.close();

  await smsTo(phone, /给您留言/);
  await family.goto('/my');
  await family.getByRole('link', { name: '区教委给您留言了' }).click();
  await family.getByText(ANSWER).waitFor();
  await family.getByText('西城区教育委员会', { exact: true }).waitFor();
  await family.getByText('未读', { exact: true }).waitFor();
  await mother.look('conversation-answered');
  await family.goto('/my');
  await family
    .getByRole('link', { name: /立即进入/ })
    .first()
    .waitFor();
  expect(await family.getByRole('link', { name: '区教委给您留言了' }).count()).toBe(0);
  await mother.close();
});

test('without scripts an officer reads a common text before she sends it, and settles what needs no answer', async () => {
  const number = await new Family('guardian-20', aPhone(), '02').register();
  await askAs('guardian-20', WriteMessageDocument, { number, text: QUESTION });
  const officer = await visit(browser, {
    width: 390,
    language: 'en',
    colorScheme: 'dark',
    javaScriptEnabled: false,
  });
  const { page } = officer;
  await new OfficePages(page).open(`/office/records/${number}`, /西审核/);
  await page.getByRole('link', { name: 'Read and answer' }).click();
  await page.getByLabel('Common texts').selectOption({ label: 'Being reviewed' });
  await page.getByRole('button', { name: /^Send/ }).click();
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toMatch(
    /^您好，孩子的信息正在审核/,
  );
  await page.getByRole('button', { name: /^Send/ }).click();
  await page.getByRole('status').getByText('Sent', { exact: true }).waitFor();
  await askAs('guardian-20', WriteMessageDocument, { number, text: '谢谢！' });
  await page.reload();
  await page.getByRole('button', { name: 'Needs no answer' }).click();
  await page.getByRole('status').getByText('Marked as needing no answer').waitFor();
  await page.screenshot({ path: '.cache/screenshots/office-conversation-390-en.png', fullPage: true });
  await officer.close();
});

test.each([
  { width: 1600, language: 'en', colorScheme: 'dark' },
  { width: 390, language: 'en', colorScheme: 'light' },
] as const)('the families that wait, at $width px in $colorScheme', async (reader) => {
  const number = await new Family('guardian-20', aPhone(), '02').register();
  await askAs('guardian-20', WriteMessageDocument, { number, text: QUESTION });
  const officer = await visit(browser, reader);
  await new OfficePages(officer.page).open('/office/messages', /西审核/);
  await officer.page.getByRole('link', { name: new RegExp(groupCollectionNumber(number)) }).waitFor();
  await officer.look('office-messages');
  await officer.page.getByRole('link', { name: new RegExp(groupCollectionNumber(number)) }).click();
  await officer.page.getByText(QUESTION).waitFor();
  await officer.look('office-conversation');
  await officer.close();
});
