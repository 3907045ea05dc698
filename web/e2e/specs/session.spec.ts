import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { without } from '../support/product.js';
import { startSecondSite } from '../support/second-site.js';
import { advanceClock } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const EXPIRED = /^\/sign-in\?.*reason=expired/;

async function signedIn(who: RegExp, width = 390) {
  const visitor = await visit(browser, { width, language: 'zh-CN' });
  await visitor.page.goto('/my');
  await new GuardianPages(visitor.page).signIn(who);
  await visitor.page.waitForURL(/\/my$/);
  return visitor;
}

/** Everything that somebody who copied the session has. */
async function copyOfSession(page: Page): Promise<string> {
  const session = (await page.context().cookies()).find(({ name }) => name === 'session');
  return `session=${session!.value}`;
}

const signOut = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: '退出', exact: true }).click();

/** Says where a copied cookie leads, in the process that the browser talks to. */
async function ask(page: Page, cookie: string) {
  const answer = await fetch(new URL('/my', page.url()), { headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location') ?? undefined };
}

test('a cookie that was copied before the sign-out is refused after it, in every process of the site', async () => {
  const visitor = await signedIn(/郑试妈/);
  const { page } = visitor;
  const [cookie, other] = [await copyOfSession(page), await startSecondSite()];
  expect(await ask(page, cookie)).toMatchObject({ status: 200 });
  expect(await other.get('/my', cookie)).toMatchObject({ status: 200 });

  const site = new URL('/', page.url()).href;
  await page.goto('/sign-out');
  await visitor.look('sign-out');
  await signOut(page);
  await page.waitForURL(site);

  const refused = { status: 303, location: expect.stringMatching(EXPIRED) };
  expect(await ask(page, cookie)).toEqual(refused);
  expect(await other.get('/my', cookie)).toEqual(refused);
  await other.stop();
  const later = await startSecondSite();
  expect(await later.get('/my', cookie)).toEqual(refused);
  await later.stop();
  await visitor.close();
});

test('signed out everywhere: the other phone has to sign in again, and then goes on', async () => {
  const [here, there] = [await signedIn(/王试爸/, 1280), await signedIn(/王试爸/)];
  // Tokens tell the second of their sign-in alone, and whoever signs in within that second is let in.
  await advanceClock(1);
  await here.page.goto('/sign-out');
  await here.page.getByLabel(/同时退出其他手机和电脑/).check();
  await here.look('sign-out-everywhere');
  const site = new URL('/', here.page.url()).href;
  await signOut(here.page);
  // The sessions are over once the next page is there.
  await here.page.waitForURL(site);
  await there.page.goto('/my');
  await there.page.getByRole('heading', { name: '登录已过期' }).waitFor();
  await there.page.getByRole('button', { name: '重新登录' }).click();
  await there.page.waitForURL(/\/my$/);
  await here.close();
  await there.close();
});

test('while the API is away nobody is told that the sign-out is done', async () => {
  const visitor = await signedIn(/郑试妈/);
  const { page } = visitor;
  await page.goto('/sign-out');
  await without('api', async () => {
    await signOut(page);
    await page.getByRole('alert').waitFor();
  });
  await signOut(page);
  await page.getByRole('banner').getByRole('link', { name: '登录' }).waitFor();
  await visitor.close();
});

test('two tabs at the provider: the one that finishes second comes back to where it began, too', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const first = visitor.page;
  const second = await first.context().newPage();
  await first.goto('/my');
  await first.waitForURL(/\/oidc\/interaction\//);
  await second.goto('/sign-in?return=/help');
  await second.waitForURL(/\/oidc\/interaction\//);
  await new GuardianPages(first).signIn(/郑试妈/);
  await first.waitForURL(/\/my$/);
  await new GuardianPages(second).signIn(/郑试妈/);
  await second.waitForURL(/\/help$/);
  await second.getByRole('banner').getByRole('button', { name: '退出' }).waitFor();
  await visitor.close();
});

test('somebody with an account for work is told what the site has for it', async () => {
  const visitor = await signedIn(/东审核/);
  await visitor.page.getByRole('heading', { name: '您用工作账户登录了' }).waitFor();
  await visitor.look('my-staff');
  await visitor.close();
  const family = await signedIn(/郑试妈/);
  await family.page.getByRole('heading', { name: '个人中心' }).waitFor();
  expect(await family.page.getByText('您用工作账户登录了').count()).toBe(0);
  await family.close();
});
