import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CalendarPreviewDocument,
  OfficeCalendarDocument,
  RecordWayDocument,
  SetCalendarDocument,
  SetPhaseDocument,
  type PhaseKind,
  type ServiceKind,
  type Stage,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let year: number;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  year = (await api.sql<{ year: number }>('select year from season'))[0]!.year;
});
afterAll(() => api.stop());

const DAY = 86_400_000;
const later = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY).toISOString();
const read = async (person = admin, district = '01', season?: number) =>
  (await person.request(OfficeCalendarDocument, { district, ...(season ? { season } : {}) })).data
    .districtCalendar!;
const windowOf = (calendar: Awaited<ReturnType<typeof read>>, service: ServiceKind, kind: PhaseKind) =>
  calendar.services.find((one) => one.service === service)!.phases.find((phase) => phase.kind === kind)!;

interface Wanted {
  readonly service?: ServiceKind;
  readonly kind: PhaseKind;
  readonly opensAt: string;
  readonly closesAt: string;
}
const set = async (
  windows: readonly Wanted[],
  {
    revision,
    dryRun = false,
    person = admin,
    district = '01',
    season,
  }: Partial<{
    revision: number;
    dryRun: boolean;
    person: Person;
    district: string;
    season: number;
  }> = {},
) => {
  const input = {
    district,
    revision: revision ?? (await read()).revision,
    dryRun,
    windows: windows.map((window) => ({ service: 'NON_LOCAL_HUKOU' as const, ...window })),
    ...(season ? { season } : {}),
  };
  return person.request(SetCalendarDocument, { input });
};
const correction = async (days: number, from?: Awaited<ReturnType<typeof read>>): Promise<Wanted> => {
  const { opensAt, closesAt } = windowOf(from ?? (await read()), 'NON_LOCAL_HUKOU', 'CORRECTION');
  return { kind: 'CORRECTION', opensAt, closesAt: later(closesAt, days) };
};

describe('a change of the calendar', () => {
  test('that is tried says what it changes and for whom, and changes nothing', async () => {
    await register(api, mother);
    await reviewable(api, mother);
    const before = await read();
    const { opensAt, closesAt } = windowOf(before, 'NON_LOCAL_HUKOU', 'REVIEW');
    const correctionToo = await correction(3, before);
    const review = { kind: 'REVIEW', opensAt, closesAt: later(closesAt, 1) } as const;
    const { data } = await set([review, correctionToo], { dryRun: true });
    expect(data.setCalendar).toMatchObject({
      __typename: 'CalendarChange',
      applied: false,
      changes: [
        { field: 'NON_LOCAL_HUKOU.REVIEW.closesAt' },
        { field: 'NON_LOCAL_HUKOU.CORRECTION.closesAt', label: expect.stringMatching(/补充更正 · 截止$/) },
      ],
      touched: [
        { service: 'NON_LOCAL_HUKOU', stage: 'REGISTERED', records: 1 },
        { service: 'NON_LOCAL_HUKOU', stage: 'IDENTITY_VERIFIED', records: 1 },
      ],
    });
    expect(await read()).toEqual(before);
  });

  test('is a new version, holds at once, and stands in the trail with what it was before', async () => {
    const before = await read();
    const wanted = await correction(2, before);
    const { data } = await set([wanted]);
    expect(data.setCalendar).toMatchObject({ applied: true, calendar: { revision: before.revision + 1 } });
    const now = await read();
    expect(windowOf(now, 'NON_LOCAL_HUKOU', 'CORRECTION').closesAt).toBe(wanted.closesAt);
    expect(now.editions[0]).toMatchObject({
      number: before.revision + 1,
      changes: [{ field: 'NON_LOCAL_HUKOU.CORRECTION.closesAt', before: /24:00$/, after: /24:00$/ }].map(
        ({ field, ...words }) => ({
          field,
          before: expect.stringMatching(words.before),
          after: expect.stringMatching(words.after),
        }),
      ),
    });
    const [entry] = await api.sql<{ action: string; actor_role: string; facts: { changes: string[] } }>(
      'select action, actor_role, facts from audit_entry order by id desc limit 1',
    );
    const was = windowOf(before, 'NON_LOCAL_HUKOU', 'CORRECTION').closesAt;
    expect(entry).toMatchObject({ action: 'CALENDAR_SET', actor_role: 'DISTRICT_ADMIN' });
    expect(entry!.facts.changes).toEqual([
      `NON_LOCAL_HUKOU.CORRECTION.closesAt: ${new Date(was).toISOString()} → ${new Date(wanted.closesAt).toISOString()}`,
    ]);
  });

  test('that changes nothing is no version', async () => {
    const { revision } = await read();
    const { data } = await set([await correction(0)]);
    expect(data.setCalendar).toMatchObject({ applied: true, changes: [], touched: [] });
    expect((await read()).revision).toBe(revision);
  });

  test('by whoever has not seen the newest version is refused, and says whose it is', async () => {
    const seen = await read();
    await set([await correction(1, seen)]);
    const { data } = await set([await correction(5, seen)], { revision: seen.revision });
    expect(data.setCalendar).toMatchObject({
      __typename: 'Refused',
      refusals: [{ code: 'STALE_VERSION', message: expect.stringMatching(/您打开以后，.+在 .+ 改过/) }],
    });
  });

  test('by two at once is one version; the other is told', async () => {
    const seen = await read();
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, n) =>
        set([await correction(n + 1, seen)], { revision: seen.revision }),
      ),
    );
    const kinds = answers.map(({ data }) => data.setCalendar.__typename).toSorted();
    expect(kinds).toEqual(['CalendarChange', ...Array.from({ length: 9 }, () => 'Refused')]);
    expect((await read()).revision).toBe(seen.revision + 1);
  });

  test('of one window by its own mutation is a version, too', async () => {
    const { revision } = await read();
    const { opensAt, closesAt, kind } = await correction(1);
    const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
    const { data } = await admin.request(SetPhaseDocument, { ...place, kind, opensAt, closesAt });
    expect(data.setPhase).toMatchObject({ __typename: 'Phase', closesAt });
    expect((await read()).revision).toBe(revision + 1);
  });
});

