import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

const CACHE = resolve('.cache/browser');
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium: the one that CHROME_PATH names, one that is installed, or the one that npm brought. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  mkdirSync(join(CACHE, 'tmp'), { recursive: true });
  // The packaged browser unpacks itself into the temporary folder: one of the project's own.
  process.env.TMPDIR = join(CACHE, 'tmp');
  process.env.FONTCONFIG_FILE = chineseFonts();
  const found = process.env.CHROME_PATH ?? INSTALLED.find((path) => existsSync(path));
  const executablePath = found ?? (await chromium.executablePath());
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...more] });
}

/** A bare machine has no Chinese font and would show boxes: Noto Sans SC comes from npm. */
function chineseFonts(): string {
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const alias = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  const file = join(CACHE, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir><cachedir>${CACHE}/fonts</cachedir>
${alias('sans-serif')}${alias('system-ui')}</fontconfig>`,
  );
  return file;
}
