import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { faultsOf, outlineOf } from '../support/outline.js';
import { startOwnCity } from '../support/own-city.js';
import { visit } from '../support/visitor.js';

/** A city of its own, in which no page is empty. */
let leave: (() => Promise<void>) | undefined;
let browser: Browser;
beforeAll(async () => {
  leave = await startOwnCity({ SANDBOX_RECORDS: '300' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await leave?.();
});

const PEOPLE: readonly (readonly [role: string, name: RegExp, home: string])[] = [
  ['officer', /东审核/, '/office'],
  ['district administrator', /东管理/, '/office'],
  ['municipal administrator', /市管理/, '/office'],
  ['subdistrict officer', /海街道/, '/office'],
  ['department reviewer', /海人社/, '/office'],
  ['registrar', /校登记/, '/school'],
];
const READERS = [
  { width: 1600, language: 'zh-CN', colorScheme: 'light' },
  { width: 390, language: 'en', colorScheme: 'dark' },
] as const;

/** A path with letters in the place of what is different on each page of a kind: a number, an id. */
const kindOf = (path: string) => path.replace(/\/(?=[\da-f-]*\d)[\da-f-]+(?=\/|$)/g, '/…');

/** The office's own pages that links on this page lead to, one of each kind. */
const linkedFrom = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) =>
    links
      .map((link) => new URL((link as HTMLAnchorElement).href))
      .filter(
        ({ origin, pathname }) => origin === location.origin && /^\/(office|school)(\/|$)/.test(pathname),
      )
      // Files are no pages.
      .filter(({ pathname }) => !/\.\w+$|\/(file|template|result|notice)$/.test(pathname))
      .map(({ pathname }) => pathname),
  );

const each = PEOPLE.flatMap(([role, name, home]) => READERS.map((reader) => ({ role, name, home, reader })));

test.each(each)(
  'every page of the $role, at $reader.width px in $reader.language, $reader.colorScheme',
  async ({ role, name, home, reader }) => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    await new OfficePages(page).open(home, name);
    await new GuardianPages(page).awake();
    const seen = new Set<string>();
    const waiting = [new URL(page.url()).pathname, ...(await linkedFrom(page, 'nav a, footer a'))];
    const problems: string[] = [];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = kindOf(path);
      if (seen.has(kind)) continue;
      seen.add(kind);
      const wrong = (what: string) => void problems.push(`${path}: ${what}`);
      const answer = await page.goto(path);
      if (answer!.status() !== 200) {
        wrong(`status ${answer!.status()}`);
        continue;
      }
      // Some pages have no scripts.
      if ((await page.locator('link[rel="modulepreload"]').count()) > 0)
        await new GuardianPages(page).awake();
      const shown = `${role}${kind.replaceAll(/[/…]+/g, '-')}`.replaceAll(' ', '-');
      await visitor.look(shown).catch((error: Error) => wrong(error.message));
      faultsOf(await outlineOf(page), reader.language).forEach(wrong);
      waiting.push(...(await linkedFrom(page, 'main a')));
    }
    expect(problems).toEqual([]);
    // Whoever has a role has a page for it besides the office's help and their roles.
    expect(seen.size).toBeGreaterThan(2);
    await visitor.close();
  },
);
