import { expect, test } from '@jest/globals';
import { changesSince, changesToConfirm, checkProposal } from './publication.js';

const at = new Date('2026-07-02T08:00:00Z');
const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
const window = { opensAt: hours(2), closesAt: hours(100) };
const results = { counts: { admitted: 3, notAdmitted: 1, undecided: 0 }, checkCode: 'K7QF-92MX' };
const proposal = { checkCode: 'K7QF-92MX', publishAt: hours(18), leavingUndecided: false };
const now = { ...results, window, hotline: '010-64000000', at };

test('a publication is proposed of what was seen, for a time to come within the window', () => {
  expect(checkProposal(proposal, now)).toEqual([]);
});

test.each([
  ['publicationChanged', { ...proposal, checkCode: 'AAAA-AAAA' }, now],
  ['publicationNone', proposal, { ...now, counts: { admitted: 0, notAdmitted: 0, undecided: 4 } }],
  ['publicationPast', { ...proposal, publishAt: hours(-1) }, now],
  ['publicationPast', { ...proposal, publishAt: at }, now],
  ['windowNotYet', { ...proposal, publishAt: hours(1) }, now],
  ['windowOver', { ...proposal, publishAt: hours(100) }, now],
  ['windowNone', proposal, { ...now, window: null }],
  ['publicationUndecided', proposal, { ...now, counts: { ...results.counts, undecided: 2 } }],
])('%s', (rule, given, standing) => {
  expect(checkProposal(given, standing).map((refusal) => refusal.rule)).toEqual([rule]);
});

test('those without a decision can be left for later, which has to be said', () => {
  const undecided = { ...now, counts: { ...results.counts, undecided: 2 } };
  expect(checkProposal({ ...proposal, leavingUndecided: true }, undecided)).toEqual([]);
});

test('what has changed since is told, and the very same results have not changed', () => {
  expect(changesSince(results, { ...results, decidedSince: 0 })).toBeNull();
  const other = { counts: { admitted: 2, notAdmitted: 2, undecided: 0 }, checkCode: 'X', decidedSince: 1 };
  expect(changesSince(results, other)).toEqual({
    'zh-CN': '新作或改过的决定 1 个，录取 3 → 2，未录取 1 → 2',
    en: '1 decided since, admitted 3 → 2, not admitted 1 → 2',
  });
  const back = { counts: { ...results.counts, admitted: 2, undecided: 1 }, checkCode: 'Y', decidedSince: 0 };
  expect(changesSince(results, back)!.en).toBe('admitted 3 → 2, undecided 0 → 1');
});

test('children without a decision who came in since hold up a confirmation, unless some were left for later', () => {
  const counts = { ...results.counts, undecided: 2 };
  const more = { ...results, counts, decidedSince: 0 };
  expect(changesSince(results, more)).toBeNull();
  expect(changesToConfirm(results, more)!.en).toBe('undecided 0 → 2');
  const left = { ...results, counts: { ...counts, undecided: 1 } };
  expect(changesToConfirm(left, more)).toBeNull();
  expect(changesToConfirm(results, { ...results, decidedSince: 0 })).toBeNull();
});
