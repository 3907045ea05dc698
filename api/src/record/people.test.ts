import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(import.meta.dirname, '..');
const sources = globSync('**/*.ts', { cwd: SRC, exclude: ['**/*.test.ts'] }).map(
  (path) => [path.replaceAll('\\', '/'), readFileSync(join(SRC, path), 'utf8')] as const,
);
const filesWith = (pattern: RegExp) =>
  sources.flatMap(([path, text]) => (pattern.test(text) ? [path] : [])).sort();

test('child and guardians are sealed by their entities and opened by record/people.ts, nowhere else', () => {
  expect(filesWith(/\bCHILD_PLACE\b|['`]child\.(name|document|birth_date)['`]/)).toEqual([
    'child/child.entity.ts',
    'record/people.ts',
  ]);
  expect(filesWith(/\bguardianPlace\b|[`']guardian\.(\$\{|FIRST|SECOND)/)).toEqual([
    'guardian/guardian.entity.ts',
    'record/people.ts',
  ]);
  expect(filesWith(/\b(child|guardian|first|second)\.\w+\.open\(/)).toEqual([]);
});
