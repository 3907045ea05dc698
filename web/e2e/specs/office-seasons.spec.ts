import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PortalDocument, SetUpCityDocument } from '@enrolment/schema/client';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { startOwnCity } from '../support/own-city.js';
import { askAs, now } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const CITY = 'municipal-01';
const WHO = /市管理/;

/** A step of a season is never taken back, so no other test uses this city. */
let leave: (() => Promise<void>) | undefined;
let browser: Browser;
let year: number;
let today: number;
beforeAll(async () => {
  leave = await startOwnCity();
  browser = await launchBrowser();
  today = (await now()).getTime();
  year = (await askAs(CITY, PortalDocument, {})).season.year;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await leave?.();
});

/** Returns a day in Beijing, the given number of days from today. */
const day = (days: number) => new Date(today + (days + 1 / 3) * 86_400_000).toISOString().slice(0, 10);

async function layCalendar(season: number, windows: string): Promise<void> {
  const text = `
season: { year: ${season} }
calendar:
  - { districts: all, services: all, windows: { ${windows} } }
`;
  const files = [{ name: 'city.yaml', text }];
  expect((await askAs(CITY, SetUpCityDocument, { files, apply: true })).setUpCity).toMatchObject({
    applied: true,
    mistakes: [],
  });
}

/** By the keyboard alone. */
async function press(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

test('the city plans a season, reads what is missing, and opens it once nothing is', async () => {
  const next = year + 1;
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', WHO);
  await office.openSection(/^年度$/);
  await page.getByRole('heading', { level: 1, name: '入学年度' }).waitFor();
  await page.getByRole('row').filter({ hasText: '结束：还不能' }).waitFor();
  await page.getByRole('row').filter({ hasText: '现在还没有归档' }).waitFor();
  await visitor.look('office-seasons');

  const born = page.getByLabel(/^出生日期到/);
  expect(
    await page
      .getByLabel(/^入学年度\s*\*?$/)
      .last()
      .inputValue(),
  ).toBe(String(next));
  await born.fill('2020-02-31');
  await press(page, /^保存$/);
  await page.getByRole('alert').waitFor();
  await born.fill(`${next - 6}-08-31`);
  await press(page, /^保存$/);
  await office.told('已保存').waitFor();
  await page.waitForURL(new RegExp(`/office/seasons/${next}`));
  await page.getByText('还有区没有设注册时间').waitFor();
  expect(await page.getByRole('button', { name: /^启用/ }).count()).toBe(0);
  await visitor.look('office-seasons-missing');

  await layCalendar(year, `REGISTRATION: { opensAt: ${day(-10)}, closesAt: ${day(-2)} }`);
  const window = `{ opensAt: ${day(20)}, closesAt: ${day(50)} }`;
  await layCalendar(next, `REGISTRATION: ${window}, DETAILS: ${window}`);
  await page.reload();
  await page.getByText('没有什么妨碍。').waitFor();
  await visitor.look('office-seasons-ready');
  // Nothing happens before it is confirmed.
  await press(page, /^启用/);
  await page.getByRole('alert').getByText('请先确认这一步不能退回。').waitFor();
  await page.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await press(page, /^启用/);
  await office.told('已启用').waitFor();
  await page.getByRole('heading', { level: 2, name: '下一步：结束' }).waitFor();
  expect((await askAs(CITY, PortalDocument, {})).season.year).toBe(next);
  await visitor.close();
});

test('it closes and archives the last one on a phone without scripts, in English', async () => {
  await layCalendar(
    year,
    ['REGISTRATION', 'DETAILS', 'REVIEW', 'CORRECTION', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT']
      .map((kind, at) => `${kind}: { opensAt: ${day(at - 30)}, closesAt: ${day(at - 20)} }`)
      .join(', '),
  );
  const visitor = await visit(browser, {
    width: 390,
    language: 'en',
    colorScheme: 'dark',
    javaScriptEnabled: false,
  });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/seasons/${year}`, WHO);
  for (const [step, done] of [
    ['Close', 'The season is closed'],
    ['Archive', 'The season is archived'],
  ] as const) {
    await page.getByText('Nothing stands in the way.').waitFor();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: new RegExp(`^${step}`) }).click();
    await page.getByRole('status').getByText(done).waitFor();
  }
  await page.getByText('This season is archived and has no next step.').waitFor();
  await page
    .getByText(/Erased after \d+ days; the first in the night after/)
    .first()
    .waitFor();
  await visitor.close();

  const reader = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(reader.page).open('/office/seasons', WHO);
  await reader.page
    .getByRole('row')
    .filter({ hasText: `Season ${year}` })
    .filter({ hasText: 'archived' })
    .waitFor();
  await reader.look('office-seasons');
  await reader.page.getByRole('link', { name: `Season ${year}` }).click();
  await reader.page.getByRole('heading', { level: 1, name: `Season ${year}` }).waitFor();
  await reader.look('office-seasons-archived');
  await reader.close();
});

test('nobody else has the page', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const office = new OfficePages(visitor.page);
  await office.open('/office/records', /东管理/);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await office.section(/^年度$/).count()).toBe(0);
  for (const path of ['/office/seasons', `/office/seasons/${year}`]) {
    expect((await visitor.page.goto(path))!.status()).toBe(404);
  }
  await visitor.close();
});
