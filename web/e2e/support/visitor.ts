import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const PICTURES = '.cache/screenshots';

export interface Visitor {
  readonly page: Page;
  readonly language: 'zh-CN' | 'en';
  readonly width: number;
  /** Looks at the page as it stands: accessible, nothing refused by the policy; keeps a picture. */
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Somebody with a browser of their own, at a phone's or a desk's width, reading one language. */
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
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  mkdirSync(PICTURES, { recursive: true });
  return {
    page,
    language,
    width,
    async look(name) {
      await page.screenshot({ path: `${PICTURES}/${name}-${width}-${language}.png`, fullPage: true });
      // In this page alone: the other mode opens a second page for each look, which takes longer than the look itself.
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
