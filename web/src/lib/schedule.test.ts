import { describe, expect, test } from '@jest/globals';
import { groupBySchedule, isOver, registrationState, sharedRegistration, type Phase } from './schedule.ts';

const registration = (opensAt: string, closesAt: string, open: boolean): Phase => ({
  kind: 'REGISTRATION',
  opensAt: `${opensAt}T00:00:00+08:00`,
  closesAt: `${closesAt}T00:00:00+08:00`,
  open,
});
const MAY = registration('2026-05-06', '2026-06-01', true);
const NOW = '2026-05-10T04:00:00Z';

describe('where registration stands', () => {
  test.each([
    ['open', [MAY]],
    ['ahead', [registration('2026-05-20', '2026-06-01', false)]],
    ['over', [registration('2026-05-01', '2026-05-09', false)]],
    ['unknown', []],
  ])('%s', (state, schedule) => {
    expect(registrationState(schedule, NOW).state).toBe(state);
  });

  test('one period is told for all districts only if it is the same for all', () => {
    expect(sharedRegistration([[MAY], [{ ...MAY }]])).toEqual(MAY);
    expect(sharedRegistration([[MAY], []])).toBeNull();
    expect(sharedRegistration([[MAY], [registration('2026-05-10', '2026-06-01', true)]])).toBeNull();
    expect(sharedRegistration([])).toBeNull();
  });

  test('services with the same calendar are shown together', () => {
    const grouped = groupBySchedule([
      ['one', [MAY]] as const,
      ['two', []] as const,
      ['three', [{ ...MAY }]] as const,
    ]);
    expect(grouped.map(({ services }) => services)).toEqual([['one', 'three'], ['two']]);
  });

  test('a phase is over once it has closed', () => {
    expect(isOver(MAY, NOW)).toBe(false);
    expect(isOver({ ...MAY, open: false }, '2026-05-31T16:00:00Z')).toBe(true);
  });
});
