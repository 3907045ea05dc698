import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone, codeSentTo } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LONGEST_WAY = 120;
const HEBEI = '130000';

/** Returns the name of the focused element, and whether its focus can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const name = [
      element.getAttribute('aria-label') ?? '',
      ...(labels ? [...(element.labels ?? [])].map(({ innerText }) => innerText) : []),
      element.innerText,
    ];
    const marks = (one: Element) => {
      const { boxShadow, outlineStyle } = getComputedStyle(one);
      return `${boxShadow} ${outlineStyle}`;
    };
    const around = element.closest('label') ?? element;
    const now = marks(element) + marks(around);
    element.blur();
    const before = marks(element) + marks(around);
    element.focus();
    return { name: name.join(' ').trim(), seen: now !== before };
  });

/** Presses Tab until the wanted element has the focus. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < LONGEST_WAY; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (!here || !wanted.test(here.name)) continue;
    expect(here).toEqual({ ...here, seen: true });
    return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

async function openByKeyboard(page: Page, link: RegExp, arrives: RegExp): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await page.waitForURL(arrives);
  await new GuardianPages(page).awake();
}

async function typeInto(page: Page, field: RegExp, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function chooseByArrows(page: Page, field: RegExp, value: string): Promise<void> {
  await tabTo(page, field);
  const chosen = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
  for (let presses = 0; (await chosen()) !== value; presses += 1) {
    expect(presses).toBeLessThan(LONGEST_WAY);
    await page.keyboard.press('ArrowDown');
  }
}

test('from the portal to success without a mouse', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  const phone = aPhone();
  await page.goto('/');
  await guardian.awake();
  await openByKeyboard(page, /东城区/, /\/d\/01$/);
  await openByKeyboard(page, /立即办理/, /\/apply$/);
  await openByKeyboard(page, /^非本市户籍适龄儿童/, /\/notice$/);
  await guardian.accept.and(page.locator(':enabled')).waitFor();
  await tabTo(page, /我已认真阅读并同意该条款/);
  await page.keyboard.press('Space');
  await tabTo(page, /^确认$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oidc\/interaction\//);
  await openByKeyboard(page, /李试爸/, /\/register$/);

  const child = await aChild();
  await typeInto(page, /^孩子的姓名/, child.name);
  await typeInto(page, /^孩子的证件号码/, child.documentNumber);
  await chooseByArrows(page, /^户籍所在地/, HEBEI);
  await typeInto(page, /^您的证件号码/, '119999199003150529');
  await typeInto(page, /^手机号/, phone);
  await tabTo(page, /^短信验证码/);
  await tabTo(page, /^获取验证码$/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /再发/ }).waitFor();
  const code = await codeSentTo(phone, /用于注册/);
  // The pressed button now counts down, and Tab goes on from there.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('000000');
  // Enter in a field sends the form. The error summary takes the focus, and its links lead to the fields.
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  await tabTo(page, /^短信验证码/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'smsCode');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(code);
  await tabTo(page, /^我已阅读并同意/);
  await page.keyboard.press('Space');
  await tabTo(page, /^提交信息$/);
  await page.keyboard.press('Enter');
  await guardian.numberShown();
  expect(await page.getByText('儿童信息注册成功').count()).toBe(1);
  await visitor.close();
});
