import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { startOwnCity } from '../support/own-city.js';
import { visit } from '../support/visitor.js';

/** A city of its own, with more records than fit on two pages. */
let leave: (() => Promise<void>) | undefined;
let browser: Browser;
beforeAll(async () => {
  leave = await startOwnCity({ SANDBOX_RECORDS: '3000' });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await leave?.();
});

const PAGE = 50;
const rows = (page: Page) => page.locator('tbody tr');
const numbers = (page: Page) => page.locator('tbody td.no').allInnerTexts();
const row = (page: Page, number: string) => rows(page).filter({ hasText: number });

/** Turns the page and returns its numbers, once those of the page before are gone. */
async function turn(page: Page, name: '上一页' | '下一页', present: readonly string[]): Promise<string[]> {
  await page.getByRole('navigation', { name: '翻页' }).getByRole('link', { name }).click();
  await row(page, present[0]!).waitFor({ state: 'detached' });
  await rows(page).first().waitFor();
  return numbers(page);
}

/** Waits until the row of this record can be seen without scrolling. */
const inSight = async (page: Page, number: string) => {
  const element = await row(page, number).elementHandle();
  await page.waitForFunction((one) => {
    const { top, bottom } = one!.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  }, element);
};

test('a long list turns its pages with its filter, and leads back to the page and the row', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records?service=NON_LOCAL_HUKOU&count=1', /市管理/);
  const total = await page.getByText(/^共 [\d,]+ 件$/).innerText();
  expect(Number(total.replaceAll(/\D/g, ''))).toBeGreaterThan(120);

  const first = await numbers(page);
  expect(first).toHaveLength(PAGE);
  const second = await turn(page, '下一页', first);
  const third = await turn(page, '下一页', second);
  expect(second).toHaveLength(PAGE);
  expect(new Set([...first, ...second, ...third]).size).toBe(2 * PAGE + third.length);
  expect(third.length).toBeGreaterThan(20);
  // The filter goes from page to page, and so does the count.
  expect(new URL(page.url()).searchParams.get('service')).toBe('NON_LOCAL_HUKOU');
  await page.getByRole('link', { name: /^去掉筛选：/ }).waitFor();
  await page.getByText(total).waitFor();
  expect(await turn(page, '上一页', third)).toEqual(second);
  await visitor.look('office-pages-second');
  const listed = page.url();

  const low = second[40]!;
  const open = async () => {
    await row(page, low).getByRole('link').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForURL(/\/office\/records\/\d{14}\?/);
  };
  await open();
  await page.goBack();
  await page.waitForURL(listed);
  await inSight(page, low);
  expect(await numbers(page)).toEqual(second);

  await open();
  await page.getByRole('link', { name: '回到名单' }).click();
  await page.waitForURL(({ search }) => search.includes('before='));
  await inSight(page, low);
  expect(await numbers(page)).toEqual(second);
  expect(await turn(page, '上一页', second)).toEqual(first);
  expect(await page.getByRole('link', { name: '上一页' }).count()).toBe(0);
  await visitor.close();
});

test('the queue turns its pages, and leads back to the page and the row', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/queue', /东审核/);
  const first = await numbers(page);
  expect(first).toHaveLength(PAGE);
  const second = await turn(page, '下一页', first);
  expect(second.filter((number) => first.includes(number))).toEqual([]);
  const low = second.at(-1)!;
  await row(page, low).getByRole('link').click();
  await page.getByRole('link', { name: '回到待办' }).click();
  await page.waitForURL(({ search }) => search.includes('after='));
  await inSight(page, low);
  // Opening it took it in hand, and it stands where it stood.
  await row(page, low).getByText('您', { exact: true }).waitFor();
  expect(await numbers(page)).toEqual(second);
  expect(await turn(page, '上一页', second)).toEqual(first);
  await visitor.close();
});

test('without scripts the pages turn and lead back as well', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'en', javaScriptEnabled: false });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records?service=NON_LOCAL_HUKOU', /市管理/);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.waitForURL(/after=/);
  const listed = await numbers(page);
  await row(page, listed[30]!).getByRole('link').click();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.waitForURL(/after=.*#row-/);
  expect(await numbers(page)).toEqual(listed);
  expect(new URL(page.url()).searchParams.get('service')).toBe('NON_LOCAL_HUKOU');
  await visitor.close();
});
