import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  const aFamily = () => new Family('guardian-14', aPhone());
  await aFamily().reviewable();
  await aFamily().register();
});
afterAll(() => browser.close());

const READERS = [
  { width: 390, language: 'zh-CN', colorScheme: 'light', who: /市管理/ },
  { width: 1280, language: 'en', colorScheme: 'dark', who: /东管理/ },
  { width: 390, language: 'en', colorScheme: 'dark', who: /东管理/ },
  { width: 1280, language: 'zh-CN', colorScheme: 'light', who: /市管理/ },
] as const;

test.each(READERS)(
  'a change is asked for, counted and taken home at $width px in $language, without a script',
  async ({ who, ...reader }) => {
    const visitor = await visit(browser, { ...reader, javaScriptEnabled: false });
    const { page } = visitor;
    const office = new OfficePages(page);
    await office.open('/office/simulator', who);
    await page.getByRole('heading', { level: 1, name: /^(政策测算|Simulator)$/ }).waitFor();

    await page.getByRole('button', { name: /^(开始测算|Simulate)$/ }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(/^(最早出生日期|Earliest birth date)/).fill('2020-12-31');
    await page.getByLabel(/^(最晚出生日期|Latest birth date)/).fill('2020-01-01');
    await page.getByRole('button', { name: /^(开始测算|Simulate)$/ }).click();
    await page.getByRole('alert').getByRole('link').waitFor();
    expect(await page.getByLabel(/^(最早出生日期|Earliest birth date)/).inputValue()).toBe('2020-12-31');

    await page.getByLabel(/^(最早出生日期|Earliest birth date)/).fill('');
    await page.getByLabel(/^(最晚出生日期|Latest birth date)/).fill('');
    await page.getByLabel(/^(最晚从哪一天起居住|Last day on which it may)/).fill('2020-01-01');
    await page.getByLabel(/^(用于哪个审核项|For the review item)/).selectOption('RESIDENCE');
    await page.getByRole('button', { name: /^(开始测算|Simulate)$/ }).click();
    await page.waitForURL(/\/office\/simulator\/[\da-f-]{36}/);
    await page.getByText(/份会受影响|would change \(/).waitFor();

    const csv = await (await page.context().request.get(`${page.url().split('?')[0]!}/districts.csv`)).text();
    const [, first] = csv.split('\r\n');
    expect(first).toMatch(/^(东城|Dongcheng)[^,]*,[1-9]\d*,[1-9]\d*,/);
    const [, live, affected] = first!.split(',').map(Number);
    const row = page.getByRole('row', { name: /^(东城|Dongcheng)/ });
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(
      [live, affected].map((n) => n!.toLocaleString('en')),
    );
    await visitor.close();
  },
);

test.each(READERS)('its pages at $width px in $language', async ({ who, ...reader }) => {
  const visitor = await visit(browser, reader);
  const { page } = visitor;
  await new OfficePages(page).open('/office/simulator', who);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visitor.look('office-simulator');
  await page.getByRole('button', { name: /^(开始测算|Simulate)$/ }).click();
  await page.getByRole('alert').waitFor();
  await visitor.look('office-simulator-refused');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByText(/份会受影响|would change \(/).waitFor();
  await visitor.look('office-simulation');
  await visitor.close();
});

test('it is nobody’s below an administrator', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东审核/);
  await office.section(/看板/).waitFor();
  expect(await office.section(/政策测算/).count()).toBe(0);
  const absent = '/office/simulator/00000000-0000-7000-8000-000000000000';
  for (const path of ['/office/simulator', absent, `${absent}/districts.csv`]) {
    expect((await page.context().request.get(path)).status()).toBe(404);
  }
  await visitor.close();
});
