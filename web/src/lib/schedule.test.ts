import { describe, expect, test } from '@jest/globals';
import {
  groupAlike,
  isOver,
  registrationState,
  sharedRegistration,
  standingsOf,
  type Phase,
} from './schedule.ts';

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

  test('services that stand alike are told of together, the most open first', () => {
    const open = { state: 'open', phase: MAY } as const;
    const over = { state: 'over', phase: { ...MAY, open: false } } as const;
    const alike = { NON_LOCAL_HUKOU: open, TREATED_AS_LOCAL: { ...open }, LOCAL_HUKOU: open };
    expect(standingsOf(alike).map(({ services }) => services)).toEqual([Object.keys(alike)]);
    expect(standingsOf({ ...alike, NON_LOCAL_HUKOU: over, LOCAL_HUKOU: { state: 'unknown' } })).toEqual([
      { services: ['TREATED_AS_LOCAL'], registration: open },
      { services: ['NON_LOCAL_HUKOU'], registration: over },
      { services: ['LOCAL_HUKOU'], registration: { state: 'unknown' } },
    ]);
  });

  test('services of which the same is told are told of together', () => {
    const grouped = groupAlike([
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
