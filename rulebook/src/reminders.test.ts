import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STAGES, type Stage } from './vocabulary.js';
import { businessDay } from './calendar.js';
import { isQuiet, isReminderDue, remindedEnds } from './reminders.js';
import type { Turn } from './way.js';

const HOUR = 3_600_000;
const at = (text: string) => new Date(`${text}+08:00`);
/** The details close at 24:00 of 30 June. */
const CLOSES = at('2026-07-01T00:00:00');
const turn = (rest: Partial<Turn> = {}): Turn => ({
  holder: 'GUARDIAN',
  since: at('2026-05-06T09:00:00'),
  until: CLOSES,
  text: { 'zh-CN': '', en: '' },
  ...rest,
});

describe('when a family is reminded', () => {
  test.each<[string, boolean]>([
    ['2026-06-22T10:00:00', false],
    ['2026-06-23T07:59:59', false],
    ['2026-06-23T08:00:00', true],
    ['2026-06-23T20:59:59', true],
    ['2026-06-23T21:00:00', false],
    ['2026-06-24T10:00:00', false],
    ['2026-06-27T12:00:00', true],
    ['2026-06-28T12:00:00', false],
    ['2026-06-29T12:00:00', true],
    ['2026-06-30T12:00:00', false],
    ['2026-07-01T12:00:00', false],
  ])('of details that close on 30 June, at %s: %s', (now, due) => {
    expect(isReminderDue('REGISTERED', turn(), at(now))).toBe(due);
    expect(isReminderDue('DETAILS_DRAFTED', turn(), at(now))).toBe(due);
    expect(isReminderDue('APPROVED', turn(), at(now))).toBe(due);
    expect(isReminderDue('RETURNED', turn(), at(now))).toBe(due && !now.startsWith('2026-06-23'));
  });

  test('what ends within a day ends on that day, not on the one before', () => {
    const until = at('2026-06-30T17:00:00');
    expect(isReminderDue('REGISTERED', turn({ until }), at('2026-06-29T09:00:00'))).toBe(true);
    expect(isReminderDue('REGISTERED', turn({ until }), at('2026-06-28T18:00:00'))).toBe(false);
  });

  test('whoever has got the turn today is not reminded today', () => {
    const now = at('2026-06-29T12:00:00');
    expect(isReminderDue('RETURNED', turn({ since: at('2026-06-29T00:00:00') }), now)).toBe(false);
    expect(isReminderDue('RETURNED', turn({ since: at('2026-06-28T23:59:59') }), now)).toBe(true);
  });

  test('never when it is not the family’s turn, or without an end', () => {
    const now = at('2026-06-29T12:00:00');
    expect(isReminderDue('REGISTERED', turn({ holder: 'NOBODY' }), now)).toBe(false);
    expect(isReminderDue('REGISTERED', turn({ until: null }), now)).toBe(false);
    const reminded = STAGES.filter((stage) => isReminderDue(stage, turn(), now));
    expect(reminded).toEqual(['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED', 'APPROVED']);
  });
});

describe('for any end and any moment', () => {
  const moments = fc.date({
    min: at('2026-01-01T00:00:00'),
    max: at('2030-01-01T00:00:00'),
    noInvalidDate: true,
  });
  const stages = fc.constantFrom<Stage>('REGISTERED', 'DETAILS_DRAFTED', 'RETURNED', 'APPROVED');

  test('from hour to hour a family is reminded on exactly its days, thirteen hours of each, never at night', () => {
    fc.assert(
      fc.property(moments, stages, (until, stage) => {
        const days = new Map<string, number>();
        for (let hours = 24 * 12; hours > -48; hours -= 1) {
          const now = new Date(Math.floor(until.getTime() / HOUR) * HOUR - hours * HOUR);
          if (!isReminderDue(stage, turn({ since: null, until }), now)) continue;
          expect(isQuiet(now)).toBe(false);
          expect(now.getTime()).toBeLessThan(until.getTime());
          days.set(businessDay(now), (days.get(businessDay(now)) ?? 0) + 1);
        }
        expect([...days.values()]).toEqual((stage === 'RETURNED' ? [3, 1] : [7, 3, 1]).map(() => 13));
      }),
      { numRuns: 200 },
    );
  });

  test('the ends that are looked for are those that are reminded of', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -2 * 24, max: 12 * 24 }), stages, (now, hours, stage) => {
        const until = new Date(now.getTime() + hours * HOUR);
        const found = remindedEnds(now).some(
          (end) => end.stage === stage && until > end.after && until <= end.until,
        );
        expect(found).toBe(isReminderDue(stage, turn({ since: null, until }), now));
      }),
      { numRuns: 2_000 },
    );
  });
});
