import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  DistrictEntranceDocument,
  PortalDocument,
  PreregisterDocument,
  PublishResultsDocument,
  ArchiveSeasonDocument,
  CloseSeasonDocument,
  MyRecordsDocument,
  OpenSeasonDocument,
  PlanSeasonDocument,
  SaveDetailsDocument,
  SeasonOverviewsDocument,
  SeasonsDocument,
  SetPhaseDocument,
  type PhaseKind,
  type ReviewItemKind,
  type ServiceKind,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { approved, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let year: number;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  year = (await api.sql<{ year: number }>('select year from season'))[0]!.year;
});
afterAll(() => api.stop());

const NON_LOCAL = 'NON_LOCAL_HUKOU' as const;
const DAY = 86_400_000;
const from = (days: number) => new Date(api.clock.now().getTime() + days * DAY);
const admin = (district: string) => staff(api, 'DISTRICT_ADMIN', { district });
const setPhase = async (
  district: string,
  kind: PhaseKind,
  [opens, closes]: [number, number],
  season?: number,
) => {
  const person = await admin(district);
  const window = { opensAt: from(opens).toISOString(), closesAt: from(closes).toISOString() };
  const place = { district, service: NON_LOCAL, kind };
  return (await person.request(SetPhaseDocument, { ...place, ...window, ...(season ? { season } : {}) })).data
    .setPhase;
};

describe('the next year is prepared while this one runs', () => {
  beforeAll(async () => {
    const next = year + 1;
    await api.sql('insert into season (year, born_from, born_to) values ($1, $2, $3)', [
      next,
      `${next - 7}-09-01`,
      `${next - 6}-08-31`,
    ]);
    await api.sql(
      `insert into phase (season, district_code, service, kind, opens_at, closes_at) values ($1, '01', $2, 'REGISTRATION', $3, $4)`,
      [next, NON_LOCAL, from(300), from(330)],
    );
  });

  test('every district still shows this year’s calendar', async () => {
    const { data } = await api.nobody.request(PortalDocument);
    expect(data.season.year).toBe(year);
    for (const { nonLocalHukou } of data.districts) {
      expect(nonLocalHukou).toMatchObject([{ kind: 'REGISTRATION', open: true }]);
    }
    const entrance = await api.nobody.request(DistrictEntranceDocument, { code: '01' });
    const registration = entrance.data.district!.nonLocalHukou.find(({ kind }) => kind === 'REGISTRATION');
    expect(registration!.open).toBe(true);
  });

  test('a record’s page says what its mutations do', async () => {
    const { number } = await register(api, mother);
    expect(number.slice(0, 4)).toBe(String(year));
    const { data } = await mother.request(MyRecordsDocument);
    expect(data.myRecords[0]!.actions.find(({ kind }) => kind === 'EDIT_DETAILS')).toMatchObject({
      allowed: true,
    });
    const saved = await mother.request(SaveDetailsDocument, { number, input: { version: 1 } });
    expect(saved.data.saveDetails.__typename).toBe('CollectionRecord');
  });

  test('this year’s results can be published, and its calendar changed', async () => {
    const person = await admin('02');
    const published = await person.request(PublishResultsDocument, { district: '02', service: NON_LOCAL });
    expect(published.data.publishResults).toMatchObject({ __typename: 'Published', count: 0 });
    expect(await setPhase('02', 'RESULT', [-1, 90])).toMatchObject({ __typename: 'Phase', open: true });
    const windows = await api.sql<{ season: number }>(
      `select season from phase where district_code = '02' and service = $1 and kind = 'RESULT'`,
      [NON_LOCAL],
    );
    expect(windows).toEqual([{ season: year }]);
  });
});

