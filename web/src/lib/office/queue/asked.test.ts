import { expect, test } from '@jest/globals';
import { queueFilter, queueQuery, readQueue } from './asked.ts';

const HERE = { place: { kind: 'DISTRICT', key: '01', district: '01' }, season: 2026 } as const;
const filterIn = (query: string) => queueFilter(readQueue(new URLSearchParams(query)), HERE);

test('a queue is what waits for a decision and is nobody else’s', () => {
  expect(filterIn('')).toEqual({
    district: '01',
    season: 2026,
    needsDecision: true,
    assignee: 'ME_OR_NOBODY',
  });
  expect(filterIn('whose=KING')).toEqual(filterIn(''));
});

test('it is narrowed by what the list can be filtered by, and by who has it in hand', () => {
  expect(filterIn('whose=mine&item=RESIDENCE&overdue=1')).toEqual({
    district: '01',
    season: 2026,
    needsDecision: true,
    assignee: 'ME',
    reviewItem: { kind: 'RESIDENCE' },
    overdue: true,
  });
  expect(filterIn('whose=all')).toEqual({ district: '01', season: 2026, needsDecision: true });
});

test('what one colleague has is asked for whosever the rest is', () => {
  const colleague = '01890000-0000-7000-8000-000000000001';
  const asked = { district: '01', season: 2026, needsDecision: true, colleague };
  for (const whose of ['', '&whose=mine', '&whose=free'])
    expect(filterIn(`colleague=${colleague}${whose}`)).toEqual(asked);
  expect(filterIn('colleague=me')).toEqual(filterIn(''));
});

test('its address says the same again', () => {
  const asked = readQueue(new URLSearchParams('whose=free&stage=APPEALED&at=x'));
  expect(queueQuery(asked)).toEqual({ stage: 'APPEALED', whose: 'free' });
});
