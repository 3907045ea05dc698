import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LIMIT_KB = 120;
const PAGES = [
  '/',
  '/d/01',
  '/d/01/apply',
  '/d/01/apply/non-local-hukou/notice',
  '/guide',
  '/guide/non-local-hukou?district=04',
  '/help',
  '/my',
];
const FORM = '/d/01/apply/non-local-hukou/register';

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
    if (!response.url.startsWith(process.env.E2E_WEB!) || type === 'Font') strange.push(response.url);
  });
  browserSide.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.all += encodedDataLength / 1024;
    if (kinds.get(requestId) === 'Script') weight.scripts += encodedDataLength / 1024;
  });
  await page.goto('about:blank');
  await browserSide.send('Network.enable');
  await browserSide.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(path, { waitUntil: 'networkidle' });
  await browserSide.detach();
  return { weight, strange };
}

test(`no page of a guardian weighs more than ${LIMIT_KB} KB, brings a font or asks another host`, async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/my');
  await guardian.signIn(/孙试爸/);
  const lines: string[] = [];
  const check = async (path: string) => {
    const { weight, strange } = await weigh(page, path);
    expect({ path, strange }).toEqual({ path, strange: [] });
    // A page without scripts would have been weighed wrongly: every one of them has some.
    expect({ path, scripts: weight.scripts > 10 }).toEqual({ path, scripts: true });
    expect({ path, ...weight, fits: weight.all <= LIMIT_KB }).toEqual({ path, ...weight, fits: true });
    lines.push(`${weight.all.toFixed(0)} KB, ${weight.scripts.toFixed(0)} of it scripts: ${path}`);
  };
  for (const path of PAGES) await check(path);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await page.waitForURL(/\/register$/);
  await check(FORM);
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/weights.txt', lines.join('\n') + '\n');
  await visitor.close();
});
