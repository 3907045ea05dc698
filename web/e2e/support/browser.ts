import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium as playwright, type Browser } from 'playwright-core';
import { chromium as playwrightOfThen } from 'playwright-for-old-engines';
import { CACHE } from './chromium.js';

/** The worker's browser. It ends with the worker, even a killed one: nobody holds the other end of its pipe any more. */
let shared: Promise<Browser> | undefined;

/**
 * The Chromium that the global set-up found: one for all files of a worker. Closing it closes the file's contexts and leaves
 * it to the next file. With arguments of its own it is a new one.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  if (more.length > 0) return launch(more);
  // A file may have lost it, and the next one has no part in that.
  if (!(await shared)?.isConnected()) shared = launch().then(keptOpen);
  return shared!;
}

const keptOpen = (browser: Browser): Browser =>
  Object.assign(browser, {
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
  });

function launch(more: readonly string[] = []): Promise<Browser> {
  process.env.FONTCONFIG_FILE = chineseFonts();
  return playwright.launch({
    executablePath: process.env.CHROME_PATH!,
    args: ['--no-sandbox', '--disable-gpu', ...more],
  });
}

/** Chromium 86, the oldest engine that the scripts are for: WeChat's kernel on older Android phones. */
export async function launchOldestBrowser(): Promise<Browser> {
  mkdirSync(CACHE, { recursive: true });
  process.env.FONTCONFIG_FILE = chineseFonts();
  const executablePath = join(CACHE, 'chromium-86');
  if (!existsSync(executablePath)) {
    const packed = createRequire(import.meta.url).resolve('chrome-aws-lambda/bin/chromium.br');
    const unpacked = `${executablePath}.${process.pid}`;
    writeFileSync(unpacked, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    renameSync(unpacked, executablePath);
  }
  // Today's Playwright calls functions in pages that this engine does not have.
  const browser = await playwrightOfThen.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  return browser as unknown as Browser;
}

/** A bare machine has no Chinese font and would show boxes, so Noto Sans SC comes from npm. */
function chineseFonts(): string {
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const alias = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  const file = join(CACHE, 'fonts.conf');
  // The file is written completely or not at all, because other browsers of the run read it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(
    draft,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir><cachedir>${CACHE}/fonts</cachedir>
${alias('sans-serif')}${alias('system-ui')}</fontconfig>`,
  );
  renameSync(draft, file);
  return file;
}
