import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser, launchOldestBrowser } from '../support/browser.js';
import { aChild, aPhone } from '../support/sandbox.js';
import { builtScripts, newerThanTheFloor } from '../support/script-age.js';
import { PUBLIC_PAGES } from '../support/site-pages.js';
import { visit } from '../support/visitor.js';

let oldest: Browser;
let present: Browser;
beforeAll(async () => {
  [oldest, present] = await Promise.all([launchOldestBrowser(), launchBrowser()]);
});
afterAll(() => Promise.all([oldest.close(), present.close()]));

/** Screenshots are slow in an engine without a graphics card. */
const LOOKED_AT = new Set(['portal', 'notice', 'guide']);

/** The colours as a person sees them; in the source, each is a custom property with two values. */
const coloursOf = (page: Page) =>
  page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor };
  });

test('with Chromium 86 a guardian registers, fills in the details and submits them', async () => {
  expect(oldest.version()).toMatch(/^86\./);
  const visitor = await visit(oldest, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  const number = await guardian.register(/赵试妈/, await aChild(), aPhone());
  await visitor.look('oldest-child');

  const details = new DetailsPage(page);
  await details.open(number);
  await details.fillAll();
  await details.saved();
  await visitor.look('oldest-details');
  await details.send();
  await visitor.look('oldest-receipt');
  await visitor.close();
});

test('every public page wakes up in Chromium 86, in its colours, and nothing fails on it', async () => {
  const visitor = await visit(oldest, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  for (const { path, name } of PUBLIC_PAGES) {
    await page.goto(path);
    await new GuardianPages(page).awake();
    expect(await coloursOf(page)).toEqual({
      color: 'rgb(29, 37, 40)',
      backgroundColor: 'rgb(251, 250, 247)',
    });
    if (LOOKED_AT.has(name)) await visitor.look(`oldest-${name}`);
  }
  await page.goto('/help');
  await new GuardianPages(page).awake();
  await page.getByRole('searchbox').fill('qqqq');
  await page.getByRole('heading', { name: '没有找到相关的问题' }).waitFor();
  await visitor.close();

  const dark = await visit(oldest, { width: 1280, language: 'en', colorScheme: 'dark' });
  await dark.page.goto('/');
  expect(await coloursOf(dark.page)).toEqual({
    color: 'rgb(236, 234, 228)',
    backgroundColor: 'rgb(20, 24, 26)',
  });
  await dark.look('oldest-portal-dark');
  await dark.close();
});

test('an engine that is older still starts no scripts, and its forms work', async () => {
  const visitor = await visit(present, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.addInitScript(() => delete (Element.prototype as Partial<Element>).replaceChildren);
  const refused = page.waitForEvent('pageerror');
  await page.goto('/guide');
  expect((await refused).message).toMatch(/too old for scripts/);
  expect(await page.locator('#svelte-announcer').count()).toBe(0);
  await page.locator('[name="nationality"][value="CN"]').check();
  await page.locator('[name="hukou"]').selectOption('130000');
  const { birthDate } = await aChild();
  const [year, month, day] = birthDate.split('-');
  await page.locator('[name="birthDate.year"]').fill(year!);
  await page.locator('[name="birthDate.month"]').fill(month!);
  await page.locator('[name="birthDate.day"]').fill(day!);
  await page.getByRole('main').getByRole('button').click();
  await page.waitForURL(/\/guide\/non-local-hukou/);
  await visitor.close();
});

test('the built scripts have no syntax and ask for no method that is newer than the floor', () => {
  const scripts = builtScripts();
  expect(scripts.length).toBeGreaterThan(30);
  expect(
    scripts.flatMap(({ file, text }) => newerThanTheFloor(text).map((what) => `${file}: ${what}`)),
  ).toEqual([]);
});

test.each([
  ['class A { static { f() } }', 'StaticBlock'],
  ['class A { #b; has(c) { return #b in c } }', '#b in'],
  ['await f()', 'await at the top'],
  ['a?.b(...c, d)', 'spread within an optional call'],
  ['x.replace(/(?<=a)b/, "")', 'lookbehind'],
  ['crypto.randomUUID()', 'randomUUID'],
  ['Object.groupBy(a, b)', 'groupBy'],
])('%s would be found', (text, what) => {
  expect(newerThanTheFloor(text)).toEqual([what]);
});
