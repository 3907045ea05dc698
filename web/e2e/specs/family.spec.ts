import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { RecordDocument, RevealDocumentsDocument } from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone, askAs } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const PURPOSE = '核对户口簿原件';

let browser: Browser;
let number: string;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
beforeAll(async () => {
  browser = await launchBrowser();
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  number = await guardian.register(/孙试妈/, await aChild(), aPhone());
  cookies = await page.context().cookies();
  await visitor.close();
});
afterAll(() => browser.close());

const READERS = [
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 768, language: 'en', colorScheme: 'dark' },
  { width: 1280, language: 'zh-CN', colorScheme: 'dark' },
  { width: 390, language: 'en', colorScheme: 'light', javaScriptEnabled: false },
] as const;

/** Opens the same page for each of them. */
async function readAs(path: string, name: string, work: (visitor: Visitor) => Promise<void>): Promise<void> {
  for (const reader of READERS) {
    const visitor = await visit(browser, reader);
    await visitor.page.context().addCookies(cookies.filter((cookie) => cookie.name !== 'PARAGLIDE_LOCALE'));
    await visitor.page.goto(`/my/${number}/${path}`);
    await work(visitor);
    if (!('javaScriptEnabled' in reader)) await visitor.look(`${name}-${reader.colorScheme}`);
    await visitor.close();
  }
}

test('who looked: nobody yet, then each look with office, time and purpose, and no name', async () => {
  await readAs('access', 'access-empty', async ({ page }) => {
    await page.getByRole('heading', { name: /还没有工作人员查看过|No staff have looked yet/ }).waitFor();
  });
  await askAs('officer-01', RecordDocument, { number });
  await askAs('officer-01', RevealDocumentsDocument, { number, purpose: PURPOSE });
  await readAs('access', 'access', async ({ page, language }) => {
    const [newest, before] = await page.locator('main ol li').allInnerTexts();
    const office = { 'zh-CN': '东城区教委 审核人员', en: 'Dongcheng education commission, officer' }[
      language
    ];
    expect(newest).toContain(office);
    expect(newest).toContain(PURPOSE);
    expect(before).toContain(office);
    expect(await page.locator('main').innerText()).not.toContain('officer-01');
  });
});

test('a long list of looks has pages', async () => {
  for (let n = 0; n < 32; n += 1) await askAs('officer-01', RecordDocument, { number });
  await readAs('access', 'access-long', async ({ page }) => {
    expect(await page.locator('main ol li').count()).toBe(30);
    await page.getByRole('link', { name: /更早的记录|Earlier entries/ }).click();
    await page.getByRole('link', { name: /回到最新|Back to the newest/ }).waitFor();
    expect(await page.locator('main ol li').count()).toBeLessThan(30);
  });
});

test('every message stands with its text and how far it is', async () => {
  await readAs('messages', 'messages', async ({ page }) => {
    const text = await page.locator('main ol').innerText();
    expect(text).toContain('注册成功');
    expect(text).toMatch(/已发出|sent/);
    expect(text).toMatch(/199\*{4}\d{4}/);
  });
});

test('without a second guardian in the details there is nobody to authorise, and a way there', async () => {
  await readAs('authorization', 'authorization', async ({ page }) => {
    await page.getByRole('heading', { name: /当前未授权|Not authorised at present/ }).waitFor();
    const details = page.getByRole('link', { name: /去填写详细信息|Go to the details/ });
    expect(await details.getAttribute('href')).toBe(`/my/${number}/collection/details`);
    expect(await page.getByRole('button', { name: /确认授权|^Authorise$/ }).count()).toBe(0);
  });
});

test('somebody else’s pages are not there', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  await visitor.page.goto('/my');
  await new GuardianPages(visitor.page).signIn(/周试爸/);
  for (const path of ['access', 'messages', 'authorization']) {
    expect((await visitor.page.goto(`/my/${number}/${path}`))!.status()).toBe(404);
  }
  await visitor.close();
});
