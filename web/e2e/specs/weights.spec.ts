import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Limits for scripts and for everything together, where the details are the longest form. The manual's pictures near the window come on top. */
const LIMIT_KB = { scripts: 120, scriptsWithoutRules: 85, all: 130, details: 132, pictures: 80 };
/** The pages where the rules judge while somebody types. Every other page does without their texts. */
const JUDGED = /\/(register|details|details\/confirm)$/;
const PAGES = [
  '/',
  '/d/01',
  '/d/01/apply',
  '/d/01/apply/non-local-hukou/notice',
  '/guide',
  '/guide/non-local-hukou?district=04',
  '/help',
  '/manual',
  '/accessibility',
  '/display',
  `/verify/${'A'.repeat(38)}`,
  '/my',
];
const FORM = '/d/01/apply/non-local-hukou/register';
const DRAFTED = ['', '/collection/details', '/collection/details/confirm', '/withdraw'];
const APPROVED = [
  '',
  '/collection',
  '/collection/identity',
  '/collection/review',
  '/registration',
  '/form',
  '/result',
  '/authorization',
  '/messages',
  '/access',
  '/collection/details/receipt',
  '/data',
  '/data/texts',
  '/data/confirm',
];

/** Limits for the office, which has a faster line. Its tables are part of the page. */
const OFFICE_LIMIT_KB = { scripts: 120, all: 190 };
const OFFICE = [
  '/office/queue?whose=all',
  '/office/records',
  '/office/dashboard',
  '/office/simulator',
  '/office/tokens',
  '/office/people',
  '/office/webhooks',
];

/** A school's desk stands where the line is bad. */
const DESK = ['/school', '/school/list', '/school/expected'];
const DESK_LIMIT_KB = { scripts: 100, all: 120 };

interface Weight {
  /** Kilobytes on the wire: compressed bodies and headers. */
  all: number;
  scripts: number;
  pictures: number;
}

/** Opens a page with an empty cache and adds up everything it loads. */
async function weigh(page: Page, path: string): Promise<{ weight: Weight; strange: string[] }> {
  const browserSide = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const weight = { all: 0, scripts: 0, pictures: 0 };
  const strange: string[] = [];
  browserSide.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    // The browser's own icon in a date field is not loaded.
    const within = [process.env.E2E_WEB!, 'data:'].some((start) => response.url.startsWith(start));
    if (!within || type === 'Font') strange.push(response.url);
  });
  browserSide.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kilobytes = encodedDataLength / 1024;
    if (kinds.get(requestId) === 'Image') return void (weight.pictures += kilobytes);
    weight.all += kilobytes;
    if (kinds.get(requestId) === 'Script') weight.scripts += kilobytes;
  });
  await page.goto('about:blank');
  await browserSide.send('Network.enable');
  await browserSide.send('Network.setCacheDisabled', { cacheDisabled: true });
  // A page that is told of changes never becomes idle. It has all it needs once it is awake.
  const live = path === '/office/dashboard' || path.startsWith('/office/records/');
  const answer = await page.goto(path, { waitUntil: live ? 'load' : 'networkidle' });
  if (live) await new GuardianPages(page).awake();
  if (path === '/office/dashboard') await page.getByText('有变化时自动更新。').waitFor();
  const found = { address: page.url(), status: answer!.status() };
  expect(found).toEqual({ address: process.env.E2E_WEB! + path, status: 200 });
  await browserSide.detach();
  return { weight, strange };
}

test(`no page of a guardian brings more than ${LIMIT_KB.scripts} KB of scripts, brings a font or asks another host`, async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/my');
  await guardian.signIn(/王试妈/);
  const family = new Family('guardian-15', aPhone());
  const drafted = await family.register();
  await family.saveDraft(drafted);
  const approved = await new Family('guardian-15', aPhone()).approved();
  const lines: string[] = [];
  const check = async (path: string) => {
    const { weight, strange } = await weigh(page, path);
    expect({ path, strange }).toEqual({ path, strange: [] });
    // Every page has scripts; one without any was measured wrongly.
    expect({ path, scripts: weight.scripts > 10 }).toEqual({ path, scripts: true });
    const fits =
      weight.scripts <= (JUDGED.test(path) ? LIMIT_KB.scripts : LIMIT_KB.scriptsWithoutRules) &&
      weight.all <= (path.endsWith('/collection/details') ? LIMIT_KB.details : LIMIT_KB.all) &&
      weight.pictures <= (path === '/manual' ? LIMIT_KB.pictures : 0);
    expect({ path, ...weight, fits }).toEqual({ path, ...weight, fits: true });
    lines.push(`${weight.all.toFixed(0)} KB, ${weight.scripts.toFixed(0)} of it scripts: ${path}`);
  };
  for (const path of PAGES) await check(path);
  for (const path of DRAFTED) await check(`/my/${drafted}${path}`);
  for (const path of APPROVED) await check(`/my/${approved}${path}`);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await page.waitForURL(/\/register$/);
  await check(FORM);
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/weights.txt', lines.join('\n') + '\n');
  await visitor.close();
});

async function keepTo(limits: typeof OFFICE_LIMIT_KB, page: Page, paths: string[], file: string) {
  const lines: string[] = [];
  for (const path of paths) {
    const { weight, strange } = await weigh(page, path);
    const fits = weight.scripts <= limits.scripts && weight.all <= limits.all;
    expect({ path, strange, ...weight, fits }).toEqual({ path, strange: [], ...weight, fits: true });
    lines.push(`${weight.all.toFixed(0)} KB, ${weight.scripts.toFixed(0)} of it scripts: ${path}`);
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(`.cache/${file}.txt`, lines.join('\n') + '\n');
}

test(`no page of the office brings more than ${OFFICE_LIMIT_KB.scripts} KB of scripts, brings a font or asks another host`, async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const number = await new Family('guardian-15', aPhone()).reviewable();
  await new OfficePages(visitor.page).open('/office/dashboard', /东管理/);
  const paths = [...OFFICE, `/office/records/${number}`];
  await keepTo(OFFICE_LIMIT_KB, visitor.page, paths, 'weights-office');
  await visitor.close();
});

test(`no page of a school’s desk brings more than ${DESK_LIMIT_KB.scripts} KB of scripts, brings a font or asks another host`, async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const number = await new Family('guardian-15', aPhone()).approved();
  await new OfficePages(visitor.page).open('/school', /校登记/);
  await keepTo(DESK_LIMIT_KB, visitor.page, [...DESK, `/school?brought=${number}`], 'weights-school');
  await visitor.close();
});
