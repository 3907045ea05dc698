import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family, withFather } from '../support/family.js';
import { advanceClock, aPhone, codeSentTo, identity } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-19';
const PAGES = [
  '',
  '/registration',
  '/collection',
  '/collection/details',
  '/collection/identity',
  '/collection/review',
  '/form',
  '/result',
  '/authorization',
  '/messages',
  '/access',
  '/withdraw',
];
const GONE = '这里没有这份记录';

let browser: Browser;
let family: Family;
let number: string;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  family = new Family(MOTHER, aPhone());
  number = await family.register();
  await family.submit(number, withFather(await identity('guardian-20')));
  await family.reaches(number, 'IDENTITY_VERIFIED');
  visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  page = visitor.page;
  await page.goto('/my');
  await new GuardianPages(page).signIn(/陈试妈/);
  await page.waitForURL(/\/my$/);
});
afterAll(() => browser.close());

test('a sign-in that has expired: every page of a record says so and comes back to itself', async () => {
  for (const path of PAGES) {
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === 'session')!;
    await page.context().addCookies([{ ...session, value: 'expired' }]);
    await page.goto(`/my/${number}${path}`);
    await page.getByRole('heading', { name: '登录已过期' }).waitFor();
    await page.getByRole('button', { name: '重新登录' }).click();
    await page.waitForURL((url) => url.pathname === `/my/${number}${path}`);
    expect(await page.locator('h1').innerText()).not.toBe('');
  }
});

test('somebody else’s number and one that nobody has: the same answer on every page', async () => {
  const stranger = await visit(browser, { width: 390, language: 'zh-CN' });
  await stranger.page.goto('/my');
  await new GuardianPages(stranger.page).signIn(/褚试爸/);
  await stranger.page.waitForURL(/\/my$/);
  for (const path of [...PAGES, '/form/file', '/state']) {
    const answers: string[] = [];
    for (const asked of [number, '20260199999999']) {
      const answer = await stranger.page.request.get(`/my/${asked}${path}`);
      const body = (await answer.text()).replaceAll(asked, 'N').replace(/nonce="[^"]*"|nonce-[\w+/=]+/g, '');
      answers.push(
        `${answer.status()} ${path === '/state' ? body : (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '')}`,
      );
    }
    expect({ path, same: answers[0] === answers[1] }).toEqual({ path, same: true });
    expect(answers[0]).toMatch(path === '/state' ? /GONE/ : /^404 [\s\S]*这里没有这份记录/);
  }
  await stranger.page.goto(`/my/${number}`);
  await stranger.page.getByRole('heading', { name: GONE }).waitFor();
  await stranger.look('record-gone');
  await stranger.close();
});

test('withdrawn in one tab: what is open in the others says so, and back leads nowhere', async () => {
  const context = page.context();
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  const [waits, authorises, withdraws] = tabs as [Page, Page, Page];
  await waits.goto(`/my/${number}/result`);
  await authorises.goto(`/my/${number}/authorization`);
  await withdraws.goto(`/my/${number}/withdraw`);
  await page.goto(`/my/${number}`);
  await new GuardianPages(page).awake();
  await page.getByRole('link', { name: /撤销信息/ }).click();
  await page.waitForURL(/\/withdraw$/);
  await advanceClock(181);
  const guardian = new GuardianPages(page);
  await guardian.askForCode();
  await guardian.code.fill(await codeSentTo(family.phone, /用于撤销/));
  await page.getByRole('button', { name: '确认撤销' }).dblclick();
  await page.getByRole('heading', { name: '撤销成功' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: GONE }).waitFor();
  await authorises.getByRole('button', { name: '确认授权' }).click();
  await authorises.getByRole('heading', { name: GONE }).waitFor();
  await withdraws.getByRole('button', { name: '获取验证码' }).click();
  await withdraws.getByRole('heading', { name: GONE }).waitFor();
  // A tab in the background learns of it when somebody looks at it again.
  await waits.bringToFront();
  await waits.getByRole('heading', { name: GONE }).waitFor({ timeout: 120_000 });
  await visitor.close();
});
