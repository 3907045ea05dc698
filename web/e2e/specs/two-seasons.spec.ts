import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  OpenSeasonDocument,
  PortalDocument,
  PublishResultsDocument,
  SetUpCityDocument,
} from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone, askAs, now } from '../support/sandbox.js';
import { freePorts, startProduct, stopProduct } from '../support/started-product.js';
import { visit } from '../support/visitor.js';

const MOTHER = 'guardian-21';
const WHO = /褚试妈/;
const CITY = 'municipal-01';
const BRING = '8 月 25 日 9:00 到校';

/** An opened season stays open, so no other test uses this city. */
const products: Parameters<typeof stopProduct>[0][] = [];
let browser: Browser;
let today: number;
let year: number;
/** The record of this year's child, who has been admitted. */
let number: string;
beforeAll(async () => {
  Object.assign(process.env, await startProduct(products, await freePorts(3)));
  browser = await launchBrowser();
  today = (await now()).getTime();
  year = (await askAs(CITY, PortalDocument, {})).season.year;
  number = await new Family(MOTHER, aPhone()).approved();
  const office = new Office();
  await office.preregister([number]);
  await office.decide([number], 'ADMITTED', BRING);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(products.map(stopProduct));
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

test('with two seasons under way a family reads its result, and the portal tells the next year’s dates', async () => {
  await setUp(year, `REGISTRATION: { opensAt: ${day(-10)}, closesAt: ${day(-2)} }`, '今年的招生意见');
  const next = year + 1;
  const window = `{ opensAt: ${day(20)}, closesAt: ${day(50)} }`;
  await setUp(next, `REGISTRATION: ${window}, DETAILS: ${window}`, '明年的招生意见');
  expect(await askAs(CITY, OpenSeasonDocument, { year: next })).toMatchObject({
    openSeason: { year: next, state: 'OPEN' },
  });
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
