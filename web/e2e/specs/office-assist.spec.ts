import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.ts';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Of the mother of the ninth family, as the sandbox's provider knows it. */
const BODY = '11999919900315172';
const DOCUMENT = BODY + residentIdCheckDigit(BODY);

test('a family without a phone for codes: registered at the desk, filled in together, taken over at home', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东审核/);
  await office.openSection(/窗口代办/);
  await page.getByRole('heading', { name: '窗口代办' }).waitFor();
  await visitor.look('office-assist');
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('link', { name: '非本市户籍适龄儿童入学服务' }));
  await page.getByRole('heading', { name: '代为注册儿童信息' }).waitFor();
  await new GuardianPages(page).awake();
  await visitor.look('office-assist-register');
  await keyboard.press(page.getByRole('button', { name: '注册', exact: true }));
  // The summary takes the focus, and leads to the field.
  await keyboard.press(page.getByRole('alert').getByRole('link', { name: /^签字的纸/ }));
  await page.keyboard.type('代办 17 号');
  await keyboard.press(page.getByRole('checkbox', { name: /已经念给家长听/ }), 'Space');
  const child = await aChild();
  await new GuardianPages(page).fillChild(child);
  await page.getByLabel('监护人姓名').fill('冯试妈');
  await page.getByLabel('监护人证件号码').fill(DOCUMENT);
  await page.getByLabel(/^手机号/).fill(aPhone());
  await keyboard.press(page.getByRole('button', { name: '注册', exact: true }));
  await page.getByText('注册好了').waitFor();
  const number = /assist\/(\d{14})/.exec(page.url())![1]!;
  await page.getByText(groupCollectionNumber(number), { exact: true }).waitFor();
  await visitor.look('office-assist-record');

  const coming = page.context().waitForEvent('page');
  await page.getByRole('button', { name: '打开家长的页面，填报信息' }).click();
  const family = await coming;
  await family.waitForURL(new RegExp(`/my/${number}/collection/details`));
  await family.getByRole('heading', { level: 1 }).waitFor();
  await family.getByRole('button', { name: '暂存信息' }).click();
  await family.goto(`/my/${number}`);
  await family.getByRole('link', { name: '给区教委留言' }).first().waitFor();
  // What takes the family's own account is not there.
  for (const name of [/撤销信息/, /查阅和下载全部信息/])
    expect(await family.getByRole('link', { name }).count()).toBe(0);
  for (const path of ['withdraw', 'data', 'data/confirm'])
    expect((await family.goto(`/my/${number}/${path}`))?.status()).toBe(404);
  await family.goto(`/my/${number}/conversation`);
  await family.getByRole('heading', { name: '给区教委留言' }).first().waitFor();
  expect(await family.getByRole('textbox').count()).toBe(0);
  await family.goto('/my');
  await family.getByText(groupCollectionNumber(number)).first().waitFor();
  // In the office she is an officer all the while.
  await page.goto(`/office/records/${number}`);
  await page.getByText('在窗口代家长注册了儿童信息').first().waitFor();
  await page.goto(`/office/assist/${number}`);
  const stale = (await page.context().cookies()).filter(({ name }) => name === 'desk');
  await keyboard.press(page.getByRole('button', { name: '家长离开了' }));
  await page.waitForURL(/\/office\/assist$/);
  // A cookie that outlives the desk leads back to the office's page, once.
  await page.context().addCookies(stale);
  await family.goto('/my');
  await family.waitForURL(new RegExp(`/office/assist/${number}$`));
  await family.goto('/my');
  await family.getByRole('link', { name: '到办公页面' }).waitFor();
  expect(await family.getByText(groupCollectionNumber(number)).count()).toBe(0);
  await visitor.close();

  const mother = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await mother.page.goto('/my');
  await new GuardianPages(mother.page).signIn(/冯试妈/);
  await mother.page.getByRole('heading', { name: 'Registered for you at the desk' }).waitFor();
  await mother.look('my-desk');
  await mother.page.getByRole('link', { name: 'Later' }).click();
  await mother.page.waitForURL(/\/my\?later/);
  await mother.page.goto('/my');
  await mother.page.getByRole('button', { name: 'Take it over into my account' }).click();
  await mother.page.waitForURL(new RegExp(`/my/${number}$`));
  await mother.page.goto(`/my/${number}/access`);
  await mother.page.getByText('registered the child at the desk, for the family').waitFor();
  await mother.page.getByText('signed paper: 代办 17 号').first().waitFor();
  await mother.close();

  const late = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(late.page).open(`/office/assist/${number}`, /东管理/);
  await late.page.getByText(/The family took it over into its own account|The family took it over/).waitFor();
  await late.look('office-assist-taken');
  await late.close();
});

test('without scripts, a sex that nobody has chosen is asked for, and not guessed', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  await new OfficePages(page).open('/office/assist/register/non-local-hukou', /东审核/);
  const people = new GuardianPages(page);
  await people.fillChild(await aChild());
  await page.getByLabel('证件类型').first().selectOption('PASSPORT');
  await page.getByLabel('孩子的证件号码').fill('E00000001');
  await page.getByRole('button', { name: '注册', exact: true }).click();
  await page.getByRole('alert').getByRole('link', { name: /性别/ }).waitFor();
  await page.getByText('签字的纸已经留存').first().waitFor();
  for (const sex of ['男', '女'])
    expect(await page.getByRole('radio', { name: sex }).isChecked()).toBe(false);
  await visitor.close();
});
