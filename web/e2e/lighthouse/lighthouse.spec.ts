import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone } from '../support/sandbox.js';
import { freePorts } from '../support/started-product.js';
import { visit } from '../support/visitor.js';

const RUNS = 3;
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };
const FOLDER = resolve('.cache/lighthouse');
const PROGRAM = resolve('node_modules/lighthouse/cli/index.js');

const PAGES = [
  { name: 'portal', path: () => '/' },
  { name: 'notice', path: () => '/d/01/apply/non-local-hukou/notice' },
  { name: 'registration', path: () => '/d/01/apply/non-local-hukou/register' },
  { name: 'details', path: () => `/my/${registered}/collection/details` },
  { name: 'child’s page', path: () => `/my/${registered}` },
  { name: 'result', path: () => `/my/${published}/result` },
];

let browser: Browser;
let port: number;
let registered: string;
let published: string;
const rows: string[] = [];

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  [port] = await freePorts(1);
  browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const guardian = new GuardianPages(visitor.page);
  await visitor.page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await guardian.signIn(/郑试妈/);
  const cookies = await visitor.page.context().cookies();
  await visitor.close();
  // Lighthouse opens its pages beside the visitor's, with cookies of their own.
  const ours = await browser.newBrowserCDPSession();
  await ours.send('Storage.setCookies', {
    cookies: cookies.map(({ name, value }) => ({ name, value, url: process.env.E2E_WEB! })),
  });

  const office = new Office();
  registered = await new Family('guardian-13', aPhone()).register();
  published = await new Family('guardian-13', aPhone()).approved();
  await office.preregister([published]);
  await office.decide([published], 'ADMITTED', '8 月 25 日报到，请带户口簿和采集表');
  await office.publish();
}, 120_000);

afterAll(async () => {
  await browser.close();
  const head = '| page | performance | accessibility | best practices |\n| --- | --- | --- | --- |';
  writeFileSync(join(FOLDER, 'table.md'), [head, ...rows, ''].join('\n'));
});

interface Report {
  runtimeError?: { message: string };
  finalDisplayedUrl: string;
  categories: Record<keyof typeof LEAST, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>;
}

/** Runs Lighthouse once in the browser of the tests, with the phone that is Lighthouse's default. */
async function lighthouse(path: string, output: string): Promise<Report> {
  const settings = [`--port=${port}`, '--locale=en', '--quiet'];
  const kinds = `--only-categories=${Object.keys(LEAST)}`;
  const child = spawn(
    process.execPath,
    [PROGRAM, process.env.E2E_WEB! + path, ...settings, kinds, '--no-enable-error-reporting'].concat([
      '--output=json',
      `--output-path=${output}`,
    ]),
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`lighthouse: exit ${code}`);
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  return report;
}

test.each(PAGES)('$name', async ({ name, path }) => {
  const reports: Report[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    reports.push(
      await lighthouse(path(), join(FOLDER, `${PAGES.findIndex((page) => page.name === name)}-${run}.json`)),
    );
  }
  // After a redirect it would have measured another page.
  for (const { finalDisplayedUrl } of reports) expect(new URL(finalDisplayedUrl).pathname).toBe(path());
  const scores = (kind: keyof typeof LEAST) =>
    reports
      .map(({ categories }) => Math.round(100 * (categories[kind].score ?? 0)))
      .toSorted((a, b) => a - b);
  const found = {
    performance: scores('performance')[Math.floor(RUNS / 2)]!,
    accessibility: scores('accessibility')[0]!,
    'best-practices': scores('best-practices')[0]!,
  };
  rows.push(`| ${[name, ...Object.values(found)].join(' | ')} |`);
  const failed = Object.values(reports[0]!.audits).filter(
    ({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score !== null && score < 1,
  );
  expect({ ...found, failed: failed.map(({ title }) => title) }).toEqual({
    performance: expect.any(Number),
    accessibility: LEAST.accessibility,
    'best-practices': LEAST['best-practices'],
    failed: expect.any(Array),
  });
  expect(found.performance).toBeGreaterThanOrEqual(LEAST.performance);
});
