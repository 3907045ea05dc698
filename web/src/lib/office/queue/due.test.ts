import { expect, test } from '@jest/globals';
import { dueState } from './due.ts';

const NOW = '2026-05-22T06:32:00Z';

test.each([
  ['2026-05-22T16:00:00Z', { state: 'TODAY' }],
  ['2026-05-22T06:32:00Z', { state: 'OVER', days: 0 }],
  ['2026-05-20T16:00:00Z', { state: 'OVER', days: 2 }],
  ['2026-05-23T16:00:00Z', { state: 'AHEAD' }],
] as const)('what is due at %s stands so at 14:32 on 22 May: %j', (until, state) => {
  expect(dueState(until, NOW)).toEqual(state);
});
