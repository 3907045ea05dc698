import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aChild, aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

// People type before the page's scripts have arrived. On a slow line that is most of a short form.
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Typed = Record<string, string>;

const controlOf = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"]:not([type="radio"]), [name="${name}"][value="${value}"]`).first();

async function fill(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const control = controlOf(page, name, value);
    const kind = await control.evaluate((element) => (element as HTMLInputElement).type);
    if (kind.startsWith('select')) await control.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox') await control.check();
    else await control.fill(value);
  }
}

async function shown(page: Page, names: readonly string[]): Promise<Typed> {
  return page.evaluate((wanted) => {
    const forms = [...document.forms]
      .filter((form) => form.closest('main'))
      .map((form) => new FormData(form));
    const valueOf = (name: string) => forms.find((form) => form.has(name))?.get(name) ?? null;
    return Object.fromEntries(wanted.map((name) => [name, String(valueOf(name))]));
  }, names);
}

/** Opens a page without its scripts, types, lets the scripts arrive, and reads the fields once they run. */
async function typeEarly(page: Page, path: string, typed: Typed): Promise<Typed> {
  let letGo = () => {};
  const come = new Promise<void>((done) => (letGo = done));
  const scripts = /\/_app\/immutable\/.*\.js$/;
  await page.route(scripts, (route) => come.then(() => route.continue()));
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  expect(await page.locator('#svelte-announcer').count()).toBe(0);
  await fill(page, typed);
  letGo();
  await new GuardianPages(page).awake();
  await page.unroute(scripts);
  return shown(page, Object.keys(typed));
}

test('the registration keeps it, the first time and against what the tab remembers', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply/treated-as-local/notice');
  await guardian.acceptNotice();
  await guardian.signIn(/钱试爸/);
  await page.waitForURL(/\/register$/);
  const path = new URL(page.url()).pathname;

  // A new tab remembers nothing.
  const fresh = await page.context().newPage();
  const { name } = await aChild();
  const typed = {
    ground: 'POSTDOCTORAL',
    'child.name': name,
    'child.documentType': 'HK_MACAO_RESIDENCE',
    'child.sex': 'FEMALE',
    'child.birthDate.year': '2019',
    'child.birthDate.month': '11',
    'child.birthDate.day': '3',
    'child.nationality': 'DE',
    'child.hukouProvince': '130000',
    'child.residenceDistrict': '02',
    'guardian.phone': aPhone(),
    privacyPolicyVersion: 'yes',
  };
  expect(await typeEarly(fresh, path, typed)).toEqual(typed);

  const again = {
    ground: 'TAIWAN_COMPATRIOT',
    'child.documentType': 'PASSPORT',
    'child.documentNumber': 'X0000001',
    'child.sex': 'MALE',
    'guardian.phone': aPhone(),
  };
  expect(await typeEarly(fresh, path, again)).toEqual(again);
  // A field that was not touched the second time keeps its remembered value.
  expect(await shown(fresh, ['child.name', 'child.nationality'])).toEqual({
    'child.name': name,
    'child.nationality': 'DE',
  });
  await visitor.close();
});

test('the details keep it, and save it', async () => {
  const family = new Family('guardian-16', aPhone());
  const number = await family.register();
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/my');
  await new GuardianPages(page).signIn(/王试爸/);
  await page.waitForURL(/\/my$/);
  const path = `/my/${number}/collection/details`;
  const typed = {
    ethnicity: '11',
    'household.kind': 'FAMILY',
    secondGuardian: 'yes',
    'household.address': '早写的地址 1 号',
  };
  expect(await typeEarly(page, path, typed)).toEqual(typed);
  const details = new DetailsPage(page);
  await details.saved();
  const later = { ethnicity: '01', 'household.address': '早写的地址 2 号' };
  expect(await typeEarly(page, path, later)).toEqual(later);
  await details.saved();
  await page.reload();
  expect(await shown(page, Object.keys(later))).toEqual(later);
  await visitor.close();
});

test('the guide and the code of a withdrawal keep it', async () => {
  const family = new Family('guardian-16', aPhone());
  const number = await family.register();
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const asked = {
    nationality: 'other',
    hukou: '130000',
    'birthDate.year': '2020',
    'birthDate.month': '2',
    'birthDate.day': '29',
    ground: 'ONE_PARENT_LOCAL',
    district: '03',
  };
  expect(await typeEarly(page, '/guide', asked)).toEqual(asked);
  await page.goto('/my');
  await new GuardianPages(page).signIn(/王试爸/);
  await page.waitForURL(/\/my$/);
  const code = { smsCode: '012345' };
  expect(await typeEarly(page, `/my/${number}/withdraw`, code)).toEqual(code);
  await visitor.close();
});
