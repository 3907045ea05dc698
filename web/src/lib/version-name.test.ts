import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versionName } from '../../scripts/version-name.ts';

/** A tree of sources of its own. */
function aTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'version-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function nameOf(files: Record<string, string>): string {
  const root = aTree(files);
  try {
    return versionName(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const SOURCES = { 'web/src/app.html': '<html>', 'web/messages/en.json': '{}', 'rulebook/src/rules.ts': '' };

test('the same sources have the same version name, wherever they are', () => {
  expect(nameOf(SOURCES)).toBe(nameOf(SOURCES));
  expect(nameOf(SOURCES)).toMatch(/^[0-9a-f]{16}$/);
});

test.each<[string, Record<string, string>]>([
  ['a page', { 'web/src/app.html': '<html lang>' }],
  ['a text', { 'web/messages/en.json': '{"a":"b"}' }],
  ['a rule', { 'rulebook/src/rules.ts': '//' }],
  ['a dependency', { 'package-lock.json': '{}' }],
])('%s that is changed makes another build', (_, changed) => {
  expect(nameOf({ ...SOURCES, ...changed })).not.toBe(nameOf(SOURCES));
});

test('what the build makes itself is no source of it', () => {
  expect(nameOf({ ...SOURCES, 'web/src/lib/i18n/messages/runtime.js': '1' })).toBe(nameOf(SOURCES));
});
