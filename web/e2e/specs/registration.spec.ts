import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, advanceClock, aPhone } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DOCUMENT = '119999199003150529';
const REGISTRATION = /用于注册|to register/;
const WITHDRAWAL = /撤销儿童|to WITHDRAW/;

/** Goes from the portal to a form in which only the code is missing. */
async function fillRegistration(visitor: Visitor, look: (name: string) => Promise<void>, phone: string) {
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/');
  await look('portal');
  await page
    .getByRole('link', { name: /东城区|Dongcheng/ })
    .first()
    .click();
  await page.waitForURL(/\/d\/01$/);
  await look('district');
  await page
    .getByRole('link', { name: /立即办理|^Apply|Register/ })
    .first()
    .click();
  await page.waitForURL(/\/apply$/);
  await look('choose-service');
  await guardian.chooseService('non-local-hukou');
  await look('notice');
  expect(await guardian.accept.isDisabled()).toBe(true);
  await guardian.readAndAccept();
  await guardian.signIn(/孙试妈/);
  await page.waitForURL(/\/register$/);
  await look('register');
  // Nothing is filled in, and everything that is missing is listed at once.
  await guardian.submit.click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(8);
  const child = await aChild();
  await guardian.fillChild(child);
  expect(await page.locator('#child-birthDate').inputValue()).toBe(child.birthDate.slice(0, 4));
  expect(await page.locator('input[name="child.sex"]:checked').inputValue()).toBe(child.sex);
  await guardian.fillGuardian({ documentNumber: DOCUMENT, phone });
  await guardian.askForCode();
  return { child, guardian };
}

describe.each([
  { width: 390, language: 'zh-CN' as const },
  { width: 1280, language: 'en' as const },
])('at $width px in $language', (reader) => {
  test('a guardian registers a child, sees it, withdraws, and registers it again', async () => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    const phone = aPhone();
    const { child, guardian } = await fillRegistration(visitor, (name) => visitor.look(name), phone);

    await guardian.code.fill('000000');
    await guardian.submit.click();
    await page.getByRole('alert').waitFor();
    // The summary takes the focus, and all input is still there.
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    await visitor.look('register-refused');
    await page.reload();
    await page.getByRole('button', { name: /再发|Again/ }).waitFor();
    expect(await page.getByLabel(/孩子的姓名|The child’s name/).inputValue()).toBe(child.name);

    await guardian.fillCode(phone, REGISTRATION);
    await guardian.accept.check();
    await guardian.submit.dblclick();
    const number = await guardian.numberShown();
    await visitor.look('child');
    expect(await page.getByText(/儿童信息注册成功|The child is registered/).count()).toBe(1);
    // The page has neither the full number nor the full name.
    const text = await page.locator('body').innerText();
    expect(text).not.toContain(child.documentNumber);
    expect(text).not.toContain(child.name);

    await page.goto('/my');
    await visitor.look('my');
    await page.goto(`/my/${number}/registration`);
    await visitor.look('registration');
    await page.goto(`/my/${number}/withdraw`);
    await visitor.look('withdraw');
    await advanceClock(181);
    await guardian.askForCode();
    await page.reload();
    await page.getByRole('button', { name: /再发|Again/ }).waitFor();
    await guardian.fillCode(phone, WITHDRAWAL);
    await page.getByRole('button', { name: /确认撤销|Withdraw for good/ }).click();
    await page
      .getByText(/撤销成功|^Withdrawn/)
      .first()
      .waitFor();
    await visitor.look('withdrawn');
    expect((await page.goto(`/my/${number}`))!.status()).toBe(404);

    // She registers again with the same document and phone: both are free at once.
    await advanceClock(181);
    await page.goto('/d/01/apply/non-local-hukou/notice');
    await guardian.acceptNotice();
    await page.waitForURL(/\/register$/);
    await guardian.fillChild(child);
    await guardian.fillGuardian({ documentNumber: DOCUMENT, phone });
    await guardian.askForCode();
    await guardian.fillCode(phone, REGISTRATION);
    await guardian.accept.check();
    await guardian.submit.click();
    expect(await guardian.numberShown()).not.toBe(number);
    await visitor.close();
  });
});

test('what is not yours is not there; signed out, one is asked to sign in and comes back', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  await visitor.page.goto('/my');
  await new GuardianPages(visitor.page).signIn(/周试爸/);
  await visitor.page.waitForURL(/\/my$/);
  await visitor.look('my-empty');
  expect((await visitor.page.goto('/my/20260199999999'))!.status()).toBe(404);
  await visitor.look('not-found');
  await visitor.close();
});

test('a session that ends in the middle of the form loses nothing: one signs in again and goes on', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await guardian.signIn(/李试妈/);
  const child = await aChild();
  await guardian.fillChild(child);
  await page.context().clearCookies({ name: 'session' });
  await guardian.submit.click();
  await page
    .getByText(/登录已过期|登录过期|重新登录/)
    .first()
    .waitFor();
  await visitor.look('session-expired');
  expect(await page.getByLabel('孩子的姓名').inputValue()).toBe(child.name);
  // After the back button and a new start, the form is as it was.
  await page.goto('/d/01');
  await page.goto('/d/01/apply/non-local-hukou/register');
  await page.waitForURL(/\/register$/);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#child-name')?.value !== '');
  expect(await page.getByLabel('孩子的姓名').inputValue()).toBe(child.name);
  await visitor.close();
});

test('without JavaScript the notice says kindly how many seconds are left, and lets one through after ten', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.accept.check();
  await page.getByRole('button', { name: '确认' }).click();
  expect(await page.getByText(/还差 \d+ 秒/).count()).toBeGreaterThan(0);
  await page.waitForTimeout(10_000);
  await guardian.accept.check();
  await page.getByRole('button', { name: '确认' }).click();
  await guardian.signIn(/周试妈/);
  await page.waitForURL(/\/register$/);
  expect(await page.getByText(/需要打开 JavaScript/).count()).toBe(1);
  await visitor.close();
});

test.each([
  ['/guide', 'guide'],
  ['/help', 'help'],
  ['/display', 'display'],
  ['/styleguide', 'styleguide'],
  ['/sign-in?return=//elsewhere.example', 'sign-in'],
])('%s is accessible in both languages, dark and light', async (path, name) => {
  for (const reader of [
    { language: 'zh-CN', colorScheme: 'dark' },
    { language: 'en', colorScheme: 'light' },
  ] as const) {
    const visitor = await visit(browser, { width: 390, ...reader });
    await visitor.page.goto(path);
    await visitor.look(`${name}-${reader.colorScheme}`);
    await visitor.close();
  }
});

test.each([
  ['zh-CN' as const, '大字'],
  ['en' as const, 'Large'],
])('large text on the narrowest phone goes nowhere sideways, in %s', async (language, large) => {
  const visitor = await visit(browser, { width: 320, language });
  const { page } = visitor;
  await page.goto('/display');
  await page.getByRole('contentinfo').getByRole('button', { name: large }).click();
  await page.locator('html[data-text="large"]').waitFor();
  for (const path of ['/', '/d/01', '/d/01/apply', '/d/01/apply/non-local-hukou/notice', '/guide', '/help']) {
    await page.goto(path);
    await visitor.look(`large${path.replaceAll('/', '-')}`);
  }
  await visitor.close();
});
