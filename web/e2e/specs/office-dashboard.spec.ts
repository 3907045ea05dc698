import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OfficeDashboardDocument } from '@enrolment/schema/client';
import { STAGE_NAMES } from '@enrolment/rulebook/names.ts';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  const aFamily = () => new Family('guardian-13', aPhone());
  const approved = await aFamily().approved();
  await new Office().preregister([approved]);
  await aFamily().reviewable();
  await aFamily().register({ ground: 'ONE_PARENT_LOCAL' });
  // In a subdistrict of the same name.
  await new Family('guardian-13', aPhone(), '03').reviewable();
});
afterAll(() => browser.close());

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light', of: ['district', 'school'] },
  { width: 390, language: 'en', colorScheme: 'dark', of: ['city'] },
  { width: 1280, language: 'zh-CN', colorScheme: 'dark', of: ['city', 'school'] },
  { width: 1280, language: 'en', colorScheme: 'light', of: ['district'] },
  { width: 1600, language: 'zh-CN', colorScheme: 'light', of: ['city'] },
] as const)('at $width px in $language, $colorScheme: of $of', async ({ of, ...reader }) => {
  const officers = { district: /东管理/, city: /市管理/, school: /校登记/ };
  for (const place of of) {
    const visitor = await visit(browser, reader);
    await new OfficePages(visitor.page).open('/office/dashboard', officers[place]);
    await visitor.page.getByRole('figure').first().waitFor();
    await new GuardianPages(visitor.page).awake();
    await visitor.look(`office-dashboard-${place}-${reader.colorScheme}`);
    if (place === 'school' && reader.width === 390) {
      await visitor.page.getByRole('link', { name: '全区' }).click();
      await visitor.page.getByRole('heading', { level: 1, name: /^东城区/ }).waitFor();
      await visitor.page.getByText(/“<5”/).waitFor();
      await visitor.look(`office-dashboard-of-school-${reader.colorScheme}`);
    }
    await visitor.close();
  }
});

test('the table beneath a drawing says what the API counts, and so does its file', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', acceptDownloads: true });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/dashboard', /东管理/);
  const { dashboard } = await askAs('admin-01', OfficeDashboardDocument, { district: '01' });
  const counted = Object.fromEntries(
    dashboard.byStage.map(({ stage, count }) => [STAGE_NAMES[stage]['zh-CN'], [count.toLocaleString('en')]]),
  );
  expect(await office.numbersOf(/^现在停在哪一步$/)).toEqual(counted);

  const csv = await (await page.context().request.get('/office/dashboard/stages.csv')).text();
  const lines = dashboard.byStage.map(({ stage, count }) => `${STAGE_NAMES[stage]['zh-CN']},${count}`);
  expect(csv).toBe(`\uFEFF${['阶段,孩子', ...lines].join('\r\n')}\r\n`);
  await visitor.close();
});

test('a drawing is taken home as it is: a picture of its own, with nothing from elsewhere', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', acceptDownloads: true });
  const { page } = visitor;
  await new OfficePages(page).open('/office/dashboard', /东管理/);
  const links = await page.getByRole('link', { name: /^下载 SVG 图/ }).all();
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    const answer = await page.context().request.get((await link.getAttribute('href'))!);
    expect(answer.headers()['content-type']).toMatch(/^image\/svg\+xml/);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.svg"$/);
    const svg = await answer.text();
    expect(svg).not.toMatch(/var\(|light-dark|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    const drawn = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        broken: root.querySelectorAll('parsererror').length,
        texts: root.querySelectorAll('text').length,
      };
    }, svg);
    expect(drawn.broken).toBe(0);
    expect(drawn.texts).toBeGreaterThan(1);
  }
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^下载 PNG 图：现在停在哪一步$/ }).click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/^\d{4}-01-stages\.png$/);
  const png = await readFile(await picture.path());
  // The first bytes of the file give its width, which is twice that of the drawing.
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1504]);
  for (const path of ['nothing.csv', 'stages', 'stages.exe', 'stages.constructor', 'districts.svg']) {
    expect((await page.context().request.get(`/office/dashboard/${path}`)).status()).toBe(404);
  }
  await visitor.close();
});

test('what changes is seen without a reload; what was opened stays open, and the figures while there are no newer ones', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/dashboard', /东管理/);
  await page.getByText('有变化时自动更新。').waitFor();
  await office
    .panel(/^现在停在哪一步$/)
    .locator('summary')
    .click();
  const total = async () =>
    Number((await page.locator('.totals dd').first().innerText()).split('\n')[0]!.replace(',', ''));
  const before = await total();
  await page.evaluate(() => (document.title = 'the same page'));
  const figures = '**/office/dashboard/figures?*';
  const refused = new Promise<void>((done) =>
    page.route(figures, (route) => route.fulfill({ status: 503 }).then(done)),
  );
  await new Family('guardian-13', aPhone()).register();
  await refused;
  await page.unroute(figures);
  await page.getByText('有变化时自动更新。').waitFor();
  expect(await total()).toBe(before);
  await new Family('guardian-13', aPhone()).register();
  while ((await total()) === before) await page.waitForTimeout(100);
  expect(await page.title()).toBe('the same page');
  await office
    .panel(/^现在停在哪一步$/)
    .getByRole('table')
    .waitFor();
  await visitor.close();
});

test('days are chosen by a form, and all of it is there without scripts', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  await new OfficePages(page).open('/office/dashboard', /东管理/);
  await page.getByLabel(/等待超过几天/).fill('3');
  await page.getByRole('button', { name: '重新数' }).click();
  await page.waitForURL(/days=3/);
  await page.getByText('超过 3 天', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: '刷新' }).waitFor();
  expect(await page.getByRole('button', { name: /PNG/ }).count()).toBe(0);
  await visitor.close();
});

test('what a screen reader hears of a drawing, and the keys that open its numbers', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/dashboard', /东管理/);
  const panel = office.panel(/^现在停在哪一步$/);
  // There is one picture for all widths.
  expect(await panel.getByRole('img').count()).toBe(1);
  await panel.getByRole('img', { name: /^图：现在停在哪一步。.*数字在下面的表里。$/ }).waitFor();
  await panel.locator('summary').focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('table', { name: '现在停在哪一步' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1000 });
  await visitor.look('office-dashboard-print');
  await visitor.close();
});

test('a place without a record says so', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  await new OfficePages(visitor.page).open('/office/dashboard?place=17', /市管理/);
  await visitor.page.getByText('这个范围这一年度还没有孩子注册').waitFor();
  await visitor.look('office-dashboard-empty');
  await visitor.close();
});
