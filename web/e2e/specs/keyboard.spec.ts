import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone, codeSentTo } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const HEBEI = '130000';

async function openByKeyboard(page: Page, link: RegExp, arrives: RegExp): Promise<void> {
  await new Keyboard(page).press(link);
  await page.waitForURL(arrives);
  await new GuardianPages(page).awake();
}

test('from the portal to success without a mouse', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  const keyboard = new Keyboard(page);
  const phone = aPhone();
  await page.goto('/');
  await guardian.awake();
  await openByKeyboard(page, /东城区/, /\/d\/01$/);
  await openByKeyboard(page, /立即办理/, /\/apply$/);
  await openByKeyboard(page, /^非本市户籍适龄儿童/, /\/notice$/);
  await guardian.accept.and(page.locator(':enabled')).waitFor();
  await keyboard.press(/我已认真阅读并同意该条款/, 'Space');
  await keyboard.press(/^确认$/);
  await page.waitForURL(/\/oidc\/interaction\//);
  await openByKeyboard(page, /李试爸/, /\/register$/);

  const child = await aChild();
  await keyboard.type(/^孩子的姓名/, child.name);
  await keyboard.type(/^孩子的证件号码/, child.documentNumber);
  await keyboard.choose(/^户籍所在地/, HEBEI);
  await keyboard.type(/^您的证件号码/, '119999199003150529');
  await keyboard.type(/^手机号/, phone);
  await keyboard.to(/^短信验证码/);
  await keyboard.press(/^获取验证码$/);
  await page.getByRole('button', { name: /再发/ }).waitFor();
  const code = await codeSentTo(phone, /用于注册/);
  // The pressed button now counts down, and Tab goes on from there.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('000000');
  // Enter in a field sends the form. The error summary takes the focus, and its links lead to the fields.
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  await keyboard.press(/^短信验证码/);
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'smsCode');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(code);
  await keyboard.press(/^我已阅读并同意/, 'Space');
  await keyboard.press(/^提交信息$/);
  await guardian.numberShown();
  expect(await page.getByText('儿童信息注册成功').count()).toBe(1);
  await visitor.close();
});
