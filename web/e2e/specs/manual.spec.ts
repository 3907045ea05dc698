import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy, extractText } from 'unpdf';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Some characters look like their radicals in a font, and a PDF then names the radical. */
const RADICAL = 'ø';

/** Keeps letters and digits only, because a line in a PDF can end anywhere. */
const letters = (text: string) =>
  text
    .replaceAll(/[\u2E80-\u2FDF]/g, RADICAL)
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const stepsOn = (page: Page) => page.locator('main ol.steps li').allInnerTexts();

describe.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 1280, language: 'en', colorScheme: 'dark' },
] as const)('at $width px in $language', (reader) => {
  test('the portal leads to the manual: seven chapters with pictures, and the same to take home', async () => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    await page.goto('/');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^(操作手册|User manual)$/ })
      .click();
    await page.waitForURL(/\/manual$/);
    await new GuardianPages(page).awake();
    expect(await page.locator('main h2[id]').count()).toBe(7);
    const pictures = page.locator('main img');
    expect(await pictures.count()).toBe(15);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      expect(await picture.getAttribute('alt')).toMatch(/\S{3}/);
      // The picture has loaded, in the space kept for it.
      await expect(picture.evaluate((one: HTMLImageElement) => one.decode())).resolves.toBeUndefined();
    }
    await visitor.look('manual');
    const link = page.getByRole('link', { name: /^(下载操作手册|Download the manual)/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^(操作手册|User manual)\.pdf$/);
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(await download.path())));
    const { text } = await extractText(pdf, { mergePages: true });
    // `npm run pictures` prints the manual again. No step of the page may be missing on paper.
    const printed = letters(text);
    const isPrinted = (step: string) =>
      new RegExp([...letters(step)].map((letter) => `[${letter}${RADICAL}]`).join('')).test(printed);
    const missing = (await stepsOn(page)).filter((step) => !isPrinted(step));
    expect(missing).toEqual([]);
    await visitor.close();
  });

  test('the portal shows the way of each kind of hukou, what the policy means, and each district’s policies', async () => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    await page.goto('/');
    await new GuardianPages(page).awake();
    const how = page.getByRole('region', { name: /^(怎么办理|How it works)$/ });
    const charts = how.locator('details');
    expect(await charts.count()).toBe(3);
    for (const chart of await charts.all()) {
      if ((await chart.getAttribute('open')) === null) await chart.locator('summary').click();
      expect(await chart.locator('ol > li').count()).toBe(8);
      await chart.getByText(/身份证及户籍信息核验|Verification of identity/).waitFor();
    }
    await page.getByRole('heading', { name: /^(政策解读|What the policy means for you)$/ }).waitFor();
    const districts = page.getByRole('region', { name: /^(各区入学政策和电话|Policies and phones)/ });
    expect(await districts.getByRole('heading', { level: 3 }).count()).toBe(18);
    const last = districts.getByRole('listitem').filter({ has: page.locator('a[href="/d/18"]') });
    expect(await last.getByText('经济技术开发区小学入学工作安排').isVisible()).toBe(false);
    await last.locator('summary').first().click();
    await last.locator('a[href^="tel:"]').waitFor();
    await last.getByText('经济技术开发区小学入学工作安排').waitFor();
    await visitor.look('portal-open');
    await visitor.close();
  });

  test('a clause that a refusal cites leads to its place in the manual', async () => {
    const visitor = await visit(browser, { ...reader, javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/d/01/apply/non-local-hukou/notice');
    await page.getByRole('button', { name: /^(确认|Confirm)$/ }).click();
    const clause = page.getByRole('link', { name: /(操作手册|user manual) 一\(一\)4/ }).first();
    expect(await clause.getAttribute('href')).toBe('/manual#1-1-4');
    await page.goto('/manual#1-1-4');
    await page.locator('li:target', { hasText: '10' }).waitFor();
    await visitor.close();
  });

  test('the accessibility statement is in every footer, and says how to complain', async () => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    await page.goto('/help');
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: /^(无障碍说明|Accessibility)$/ })
      .click();
    await page.waitForURL(/\/accessibility$/);
    for (const title of [/做过哪些测试|What has been tested/, /已知的不足|fall short/, /投诉|complaints/]) {
      await page.getByRole('heading', { name: title }).waitFor();
    }
    expect(await page.locator('main a[href="tel:01000000000"]').count()).toBe(1);
    await visitor.look('accessibility');
    await visitor.close();
  });
});

test.each([
  [360, 'zh-CN'],
  [390, 'zh-CN'],
  [360, 'en'],
  [390, 'en'],
] as const)('the header keeps to one row at %i px in %s, signed in too', async (width, language) => {
  const visitor = await visit(browser, { width, language });
  const { page } = visitor;
  await page.goto('/my');
  await new GuardianPages(page).signIn(/郑试妈/);
  await page.goto('/my');
  const banner = page.getByRole('banner');
  await banner.getByRole('link', { name: /小学入学服务系统|School enrolment/ }).waitFor();
  await banner.getByRole('button', { name: /^(English|中文)$/ }).waitFor();
  const tops = await banner
    .getByRole('navigation')
    .locator('a, button')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(tops).toHaveLength(4);
  const brand = await banner.locator('a').first().boundingBox();
  expect(new Set([...tops, Math.round(brand!.y)]).size).toBe(1);
  const lines = await banner
    .locator('a span')
    .first()
    .evaluate((words) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return range.getClientRects().length;
    });
  expect(lines).toBe(1);
  await visitor.close();
});
