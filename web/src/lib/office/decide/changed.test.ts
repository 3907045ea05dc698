import { expect, test } from '@jest/globals';
import { changesSince } from './changed.ts';

type Record = Parameters<typeof changesSince>[1];
const event = (at: string, by = '区教委') => ({ kind: 'ITEM_PASSED', note: 'RESIDENCE', at, by });
const inHand = (since: string, me: boolean): Record['assignee'] => ({
  name: '周*宁',
  me,
  since,
  touchedAt: since,
  until: since,
  givenBy: null,
  note: null,
});
const [first, second] = ['2026-05-20T08:00:00Z', '2026-05-20T08:31:00Z'];

test('what was done since is what the history has more', () => {
  const before = { history: [event(first)] };
  const after = { history: [event(first), event(second, '监护人（一）')], assignee: null };
  expect(changesSince(before, after, '区教委')).toEqual([
    { kind: 'ITEM_PASSED', note: 'RESIDENCE', at: second, by: { me: false, name: '监护人（一）' } },
  ]);
  expect(changesSince(after, after, '区教委')).toEqual([]);
});

test.each<[string, Record['assignee'], object]>([
  ['a colleague who has it in hand', inHand(first, false), { me: false, name: '周*宁' }],
  ['the viewer, in another window', inHand(first, true), { me: true }],
  [
    'the district, where somebody took it only later',
    inHand('2026-05-20T09:00:00Z', false),
    { me: false, name: '区教委' },
  ],
  ['the district, where nobody has it in hand', null, { me: false, name: '区教委' }],
])('what the district decided was decided by %s', (_, assignee, by) => {
  const [change] = changesSince({ history: [] }, { history: [event(second)], assignee }, '区教委');
  expect(change!.by).toEqual(by);
});

test('what the family did is not a colleague’s, whoever has it in hand', () => {
  const after = { history: [event(second, '监护人（一）')], assignee: inHand(first, false) };
  expect(changesSince({ history: [] }, after, '区教委')[0]!.by).toEqual({ me: false, name: '监护人（一）' });
});
