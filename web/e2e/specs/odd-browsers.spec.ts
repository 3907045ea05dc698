import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { visit } from '../support/visitor.js';

// These tests are about browsers inside other apps and browsers that translate pages.
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const OWN = () => new URL(process.env.E2E_WEB!).origin;

/** Sends a form as a browser with these headers does. */
async function sendForm(headers: Record<string, string>): Promise<number> {
  const asked = request(new URL('/display?/set', OWN()), {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  }).end('text=large&return=/');
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
}

test('a form that is sent with `Origin: null` is taken where it is plainly one of ours', async () => {
  expect(await sendForm({ origin: OWN() })).toBe(303);
  expect(await sendForm({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(303);
  expect(await sendForm({ origin: 'null', referer: `${OWN()}/help` })).toBe(303);
});

test.each<[string, Record<string, string>]>([
  ['another site', { origin: 'https://elsewhere.example' }],
  ['nobody knows where', { origin: 'null' }],
  ['another site, without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['another host of the same site', { origin: 'null', 'sec-fetch-site': 'same-site' }],
  ['a page of another site', { origin: 'null', referer: 'https://elsewhere.example/' }],
  [
    'another site that names our page',
    { origin: 'null', 'sec-fetch-site': 'cross-site', referer: 'http://localhost/' },
  ],
])('a form from %s is refused', async (_, headers) => {
  expect(await sendForm(headers)).toBe(403);
});

/** Does to a page what a translating browser does: it wraps every text in new elements, options too. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || parent.closest('script, style, [translate="no"]')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `[${text.data}]`;
      outer.append(inner);
      text.replaceWith(outer);
    }
    document.documentElement.lang = 'fr';
    document.documentElement.classList.add('translated-ltr');
  });

test('a page that the browser has translated still works: what is missing is told, and the answers go as they are meant', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/guide');
  await new GuardianPages(page).awake();
  await translate(page);
  const send = page.locator('main form button');
  await send.click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
  await page.locator('[name="nationality"][value="CN"]').check();
  await page.locator('[name="hukou"]').selectOption('130000');
  for (const [part, value] of [
    ['year', '2019'],
    ['month', '11'],
    ['day', '3'],
  ] as const)
    await page.locator(`[name="birthDate.${part}"]`).fill(value);
  await send.click();
  await page.waitForURL(/\/guide\/non-local-hukou/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visitor.close();
});

test('what is no language is marked so: numbers and phones are not translated', async () => {
  const visitor = await visit(browser, { width: 390, language: 'en' });
  const { page } = visitor;
  await page.goto('/d/01');
  const phones = page.locator('a[href^="tel:"]');
  expect(await phones.count()).toBeGreaterThan(0);
  for (const phone of await phones.all()) expect(await phone.getAttribute('translate')).toBe('no');
  await visitor.close();
});
