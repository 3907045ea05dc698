import { expect, test } from '@jest/globals';
import { forOldEngines } from '../../scripts/old-engines.ts';

test.each([
  ['.a { inset: var(--s2) 0 auto; }', '.a { top: var(--s2); right: 0; bottom: auto; left: 0; }'],
  [
    '.a{inset:calc(var(--s2) + 1em) auto auto 2px}',
    '.a{top: calc(var(--s2) + 1em); right: auto; bottom: auto; left: 2px}',
  ],
  ['.a { margin-block: 1px 2px; color: red }', '.a { margin-top: 1px; margin-bottom: 2px; color: red }'],
  ['.a { padding-inline: var(--s4); }', '.a { padding-left: var(--s4); padding-right: var(--s4); }'],
  [
    '.a { border-block: 1px solid var(--line); }',
    '.a { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }',
  ],
  ['.a.svelte-x1 b:where(.svelte-x1) { margin: 0 1px }', '.a.svelte-x1 b.svelte-x1 { margin: 0 1px }'],
  ['.a { box-shadow: inset 0 0 0 1px red; clip-path: inset(50%); }', null],
  ['.a { padding-inline-start: 1em; border: 0; }', null],
])('%s is the same without what Chromium 86 does not know', (written, plain) => {
  expect(forOldEngines(written)).toBe(plain ?? written);
});
