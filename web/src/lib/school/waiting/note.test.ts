import { describe, expect, test } from '@jest/globals';
import { LONGEST_MS, onceMore, sort, standingOf, waitsAlready, withErased, type Note } from './note.ts';

const NOW = Date.UTC(2026, 5, 14, 2, 34);
const MINE = 'person-1';
const aNote = (more: Partial<Note> = {}): Note => ({
  key: 'key-1',
  brought: '20260100001233',
  number: '20260100001233',
  birthDate: null,
  seen: true,
  place: '0101',
  person: MINE,
  at: NOW - 60_000,
  told: null,
  ...more,
});

test.each([
  ['mine of a minute ago', {}, MINE, 'WAITS'],
  ['of an hour without a connection', { at: NOW - 3_600_000 }, MINE, 'WAITS'],
  ['that the service refused', { told: ['为什么'] }, MINE, 'TOLD'],
  ['of a colleague who was here before', {}, 'person-2', 'COLLEAGUE'],
  ['while nobody is signed in', {}, null, 'COLLEAGUE'],
  ['of a session that has ended', { at: NOW - LONGEST_MS - 1 }, MINE, 'OVER'],
  ['refused in a session that has ended', { at: NOW - LONGEST_MS - 1, told: [] }, MINE, 'OVER'],
  ['from the future, after the clock was set back', { at: NOW + LONGEST_MS + 1 }, MINE, 'OVER'],
] as const)('a decision %s', (_, more, person, standing) => {
  expect(standingOf(aNote(more), person, NOW)).toBe(standing);
});

test('each decision is in one list, the oldest first, and only what waits is sent by itself', () => {
  const notes = [
    aNote({ key: 'late' }),
    aNote({ key: 'early', at: NOW - 120_000 }),
    aNote({ key: 'theirs', person: 'person-2' }),
    aNote({ key: 'refused', told: ['x'] }),
    aNote({ key: 'old', at: NOW - LONGEST_MS - 1 }),
  ];
  const { waits, open, over } = sort(notes, MINE, NOW);
  expect(waits.map(({ key }) => key)).toEqual(['early', 'late']);
  expect(open.map(({ key }) => key)).toEqual(['theirs', 'refused']);
  expect(over.map(({ key }) => key)).toEqual(['old']);
});

test('what two looks at the storage find erased is told once', () => {
  const [one, other] = [aNote({ key: 'one' }), aNote({ key: 'other' })];
  expect(withErased([one], [one, other])).toEqual([one, other]);
});

describe('what is brought twice', () => {
  test('waits once, by number or by the code of its form', () => {
    const byCode = aNote({ brought: 'c'.repeat(38) });
    expect(waitsAlready([byCode], 'c'.repeat(38))).toBe(true);
    expect(waitsAlready([byCode], '20260100001233')).toBe(true);
    expect(waitsAlready([byCode], '20260100009999')).toBe(false);
  });

  test('may be decided anew once the first was refused', () => {
    expect(waitsAlready([aNote({ told: ['x'] })], '20260100001233')).toBe(false);
  });
});

describe('once more', () => {
  test('with a new key after a refusal, since the old one may stand for what was undone', () => {
    expect(onceMore(aNote({ told: ['x'] }), MINE, 'key-2', NOW)).toEqual(aNote({ key: 'key-2', at: NOW }));
  });

  test('with its own key where nobody answered: it may have been done by it', () => {
    const theirs = aNote({ person: 'person-2' });
    expect(onceMore(theirs, MINE, 'key-2', NOW)).toEqual(aNote({ at: NOW }));
  });
});
