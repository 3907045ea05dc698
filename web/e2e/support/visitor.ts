import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const PICTURES = '.cache/screenshots';

/** With PICTURES=1 it takes a picture of the whole page for people to look at. Each takes longer than all other checks. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

export interface Visitor {
  readonly page: Page;
  readonly language: 'zh-CN' | 'en';
  readonly width: number;
  /** Checks the page as it stands: it is accessible, and the content policy has refused nothing. */
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

const open = new Set<Page>();

/** For the environment, when a test fails. The people are made up. */
Object.assign(globalThis, {
  __lastSeen: async () => {
    const seen = [...open].map(async (page) => {
      const text = await page.locator('body').innerText({ timeout: 5_000 });
      return `${new URL(page.url()).pathname} showed: ${text.replace(/\s+/g, ' ').slice(0, 600)}`;
    });
    const told = await Promise.allSettled(seen);
    return told.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))).join('\n');
  },
});

/** A visitor with their own browser, at the width of a phone or a desktop, reading one language. */
export async function visit(
  browser: Browser,
  { width, language, ...options }: { width: number; language: 'zh-CN' | 'en' } & BrowserContextOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: language,
    baseURL: process.env.E2E_WEB!,
    ...options,
  });
  context.setDefaultTimeout(90_000);
  context.on('page', (page) => {
    open.add(page);
    page.once('close', () => open.delete(page));
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    page,
    language,
    width,
    async look(name) {
      await picture(page, `${name}-${width}-${language}`);
      // It runs in this page alone. The other mode opens a second page for each check, which takes longer than the check.
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .setLegacyMode()
        .analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect({ name, found }).toEqual({ name, found: [] });
      expect(complaints).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect({ name, sideways }).toEqual({ name, sideways: false });
    },
    close: () => context.close(),
  };
}
