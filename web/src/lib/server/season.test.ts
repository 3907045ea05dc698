import { expect, test } from '@jest/globals';
import { seasonAt, seasonKey } from './season.ts';

const SEASONS = [
  { year: 2028, state: 'PLANNED' },
  { year: 2027, state: 'OPEN' },
  { year: 2026, state: 'OPEN' },
  { year: 2025, state: 'CLOSED' },
] as const;
const PLANNED = SEASONS.slice(0, 1);
const nothing = { number: null, named: null };

test('without a season in the address it is the present one, which is not named', () => {
  expect(seasonAt(SEASONS, nothing)).toBe(2027);
  expect(seasonKey(SEASONS, 2027)).toBeNull();
  expect(seasonAt(SEASONS.slice(3), nothing)).toBe(2025);
  expect(seasonKey(SEASONS.slice(3), 2025)).toBeNull();
});

test.each(['2026', '2025', '2028'])('the one that is named, open or not: %s', (named) => {
  expect(seasonAt(SEASONS, { ...nothing, named })).toBe(Number(named));
  expect(seasonKey(SEASONS, Number(named))).toBe(named);
});

test.each(['', '26', '1999', '20261', 'last'])('what is no year is not named: “%s”', (named) => {
  expect(seasonAt(SEASONS, { ...nothing, named })).toBe(2027);
});

test('a record has its own, whatever the address says', () => {
  const number = '20260100000017';
  expect(seasonAt(SEASONS, { number, named: '2025' })).toBe(2026);
  expect(seasonAt(SEASONS, { number: 'x', named: '2025' })).toBe(2025);
});

test('there is none before a season is opened', () => {
  expect(seasonAt(PLANNED, nothing)).toBeNull();
  expect(seasonKey(PLANNED, null)).toBeNull();
});
