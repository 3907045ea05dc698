// @ts-nocheck: the global set-up imports this as plain JavaScript.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';

export const CACHE = resolve('.cache/browser');

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Finds Chromium: the one named by CHROME_PATH, an installed one, or the one from npm. */
export async function findChromium() {
  return process.env.CHROME_PATH ?? INSTALLED.find((path) => existsSync(path)) ?? (await packagedChromium());
}

/** It unpacks itself into the temporary folder, so meanwhile that is a folder of the project. */
async function packagedChromium() {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = join(CACHE, 'tmp');
  mkdirSync(process.env.TMPDIR, { recursive: true });
  const path = await chromium.executablePath();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  return path;
}
