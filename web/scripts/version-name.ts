import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** Everything that a build of the site is made of. */
const SOURCES = [
  'package-lock.json',
  'web/package.json',
  'web/vite.config.ts',
  'web/project.inlang/settings.json',
  'web/scripts',
  'web/src',
  'web/static',
  'web/messages',
  'schema/client',
  'rulebook/src',
];
/** Made by the build itself. */
const MADE = 'web/src/lib/i18n/messages';

/**
 * One name for one build: the same sources have the same, on every machine. A page that is open while another build
 * takes over learns by it that what it would load next is gone.
 */
export function versionName(root = ROOT): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => filesUnder(root, path))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found || path === MADE) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
