import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each([
  [390, 'zh-CN', '无法识别'],
  [1280, 'en', 'Not recognised'],
] as const)('a code that no form has is told so, to anybody (%p, %p)', async (width, language, answer) => {
  const visitor = await visit(browser, { width, language });
  const response = await visitor.page.goto(`/verify/${'A'.repeat(38)}`);
  expect(response!.status()).toBe(200);
  await visitor.page.getByRole('heading', { name: answer }).waitFor();
  await visitor.look('verify-unknown');
  await visitor.close();
});

test('the form is shown to nobody who has not signed in', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  for (const path of ['/my/20260100001234/form', '/my/20260100001234/form/file']) {
    await visitor.page.goto(path);
    expect(new URL(visitor.page.url()).pathname).toMatch(/^\/(sign-in|oidc\/interaction)/);
  }
  await visitor.close();
});
