import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WriteMessageDocument } from '@enrolment/schema/client';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs, smsTo } from '../support/sandbox.js';
import { picture, visit } from '../support/visitor.js';

const WHO = /海管理/;
const MOTHER = 'guardian-21';
const DISTRICT = '04';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const save = async (page: Page) => {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await new OfficePages(page).told('已保存').waitFor();
};

test('an administrator adds a sentence to a message by keyboard, is told what may not stand there, and a family gets it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/own-data', WHO);
  await page.getByRole('main').getByRole('link', { name: '短信附言' }).click();
  await page.getByRole('heading', { level: 1, name: '短信附言' }).waitFor();
  await page.getByText('看看每种短信现在的样子').click();
  await page.getByText(/^【小学入学服务】.+信息注册成功/).waitFor();
  await visitor.look('own-sentences-none');
  await page.getByRole('link', { name: /^加一条/ }).click();
  await page.getByRole('heading', { level: 1, name: '加一条：短信附言' }).waitFor();
  await new GuardianPages(page).awake();

  await page.getByLabel(/^哪种短信/).selectOption({ label: '注册成功' });
  await page.getByLabel(/^附言/).focus();
  await page.keyboard.type('电话 65123456');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The desk is open on working days, 9:00–17:00.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('短信里不能有像电话或证件号码的数字').waitFor();
  await visitor.look('own-sentence-refused');
  await page.getByLabel(/^附言/).fill('窗口工作日 9:00-17:00 办公');
  const seen = page.getByRole('complementary', { name: '家长会看到' });
  await seen.getByText(/先后不影响入学安排。窗口工作日 9:00-17:00 办公。/).waitFor();
  await seen.getByText(/earlier is not better\. The desk is open/).waitFor();
  await seen.getByText(/最长 2 条短信（最多 3 条）/).waitFor();
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText(/最近 7 天，本区发出过 \d+ 条这种短信/).waitFor();
  await visitor.look('own-sentence-tried');
  await save(page);
  await page.getByRole('link', { name: '注册成功' }).waitFor();
  await visitor.look('own-sentences');

  const phone = aPhone();
  await new Family(MOTHER, phone, DISTRICT).register();
  await smsTo(phone, /信息注册成功.+窗口工作日 9:00-17:00 办公。$/);

  await page.getByRole('link', { name: '注册成功' }).click();
  await page.getByRole('heading', { level: 1, name: '注册成功' }).waitFor();
  await new GuardianPages(page).awake();
  await page.getByRole('button', { name: '去掉' }).click();
  await page.getByRole('button', { name: '确定：去掉' }).click();
  await office.told('已保存').waitFor();
  await page.getByText(/第 2 版/).waitFor();
  await visitor.close();
});

test('answers begin with those of the product; an officer puts one behind what she has typed, and changes it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/texts', WHO);
  await page.getByRole('main').getByRole('link', { name: '基础数据' }).click();
  await page.getByRole('main').getByRole('link', { name: '常用回复' }).click();
  await page.getByText('还没有写，用系统自带的：').waitFor();
  await page.getByRole('button', { name: '从自带的开始改' }).click();
  await new OfficePages(page).told('已保存').waitFor();
  await page.getByRole('link', { name: '正在审核' }).waitFor();
  await page.getByRole('link', { name: /^加一条/ }).click();
  await new GuardianPages(page).awake();
  await page.getByLabel(/^名称/).fill('窗口时间');
  await page.getByLabel(/^英文名称/).fill('Hours of the desk');
  await page.getByLabel(/^文字/).fill('窗口工作日办公。');
  await page.getByLabel(/^英文文字/).fill('The desk is open on working days.');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('老师们打开留言页就能选用').waitFor();
  await visitor.look('own-answer');
  await save(page);
  await visitor.look('own-answers');
  await visitor.close();

  const number = await new Family(MOTHER, aPhone(), DISTRICT).register();
  await askAs(MOTHER, WriteMessageDocument, { number, text: '请问窗口什么时候办公？' });
  const officer = await visit(browser, { width: 390, language: 'zh-CN', colorScheme: 'dark' });
  const hers = officer.page;
  await new OfficePages(hers).open(`/office/records/${number}/messages`, /海审核/);
  await new GuardianPages(hers).awake();
  const box = hers.getByRole('textbox', { name: '留言内容' });
  await box.fill('您好。');
  await hers.getByLabel('常用语').focus();
  // The district’s own stands last in its list.
  await hers.keyboard.press('End');
  await hers.keyboard.press('Tab');
  expect(await box.inputValue()).toBe('您好。\n窗口工作日办公。');
  await hers.getByLabel('常用语').selectOption({ label: '正在审核' });
  expect(await box.inputValue()).toMatch(/^您好。\n您好，孩子的信息正在审核/);
  // What she has changed is hers, and stays.
  await box.press('ControlOrMeta+End');
  await box.pressSequentially('请放心。');
  await hers.getByLabel('常用语').selectOption({ label: '窗口时间' });
  expect(await box.inputValue()).toMatch(/^您好。\n您好，孩子的信息正在审核.*请放心。\n窗口工作日办公。$/s);
  await box.fill('您好，窗口周三休息。');
  await officer.look('office-own-answers');
  await hers.getByRole('button', { name: /^发送/ }).click();
  await new OfficePages(hers).told('已发送').waitFor();
  await hers.getByText('您好，窗口周三休息。').waitFor();
  await officer.close();
});

test.each([
  { width: 390, language: 'en', colorScheme: 'dark' },
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
] as const)(
  'without scripts a sentence is tried and read whole, at $width px in $language',
  async (reader) => {
    const visitor = await visit(browser, { ...reader, javaScriptEnabled: false });
    const { page } = visitor;
    const english = reader.language === 'en';
    await new OfficePages(page).open('/office/own-data/sentences/new', WHO);
    await page.getByLabel(english ? /^Message/ : /^哪种短信/).selectOption('REJECTED');
    await page.getByLabel(english ? /^Sentence(?! in)/ : /^附言/).fill('请到窗口问');
    await page.getByLabel(english ? /^Sentence in English/ : /^英文附言/).fill('Please ask at the desk');
    await page.getByRole('button', { name: english ? 'See whom it concerns' : '看看影响' }).click();
    await page
      .getByText(/审核未通过。.+请到窗口问。/)
      .first()
      .waitFor();
    await page
      .getByText(/was not approved.+Please ask at the desk\./)
      .first()
      .waitFor();
    await picture(page, `own-sentence-plain-${reader.width}-${reader.language}`);
    await visitor.close();
  },
);
