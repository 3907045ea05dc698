import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forecast, type DayFlow } from './forecast.js';

/** 2026-05-22 is a Friday. */
const TODAY = '2026-05-22';
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The last days before today, as each was. */
const lately = (
  days: number,
  of: (day: string, ago: number) => { came: number; decided: number },
): DayFlow[] =>
  Array.from({ length: days }, (_, place) => dayAfter(TODAY, -1 - place)).map((day, ago) => ({
    day,
    ...of(day, ago),
  }));

describe('a forecast', () => {
  test('of days that were all alike has no doubt: a hundred, ten each working day, are done after ten of them', () => {
    const flows = lately(21, (day) => ({ came: 0, decided: isWeekend(day) ? 0 : 10 }));
    expect(forecast(100, flows, TODAY)).toEqual({
      decidedADay: 10,
      cameADay: 0,
      early: '2026-06-05',
      expected: '2026-06-05',
      late: '2026-06-05',
    });
  });

  test('takes into account what still comes, and only up to the last day for it', () => {
    const flows = lately(21, (day) => ({ came: 5, decided: isWeekend(day) ? 0 : 10 }));
    const endless = forecast(100, flows, TODAY)!.expected!;
    const closing = forecast(100, flows, TODAY, '2026-05-25')!.expected!;
    expect(closing < endless).toBe(true);
    expect(forecast(100, flows, TODAY, '2026-05-22')!.expected).toBe('2026-06-05');
  });

  test('that is in doubt lies between an early and a late day, and the doubt grows with the scatter', () => {
    const flows = (scatter: number) =>
      lately(21, (day, ago) => ({
        came: 0,
        decided: isWeekend(day) ? 0 : 100 + (ago % 2 ? scatter : -scatter),
      }));
    const [calm, wild] = [forecast(1_500, flows(5), TODAY)!, forecast(1_500, flows(60), TODAY)!];
    expect(wild.early! < wild.expected! && wild.expected! < wild.late!).toBe(true);
    const width = ({ early, late }: { early: string | null; late: string | null }) =>
      Date.parse(late!) - Date.parse(early!);
    expect(width(wild)).toBeGreaterThan(width(calm));
  });

  test('is none while fewer than three working days are known, or nothing is decided', () => {
    expect(forecast(10, [], TODAY)).toBeNull();
    expect(
      forecast(
        10,
        lately(2, () => ({ came: 0, decided: 9 })),
        TODAY,
      ),
    ).toBeNull();
    expect(
      forecast(
        10,
        lately(21, () => ({ came: 9, decided: 0 })),
        TODAY,
      ),
    ).toBeNull();
  });

  test('of more coming than is decided has no end', () => {
    const flows = lately(21, () => ({ came: 20, decided: 10 }));
    expect(forecast(100, flows, TODAY)).toMatchObject({ expected: null, late: null });
  });

  test('of nothing that waits is today', () => {
    const flows = lately(21, () => ({ came: 1, decided: 1 }));
    expect(forecast(0, flows, TODAY)).toMatchObject({ early: TODAY, expected: TODAY, late: TODAY });
  });

  test('a day without anything counts as one, such as a holiday', () => {
    const flows = lately(21, (day) => ({ came: 0, decided: isWeekend(day) ? 0 : 10 }));
    const holiday = flows.filter(({ day }) => day !== '2026-05-20');
    expect(forecast(100, holiday, TODAY)!.decidedADay).toBe(9);
  });

  test('never is early after late, and never sooner for more that waits', () => {
    const flow = fc.record({
      came: fc.integer({ min: 0, max: 50 }),
      decided: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 21, maxLength: 21 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.integer({ min: 0, max: 500 }),
        (days, waiting, more) => {
          const flows = lately(21, (_, ago) => days[ago]!);
          const [less, rest] = [forecast(waiting, flows, TODAY), forecast(waiting + more, flows, TODAY)];
          if (!less || !rest) return;
          const never = '9999-12-31';
          const order = ({ early, expected, late }: typeof less) =>
            [early, expected, late].map((day) => day ?? never);
          expect(order(less)).toEqual(order(less).toSorted());
          order(less).forEach((day, place) => expect(day <= order(rest)[place]!).toBe(true));
        },
      ),
    );
  });
});
