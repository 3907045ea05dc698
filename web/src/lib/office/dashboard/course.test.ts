import { expect, test } from '@jest/globals';
import { daily } from './course.ts';
import type { Dashboard } from './panel.ts';

/** Days from the first on, each worked or not. */
const boardOf = (first: string, worked: string) =>
  ({
    byDay: [...worked].map((letter, n) => ({
      day: new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10),
      workingDay: letter === 'W',
      registered: n,
      registeredDisclosure: 'TOLD',
      submitted: 0,
      submittedDisclosure: 'TOLD',
    })),
  }) as unknown as Dashboard;

const bandsOf = (first: string, worked: string) => {
  const { drawing } = daily(boardOf(first, worked), 'en');
  return drawing?.kind === 'lines' ? drawing.bands.map(({ from, to, label }) => [from, to, label]) : null;
};

test('days off stand in bands: weekends, and holidays by the city’s calendar', () => {
  // From a Wednesday on: the Labour Day holiday, a worked Saturday, and a weekend like any other.
  expect(bandsOf('2026-04-29', 'WWOOOOOWWWOOWW')).toEqual([
    [2, 6, expect.stringMatching(/holiday|假日/)],
    [10, 11, expect.stringMatching(/weekend|周末/)],
  ]);
  expect(bandsOf('2026-05-05', 'WWWWWW')).toEqual([]);
});
