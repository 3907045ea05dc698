import { expect, test } from '@jest/globals';
import { readSelection, selectionQuery } from './selection.ts';

const HERE = { place: { kind: 'DISTRICT', key: '01', district: '01' }, season: 2026 } as const;
const read = (query: string) => readSelection(new URLSearchParams(query), HERE);

test('chosen records are their numbers, each once, and nothing that is no number', () => {
  expect(read('chosen=20260100000012&chosen=20260100000020,20260100000012&chosen=x')).toEqual({
    kind: 'CHOSEN',
    numbers: ['20260100000012', '20260100000020'],
  });
  expect(read('')).toEqual({ kind: 'CHOSEN', numbers: [] });
});

test('all of a list are those that its own filter has', () => {
  expect(read('all=queue&whose=free&item=RESIDENCE')).toMatchObject({
    kind: 'ALL',
    filter: {
      district: '01',
      season: 2026,
      needsDecision: true,
      assignee: 'NOBODY',
      reviewItem: { kind: 'RESIDENCE' },
    },
  });
  expect(read('all=records&stage=PREREGISTERED')).toMatchObject({
    kind: 'ALL',
    filter: { district: '01', season: 2026, stages: ['PREREGISTERED'] },
  });
});

test.each(['all=queue&whose=free&item=RESIDENCE', 'all=records&stage=APPROVED', 'chosen=20260100000012'])(
  'its address says the same again: %s',
  (query) => {
    const search = new URLSearchParams(query);
    const again = Object.entries(selectionQuery(search, read(query))).filter(([, value]) => value);
    expect(read(new URLSearchParams(again as [string, string][]).toString())).toEqual(read(query));
  },
);
