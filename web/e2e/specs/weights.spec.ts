import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(180_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Of scripts alone, and of all that comes. */
const LIMIT_KB = { scripts: 120, all: 130 };
const PAGES = [
  '/',
  '/d/01',
  '/d/01/apply',
  '/d/01/apply/non-local-hukou/notice',
  '/guide',
  '/guide/non-local-hukou?district=04',
  '/help',
  '/display',
  `/verify/${'A'.repeat(38)}`,
  '/my',
];
const FORM = '/d/01/apply/non-local-hukou/register';
const DRAFTED = ['', '/collection/details', '/collection/details/confirm', '/withdraw'];
const APPROVED = [
  ...['', '/collection', '/collection/identity', '/collection/review', '/registration', '/form', '/result'],
  ...[
    '/authorization',
    '/messages',
    '/access',
    '/collection/details/receipt',
    '/data',
    '/data/texts',
    '/data/confirm',
  ],
];

interface Weight {
  /** Kilobytes that came over the line, headers and compression included. */
  all: number;
  scripts: number;
}

/** Opens a page with an empty cache and weighs all that comes. */
async function weigh(page: Page, path: string): Promise<{ weight: Weight; strange: string[] }> {
  const browserSide = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const weight = { all: 0, scripts: 0 };
  const strange: string[] = [];
  browserSide.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    // A browser's own picture in a date field comes from nowhere.
    const within = [process.env.E2E_WEB!, 'data:'].some((start) => response.url.startsWith(start));
    if (!within || type === 'Font') strange.push(response.url);
  });
  browserSide.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.all += encodedDataLength / 1024;
    if (kinds.get(requestId) === 'Script') weight.scripts += encodedDataLength / 1024;
  });
  await page.goto('about:blank');
  await browserSide.send('Network.enable');
  await browserSide.send('Network.setCacheDisabled', { cacheDisabled: true });
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
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
  const family = new Family('guardian-15', aPhone('1990021'));
  const drafted = await family.register();
  await family.saveDraft(drafted);
  const approved = await new Family('guardian-15', aPhone('1990021')).approved();
  const lines: string[] = [];
  const check = async (path: string) => {
    const { weight, strange } = await weigh(page, path);
    expect({ path, strange }).toEqual({ path, strange: [] });
    // A page without scripts would have been weighed wrongly: every one of them has some.
    expect({ path, scripts: weight.scripts > 10 }).toEqual({ path, scripts: true });
    const fits = weight.scripts <= LIMIT_KB.scripts && weight.all <= LIMIT_KB.all;
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
