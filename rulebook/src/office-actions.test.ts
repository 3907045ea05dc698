import { expect, test } from '@jest/globals';
import { OFFICE_ACTIONS, standingOf } from './office-actions.js';
import { refuse } from './refusal.js';
import type { CheckStatus, Stage } from './vocabulary.js';

const FREE = { items: true, published: false, claimed: [], mine: false, administers: false, frozen: false };
const possible = (
  stage: Stage,
  check: CheckStatus | null,
  more: Partial<Parameters<typeof standingOf>[1]> = {},
) => OFFICE_ACTIONS.filter((action) => standingOf(action, { ...FREE, stage, check, ...more }).length === 0);

const CLAIM = 'CLAIM';
const GIVE = 'HAND_OVER';
const ALWAYS = ['CORRECT_REGISTRATION', 'REVEAL_DOCUMENT'];

test.each<[Stage, CheckStatus | null, string[]]>([
  ['REGISTERED', null, ALWAYS],
  ['SUBMITTED', 'FAILED', [GIVE, 'PASS_IDENTITY', 'RETURN_IDENTITY', 'REJECT', ...ALWAYS]],
  ['IDENTITY_VERIFIED', 'PASSED', [GIVE, 'RETURN_IDENTITY', 'DECIDE_ITEMS', 'REJECT', ...ALWAYS]],
  ['RETURNED', 'RETURNED', [GIVE, 'PASS_IDENTITY', 'DECIDE_ITEMS', 'REJECT', ...ALWAYS]],
  ['REJECTED', 'PASSED', ALWAYS],
  ['APPEALED', 'PASSED', [GIVE, 'DECIDE_APPEAL', ...ALWAYS]],
  ['APPROVED', 'PASSED', ALWAYS],
  ['PREREGISTERED', 'PASSED', ['DECIDE_ADMISSION', 'REVEAL_DOCUMENT']],
])('of a record at %s whose identity check is %s the office can do %j', (stage, check, actions) => {
  expect(possible(stage, check)).toEqual([CLAIM, ...actions]);
});

test('no items, no decision about one; a published admission is not decided again', () => {
  expect(possible('IDENTITY_VERIFIED', 'PASSED', { items: false })).not.toContain('DECIDE_ITEMS');
  expect(possible('ADMITTED', 'PASSED', { published: true })).toEqual([CLAIM, 'REVEAL_DOCUMENT']);
});

test('of what a colleague has in hand nothing can be decided; an administrator can take it over', () => {
  const claimed = [refuse('claimedByOther')];
  expect(possible('IDENTITY_VERIFIED', 'PASSED', { claimed })).toEqual(['REVEAL_DOCUMENT']);
  expect(possible('IDENTITY_VERIFIED', 'PASSED', { claimed, administers: true })).toEqual([
    'TAKE_OVER',
    GIVE,
    'REVEAL_DOCUMENT',
  ]);
});

test('what the viewer has in hand can be given back, and decided', () => {
  const actions = possible('IDENTITY_VERIFIED', 'PASSED', { mine: true });
  expect(actions).toContain('RELEASE');
  expect(actions).toContain('DECIDE_ITEMS');
  expect(actions).not.toContain('CLAIM');
});

test('while its document is disputed nothing is decided on a record; it can be corrected', () => {
  for (const stage of ['SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'APPEALED', 'PREREGISTERED'] as const)
    expect(possible(stage, 'PASSED', { frozen: true })).toEqual(
      stage === 'PREREGISTERED' ? [CLAIM, 'REVEAL_DOCUMENT'] : [CLAIM, GIVE, ...ALWAYS],
    );
});
