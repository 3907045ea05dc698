import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

// A new build is deployed while a page is open, and the scripts that the page has not loaded yet are gone.
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** From now on all further scripts are missing, until the browser loads a whole page again. */
async function deploy(page: Page, { told }: { told: boolean }): Promise<void> {
  let stale = true;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) stale = false;
  });
  await page.route(/\/_app\/immutable\//, (route) =>
    stale ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
  );
  if (!told) return;
  await page.route(/\/_app\/version\.json/, (route) => route.fulfill({ json: { version: 'another build' } }));
}

test.each([
  ['the new build says so', true],
  ['a process of the old build still answers for the version', false],
])('a child is registered, and its page is shown: %s', async (_, told) => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  const child = await aChild();
  await guardian.fillRegistration(/李试爸/, {
    child,
    phone: aPhone(),
    documentNumber: '119999199003150529',
  });
  await deploy(page, { told });
  await guardian.submit.click();
  await guardian.numberShown();
  await page.getByText('儿童信息注册成功').waitFor();
  await guardian.awake();
  await visitor.close();
});

test('while it is the same build, a link brings data and no document', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/');
  await new GuardianPages(page).awake();
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(request.url());
  });
  // The first answer with data says which build it is of, and the second link would act on it.
  for (const name of ['东城区', '立即办理']) {
    await page.getByRole('link', { name }).first().click();
    await page.waitForURL(name === '东城区' ? /\/d\/01$/ : /\/apply$/);
  }
  await page.getByRole('banner').getByRole('link', { name: '帮助' }).click();
  await page.getByRole('searchbox').waitFor();
  expect(documents).toEqual([]);
  await visitor.close();
});

test('a link leads on although its page’s scripts are gone', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/');
  await new GuardianPages(page).awake();
  await deploy(page, { told: false });
  await page.getByRole('banner').getByRole('link', { name: '帮助' }).click();
  await page.waitForURL(/\/help$/);
  await page.getByRole('searchbox').waitFor();
  await visitor.close();
});

test('every build has a name of its own', async () => {
  const answer = await fetch(`${process.env.E2E_WEB!}/_app/version.json`);
  expect(await answer.json()).toEqual({ version: expect.stringMatching(/^[0-9a-f]{16}$/) });
});
