import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { renderRulebook } from './documentation.js';
import { ALL_RULES } from './office-rules.js';

test('docs/rulebook.md has every rule, and is what the rules print today', () => {
  const printed = renderRulebook();
  for (const name of Object.keys(ALL_RULES)) expect(printed).toContain(`| \`${name}\` |`);
  expect(readFileSync(new URL('../../docs/rulebook.md', import.meta.url), 'utf8')).toBe(printed);
});