describe('the city runs the seasons', () => {
  let city: Person;
  const next = () => year + 1;
  const [plan, open, close, archive] = [
    async (at: number, [bornFrom, bornTo] = [`${at - 7}-09-01`, `${at - 6}-08-31`], person = city) =>
      (await person.request(PlanSeasonDocument, { year: at, bornFrom: bornFrom!, bornTo: bornTo! })).data
        .planSeason,
    async (at: number) => (await city.request(OpenSeasonDocument, { year: at })).data.openSeason,
    async (at: number) => (await city.request(CloseSeasonDocument, { year: at })).data.closeSeason,
    async (at: number) => (await city.request(ArchiveSeasonDocument, { year: at })).data.archiveSeason,
  ];
  const refused = (code: string, message: string) => ({
    __typename: 'Refused',
    refusals: [{ code, message: expect.stringContaining(message) }],
  });
  const overviews = async () => (await city.request(SeasonOverviewsDocument)).data.seasonOverviews;
  const reviewNextYear = (kind: ReviewItemKind, district: string | null, services: ServiceKind[]) =>
    api.sql(
      `insert into review_requirement (season, service, district_code, kind, label, label_en, position)
       select $1, service, $3, $2, '材料', 'Papers', 1 from unnest($4::text[]) service`,
      [next(), kind, district, services],
    );
  beforeAll(async () => {
    city = await staff(api, 'MUNICIPAL_ADMIN');
  });

  test('nobody else does', async () => {
    for (const person of [
      mother,
      await admin('01'),
      await staff(api, 'DISTRICT_OFFICER', { district: '01' }),
    ]) {
      const answers = await Promise.all([
        person.request(PlanSeasonDocument, { year: 2090, bornFrom: '2083-09-01', bornTo: '2084-08-31' }),
        person.request(OpenSeasonDocument, { year: next() }),
        person.request(CloseSeasonDocument, { year }),
        person.request(ArchiveSeasonDocument, { year }),
        person.request(SeasonOverviewsDocument),
      ]);
      for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('the city counts a child as admitted once the result is published, and not before', async () => {
    const { number } = await approved(api, await api.person('father'));
    const numbers = [number];
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    await registrar.request(PreregisterDocument, { numbers, school: '0101' });
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    await officer.request(ApproveAdmissionsDocument, {
      numbers,
      outcome: 'ADMITTED',
      note: '8 月 25 日报到',
    });
    const running = async () => (await overviews()).find(({ season }) => season.year === year);
    expect(await running()).toMatchObject({ records: 2, waiting: 0, admitted: 0 });
    await (await admin('01')).request(PublishResultsDocument, { district: '01', service: NON_LOCAL });
    expect(await running()).toMatchObject({ records: 2, waiting: 0, admitted: 1 });
  });

  test('of 50 administrators who plan it at once one does, and the others are told whose plan stands', async () => {
    const planAs = (at: number, day: number, revision: number) =>
      city.request(PlanSeasonDocument, {
        year: at,
        // Whoever plans what stands already is told of nobody.
        bornFrom: `${at - 7}-09-0${revision + 1}`,
        bornTo: `${at - 6}-08-${String(day).padStart(2, '0')}`,
        revision,
      });
    const outcomes = async (revision: number) =>
      (await Promise.all(Array.from({ length: 50 }, (_, n) => planAs(2095, (n % 25) + 1, revision)))).map(
        ({ data: { planSeason } }) =>
          planSeason.__typename === 'Refused' ? planSeason.refusals[0]!.rule : planSeason.bornTo,
      );
    const standing = async () => (await overviews()).find(({ season }) => season.year === 2095)!;
    const [first, again] = [await outcomes(0), await outcomes(1)];
    for (const told of [first, again])
      expect(told.filter((one) => one === 'editedMeanwhile')).toHaveLength(49);
    expect(await standing()).toMatchObject({
      revision: 2,
      season: { bornTo: again.find((one) => one !== 'editedMeanwhile') },
    });
    const old = (await planAs(2095, 30, 1)).data.planSeason;
    expect(old).toMatchObject({ refusals: [{ code: 'STALE_VERSION' }] });
    await api.sql('delete from season where year = 2095');
  });

  test('a planned one is laid out anew, and only those who read calendars see it', async () => {
    expect(await plan(next(), [`${year - 6}-09-01`, `${year - 5}-07-31`])).toMatchObject({
      state: 'PLANNED',
    });
    expect(await plan(next())).toMatchObject({ year: next(), bornTo: `${year - 5}-08-31` });
    expect(await plan(next(), ['2019-09-31', '2020-08-31'])).toMatchObject(
      refused('INVALID_FORMAT', '2019-09-31'),
    );
    const years = async (person: Person) => (await person.request(SeasonsDocument)).data.seasons;
    expect(await years(api.nobody)).toMatchObject([{ year, state: 'OPEN' }]);
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01' });
    expect(await years(registrar)).toMatchObject([{ year, state: 'OPEN' }]);
    for (const person of [city, await admin('01')])
      expect(await years(person)).toMatchObject([{ year: next(), state: 'PLANNED' }, { year }]);
  });

  test('it opens once every district has a calendar and items to review, and no other registers; then two are under way', async () => {
    const rules = async () => {
      const answer = await open(next());
      return answer.__typename === 'Refused' ? answer.refusals.map(({ rule }) => rule) : [];
    };
    expect(await rules()).toEqual(['seasonIncomplete', 'seasonUnreviewed', 'registrationsOverlap']);
    // The same is told before anybody tries.
    const [planned, running] = await overviews();
    expect(planned).toMatchObject({
      season: { year: next() },
      next: 'OPEN',
      records: 0,
    });
    expect(planned!.obstacles.map(({ rule }) => rule)).toEqual(await rules());
    expect(running).toMatchObject({
      season: { year },
      next: 'CLOSE',
      records: 2,
      waiting: 0,
      admitted: 1,
      obstacles: [{ rule: 'seasonStillRuns' }],
    });
    expect(await open(next())).toMatchObject({
      refusals: [{ message: expect.stringContaining('西城区') }, {}, {}],
    });
    expect(await open(year)).toMatchObject(refused('STAGE_CONFLICT', '进行中'));
    await api.sql(
      `insert into phase (season, district_code, service, kind, opens_at, closes_at)
       select $1, district_code, service, kind, opens_at + interval '300 days', closes_at + interval '300 days' from phase
       where season = $2 on conflict do nothing`,
      [next(), year],
    );
    expect(await rules()).toEqual(['seasonUnreviewed', 'registrationsOverlap']);
    await api.sql(
      `update phase set opens_at = $1, closes_at = $2 where season = $3 and kind = 'REGISTRATION'`,
      [from(-30), from(-1), year],
    );
    await reviewNextYear('RESIDENCE', null, ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL']);
    // Neither the identity nor one district's own item is enough for the whole city.
    await reviewNextYear('IDENTITY_AND_HUKOU', null, ['LOCAL_HUKOU']);
    await reviewNextYear('RESIDENCE', '01', ['LOCAL_HUKOU']);
    expect(await open(next())).toMatchObject(
      refused('STAGE_CONFLICT', '没有审核项目：本市户籍适龄儿童入学服务'),
    );
    const english = await city.request(OpenSeasonDocument, { year: next() }, { 'accept-language': 'en' });
    expect(english.data.openSeason).toEqual({
      __typename: 'Refused',
      refusals: [
        expect.objectContaining({
          rule: 'seasonUnreviewed',
          message: expect.stringContaining('no review items: Enrolment of children with Beijing hukou'),
          wayOut: expect.stringContaining('review items for every district'),
        }),
      ],
    });
    await reviewNextYear('RESIDENCE', null, ['LOCAL_HUKOU']);
    expect((await overviews())[0]).toMatchObject({ next: 'OPEN', obstacles: [] });
    expect(await open(next())).toMatchObject({ year: next(), state: 'OPEN' });
    const { data } = await api.nobody.request(PortalDocument);
    expect(data.season.year).toBe(next());
    expect(data.districts.every(({ nonLocalHukou }) => nonLocalHukou.length === 1)).toBe(true);
  });

  test('with two, an act names its season; the other one’s calendar and results stay apart', async () => {
    const named = `${year}、${next()}`;
    expect(await setPhase('03', 'RESULT', [-1, 90])).toMatchObject(refused('REQUIRED', named));
    expect(await setPhase('03', 'RESULT', [-1, 90], 2090)).toMatchObject(refused('INVALID_FORMAT', '2090'));
    expect(await setPhase('03', 'RESULT', [-1, 90], year)).toMatchObject({ __typename: 'Phase', open: true });
    const person = await admin('03');
    const place = { district: '03', service: NON_LOCAL };
    const publish = async (season?: number) =>
      (await person.request(PublishResultsDocument, { ...place, ...(season ? { season } : {}) })).data
        .publishResults;
    expect(await publish()).toMatchObject(refused('REQUIRED', named));
    expect(await publish(next())).toMatchObject(refused('OUTSIDE_WINDOW', '还没有开始'));
    expect(await publish(year)).toMatchObject({ __typename: 'Published' });
    const { data } = await mother.request(MyRecordsDocument);
    expect(data.myRecords[0]!.actions.find(({ kind }) => kind === 'EDIT_DETAILS')).toMatchObject({
      allowed: true,
    });
  });

  test('registrations of two seasons cannot run at once', async () => {
    const clash = await setPhase('03', 'REGISTRATION', [-30, 310], year);
    expect(clash).toMatchObject({
      refusals: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('不能同时进行') }),
      ]),
    });
  });

  test('it closes after its last window, then nothing of it changes any more, and is archived', async () => {
    expect(await archive(year)).toMatchObject(refused('STAGE_CONFLICT', '进行中'));
    expect(await close(year)).toMatchObject(refused('STAGE_CONFLICT', '才全部结束'));
    await api.sql('update phase set opens_at = $1, closes_at = $2 where season = $3', [
      from(-9),
      from(-1),
      year,
    ]);
    expect(await close(year)).toMatchObject({ state: 'CLOSED' });
    expect(await setPhase('03', 'RESULT', [-1, 90], year)).toMatchObject(refused('STAGE_CONFLICT', '已结束'));
    expect((await overviews())[1]).toMatchObject({ next: 'ARCHIVE', obstacles: [], archivedAt: null });
    expect(await archive(year)).toMatchObject({ state: 'ARCHIVED' });
    expect((await overviews())[1]).toMatchObject({
      next: null,
      obstacles: [],
      archivedAt: api.clock.now().toISOString(),
    });
    expect((await mother.request(MyRecordsDocument)).data.myRecords).toHaveLength(1);
    const acts = await api.sql<{ action: string }>(
      `select action from audit_entry where starts_with(action, 'SEASON_') and season = $1 order by id`,
      [year],
    );
    expect(acts.map(({ action }) => action)).toEqual(['SEASON_CLOSED', 'SEASON_ARCHIVED']);
  });

  test('a window is judged by what stands when it is written, with 40 changes at once', async () => {
    const { nonLocalHukou } = (await api.nobody.request(DistrictEntranceDocument, { code: '05' })).data
      .district!;
    const review = nonLocalHukou.find(({ kind }) => kind === 'REVIEW')!;
    const days = Math.round((Date.parse(review.opensAt) - api.clock.now().getTime()) / DAY);
    // Each alone is in order: the review later, the result earlier. Together they are not.
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        turn % 2 === 0
          ? setPhase('05', 'REVIEW', [days + 3, days + 40], next())
          : setPhase('05', 'RESULT', [days + 1, days + 90], next()),
      ),
    );
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['Phase', 'Refused']));
    const [order] = await api.sql<{ right: boolean }>(
      `select v.opens_at <= r.opens_at as right from phase v join phase r using (season, district_code, service)
       where season = $1 and district_code = '05' and service = $2 and v.kind = 'REVIEW' and r.kind = 'RESULT'`,
      [next(), NON_LOCAL],
    );
    expect(order!.right).toBe(true);
  });
});