describe('a change is refused in words', () => {
  const refused = async (windows: readonly Wanted[], options: Parameters<typeof set>[1] = {}) => {
    const { revision } = await read();
    const { data } = await set(windows, options);
    expect((await read()).revision).toBe(revision);
    return data.setCalendar;
  };

  test('when a phase closes before it opens, at its own field', async () => {
    const { opensAt } = windowOf(await read(), 'NON_LOCAL_HUKOU', 'RESULT');
    expect(await refused([{ kind: 'RESULT', opensAt, closesAt: later(opensAt, -1) }])).toMatchObject({
      refusals: [
        {
          rule: 'phaseOrder',
          field: 'NON_LOCAL_HUKOU.RESULT.closesAt',
          message: '“公布入学结果”的截止时间要晚于开始时间。',
        },
      ],
    });
  });

  test('when it leaves the order of the way, with every window that it concerns', async () => {
    const { opensAt, closesAt } = windowOf(await read(), 'NON_LOCAL_HUKOU', 'REVIEW');
    const answer = await refused([
      { kind: 'REVIEW', opensAt: later(opensAt, -90), closesAt: later(closesAt, 300) },
    ]);
    expect(answer).toMatchObject({
      refusals: [
        { rule: 'phaseOpensTooEarly', field: 'NON_LOCAL_HUKOU.REVIEW.opensAt' },
        { rule: 'phaseEndsTooEarly', field: 'NON_LOCAL_HUKOU.CORRECTION.closesAt' },
      ],
    });
  });

  test('when a window is named twice', async () => {
    const one = await correction(1);
    expect(await refused([one, await correction(2)])).toMatchObject({
      refusals: [{ rule: 'entryTwice', field: 'NON_LOCAL_HUKOU.CORRECTION.opensAt' }],
    });
  });

  test('when it overlaps with the registration of another season, and when the season is over', async () => {
    await api.sql('insert into season (year, born_from, born_to) values ($1, $2, $3)', [
      year + 1,
      `${year - 6}-09-01`,
      `${year - 5}-08-31`,
    ]);
    const { opensAt, closesAt } = windowOf(await read(), 'NON_LOCAL_HUKOU', 'REGISTRATION');
    const overlapping = { kind: 'REGISTRATION', opensAt, closesAt } as const;
    expect(await refused([overlapping], { season: year + 1, revision: 0 })).toMatchObject({
      refusals: [{ rule: 'registrationsOverlap', field: 'NON_LOCAL_HUKOU.REGISTRATION.opensAt' }],
    });
    const planned = {
      kind: 'REGISTRATION',
      opensAt: later(opensAt, 365),
      closesAt: later(closesAt, 365),
    } as const;
    const { data } = await set([planned], { season: year + 1, revision: 0 });
    expect(data.setCalendar).toMatchObject({ applied: true, calendar: { revision: 1 } });
    expect((await read(admin, '01', year + 1)).services[0]!.phases).toHaveLength(1);
    expect(await refused([planned], { season: 2001, revision: 0 })).toMatchObject({
      refusals: [{ rule: 'seasonUnknown' }],
    });
  });
});

describe('what a family would see', () => {
  const preview = async (stage: Stage | null, at: string, windows: readonly Wanted[] = []) =>
    (
      await admin.request(CalendarPreviewDocument, {
        district: '01',
        service: 'NON_LOCAL_HUKOU',
        season: year,
        stage,
        at,
        windows: windows.map((window) => ({ service: 'NON_LOCAL_HUKOU' as const, ...window })),
      })
    ).data.calendarPreview!;

  test('is what its own page says', async () => {
    const { number } = await reviewable(api, mother);
    const way = (await mother.request(RecordWayDocument, { number })).data;
    const { family } = await preview('IDENTITY_VERIFIED', way.now);
    const { turn, steps } = way.collectionRecord!;
    expect(family!.turn).toEqual({ ...turn, since: null });
    expect(family!.steps).toEqual(steps.map((step) => ({ ...step, doneAt: null })));
  });

  test('goes by windows that are not saved, and before registration by the windows alone', async () => {
    const wanted = await correction(30);
    const { family } = await preview('RETURNED', api.clock.now().toISOString(), [wanted]);
    expect(family!.turn.until).toBe(wanted.closesAt);
    const { opensAt } = windowOf(await read(), 'NON_LOCAL_HUKOU', 'REGISTRATION');
    const early = await preview(null, later(opensAt, -1));
    expect(early.family).toBeNull();
    expect(early.phases.find(({ kind }) => kind === 'REGISTRATION')).toMatchObject({ open: false });
  });
});

describe('who may', () => {
  test('the district’s offices and the city read it; its administrators alone change it', async () => {
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const wanted = await correction(1);
    for (const person of [officer, city]) {
      expect((await read(person)).services).toHaveLength(3);
      expect((await set([wanted], { person })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('others find none, as if there were none, and change none', async () => {
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    expect(await read(other, '01')).toBeNull();
    expect(await read(other, '99')).toBeNull();
    const wanted = await correction(1);
    const changed = (district: string) => set([wanted], { person: other, district, revision: 0 });
    expect((await changed('01')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await changed('99')).errors).toEqual((await changed('01')).errors);
    for (const person of [mother, registrar]) {
      const asked = await person.request(OfficeCalendarDocument, { district: '01' });
      expect(asked.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
