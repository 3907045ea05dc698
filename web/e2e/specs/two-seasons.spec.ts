import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  OpenSeasonDocument,
  PortalDocument,
  PublishResultsDocument,
  SetUpCityDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { startOwnCity } from '../support/own-city.js';
import { aPhone, askAs, now } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const MOTHER = 'guardian-21';
const WHO = /褚试妈/;
const CITY = 'municipal-01';
const BRING = '8 月 25 日 9:00 到校';

/** An opened season stays open, so no other test uses this city. */
let leave: (() => Promise<void>) | undefined;
let browser: Browser;
let today: number;
let year: number;
let next: number;
/** The record of this year's child, who has been admitted. */
let number: string;
/** Another one of this year, which waits for the officer and for an answer. */
let waiting: string;
beforeAll(async () => {
  leave = await startOwnCity();
  browser = await launchBrowser();
  today = (await now()).getTime();
  year = (await askAs(CITY, PortalDocument, {})).season.year;
  number = await new Family(MOTHER, aPhone()).approved();
  const office = new Office();
  await office.preregister([number]);
  await office.decide([number], 'ADMITTED', BRING);
  waiting = await new Family(MOTHER, aPhone()).reviewable();
  await askAs(MOTHER, WriteMessageDocument, { number: waiting, text: '请问结果什么时候公布？' });
  await openNext();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await leave?.();
});

/** Returns a day in Beijing, the given number of days from today. */
const day = (days: number) => new Date(today + (days + 1 / 3) * 86_400_000).toISOString().slice(0, 10);

async function setUp(season: number, windows: string, policy: string): Promise<void> {
  const text = `
season: { year: ${season} }
policies:
  - { title: ${policy} }
calendar:
  - { districts: all, services: all, windows: { ${windows} } }
`;
  const files = [{ name: 'city.yaml', text }];
  const { setUpCity } = await askAs(CITY, SetUpCityDocument, { files, apply: true });
  expect(setUpCity).toMatchObject({ applied: true, mistakes: [] });
}

/** The registration of this year is over, and the next year's is open for all to see: it begins in twenty days. */
async function openNext(): Promise<void> {
  next = year + 1;
  await setUp(year, `REGISTRATION: { opensAt: ${day(-10)}, closesAt: ${day(-2)} }`, '今年的招生意见');
  const window = `{ opensAt: ${day(20)}, closesAt: ${day(50)} }`;
  await setUp(next, `REGISTRATION: ${window}, DETAILS: ${window}`, '明年的招生意见');
  expect(await askAs(CITY, OpenSeasonDocument, { year: next })).toMatchObject({
    openSeason: { year: next, state: 'OPEN' },
  });
}

test('with two seasons under way a family reads its result, and the portal tells the next year’s dates', async () => {
  const place = { district: '01', service: 'NON_LOCAL_HUKOU', season: year } as const;
  expect(await askAs('admin-01', PublishResultsDocument, place)).toMatchObject({
    publishResults: { __typename: 'Published', count: 1 },
  });

  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const [, month, date] = day(20).split('-').map(Number);
  const opens = new RegExp(`${month}\\s月\\s${date}\\s日`);
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: String(next) }).waitFor();
  const tiles = await page.locator('#districts ~ ul').getByRole('link').allInnerTexts();
  expect(tiles).toHaveLength(18);
  for (const tile of tiles) expect(tile.split('\n')[1]).toMatch(opens);
  await page.getByText('明年的招生意见').first().waitFor();
  expect(await page.getByText('今年的招生意见').count()).toBe(0);
  await visitor.look('two-seasons-portal');
  await page.goto('/d/01');
  await page.getByText(opens).first().waitFor();

  await page.goto(`/my/${number}/result`);
  await new GuardianPages(page).signIn(WHO);
  await page.getByRole('heading', { name: /被东城区第一示例小学录取/ }).waitFor();
  await page.getByText(BRING).waitFor();
  await visitor.look('two-seasons-result');
  await visitor.close();
});

const grouped = (one: string) => one.replace(/^(\d{4})(\d{2})(\d{7})(\d)$/, '$1 $2 $3 $4');
const ofYear = () => new RegExp(`[?&]season=${year}\\b`);

test('an officer changes the season: lists, figures, dates and files follow, through links and what is done', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/queue', /东审核/);
  // The present season: nobody has registered for it.
  await page.getByText('现在没有要决定的。').waitFor();
  expect(await office.seasons.inputValue()).toBe(String(next));
  expect(await office.section(/^留言\s*\d/).count()).toBe(0);
  await office.changeSeason(year);
  const row = page.getByRole('row').filter({ hasText: grouped(waiting) });
  await row.getByRole('button', { name: /^认领/ }).click();
  await row.getByText('您', { exact: true }).waitFor();
  expect(page.url()).toMatch(ofYear());
  await visitor.look('two-seasons-queue');

  await office.openSection(/^留言\s*1/);
  await page.getByRole('link', { name: new RegExp(grouped(waiting)) }).waitFor();
  await office.openSection(/^名单$/);
  for (const one of [waiting, number]) await page.getByText(grouped(one)).waitFor();
  await office.openSection(/^看板$/);
  await page.getByRole('heading', { level: 1, name: `东城区，${year} 年` }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 CSV：现在停在哪一步' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${year}-01-stages.csv`);
  await office.openSection(/^日程$/);
  await page.getByText(`${year} 年，北京时间`).waitFor();
  await office.changeSeason(next);
  await page.getByText(`${next} 年，北京时间`).waitFor();
  await office.openSection(/^看板$/);
  await page.getByText('这个范围这一年度还没有孩子注册。').waitFor();
  expect(page.url()).not.toContain('season=');

  // A number says itself of which season it is, and so does its record: what it leads to is of that season.
  await office.openSection(/^名单$/);
  await page.getByLabel('查编号').fill(waiting);
  await page.getByRole('button', { name: '查找' }).click();
  await row.getByRole('link').click();
  await page.waitForURL(new RegExp(`/office/records/${waiting}$`));
  expect(await office.seasons.inputValue()).toBe(String(year));
  await office.openSection(/^待办$/);
  await row.waitFor();
  expect(page.url()).toMatch(ofYear());
  await visitor.close();
});

test('in English, too, the header is one row, with a page of the menu and the switch of seasons in it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'en' });
  const office = new OfficePages(visitor.page);
  await office.open('/office/publication', /东管理/);
  await office.seasons.waitFor();
  await visitor.look('two-seasons-header');
  const row = await office.header.boundingBox();
  expect(row!.height).toBeLessThan(64);
  await visitor.close();
});

test('on a phone the sections stand in rows of about one length, and none stands alone', async () => {
  const visitor = await visit(browser, { width: 390, language: 'en' });
  const office = new OfficePages(visitor.page);
  await office.open('/office/queue', /东管理/);
  await visitor.look('office-header-phone');
  const tops = await office.sectionsInSight();
  for (const row of Map.groupBy(tops, (top) => top).values()) expect(row.length).toBeGreaterThan(1);
  await visitor.close();
});

test('the city keeps the season while it changes the place, and a school while it takes its list home', async () => {
  const city = await visit(browser, { width: 1280, language: 'en' });
  const office = new OfficePages(city.page);
  await office.open(`/office/dashboard?season=${year}`, /市管理/);
  await city.page.getByRole('heading', { level: 1, name: `The whole city, ${year}` }).waitFor();
  await city.look('two-seasons-city');
  await office.changePlace(/^Dongcheng$/);
  await city.page.getByRole('heading', { level: 1, name: `Dongcheng, ${year}` }).waitFor();
  await office.openSection(/^Simulator$/);
  await city.page.getByText(`For ${year} it is`).waitFor();
  // What belongs to no season has no switch, and keeps what was chosen.
  await office.openSection(/^Audit$/);
  await city.page.getByRole('heading', { level: 1, name: /Dongcheng/ }).waitFor();
  expect(await office.seasons.count()).toBe(0);
  await office.openSection(/^Records$/);
  await city.page.waitForURL(new RegExp(`/office/records\\?place=01&season=${year}$`));
  await city.page
    .getByRole('row')
    .filter({ hasText: grouped(number) })
    .waitFor();
  await city.close();

  const desk = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = desk;
  await new SchoolPages(page).enter();
  const school = new OfficePages(page);
  await school.openSection(/^已登记$/);
  await page.getByRole('link', { name: '全部' }).click();
  await page.getByText('还没有预登记过孩子。').waitFor();
  await school.changeSeason(year);
  await page.getByRole('link', { name: '全部' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: grouped(number) })
    .waitFor();
  await desk.look('two-seasons-school');
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载名单（XLSX）' }).click(),
  ]);
  expect(list.suggestedFilename()).toBe(`preregistered-${year}-0101.xlsx`);
  await desk.close();
});
