import { inWords } from '@enrolment/rulebook/calendar.js';
import { DETAIL_BLOCKS } from '@enrolment/rulebook/vocabulary.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  ChecklistDocument,
  DecideReviewItemDocument,
  DetailsFormDocument,
  DistrictEntranceDocument,
  FamiliesWaitingDocument,
  MyRecordsDocument,
  OpenSeasonDocument,
  PlanSeasonDocument,
  PortalDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordDocument,
  RecordFileDocument,
  RecordResultDocument,
  RegisterChildDocument,
  SetUpCityDocument,
  SubmitDetailsDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { aRegistration, plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let city: Person;
let year: number;
let next: number;
/** A child of this year, registered before the next one is prepared. */
let number: string;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  city = await staff(api, 'MUNICIPAL_ADMIN');
  year = (await api.sql<{ year: number }>('select year from season'))[0]!.year;
  next = year + 1;
  number = (await register(api, mother, {})).number;
});
afterAll(() => api.stop());

const service = 'NON_LOCAL_HUKOU' as const;
const day = (days: number) =>
  new Date(api.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const setUp = async (text: string, { apply = true, person = city } = {}) =>
  person.request(SetUpCityDocument, { files: [{ name: 'next.yaml', text }], apply });
const report = async (...asked: Parameters<typeof setUp>) => (await setUp(...asked)).data.setUpCity;
const question = async (season: number | null) => {
  const { data } = await api.nobody.request(DetailsFormDocument, { district: '01', service, season });
  return data.district!.questions.map(({ label }) => label);
};
const form = (season: number | null) =>
  api.nobody.request(DetailsFormDocument, { district: '01', service, season });
const rows = (table: string) =>
  api.sql<{ season: number; n: number }>(
    `select season, count(*)::int as n from ${table} group by season order by season`,
  );

const nextYear = () => `
season: { year: ${next} }
questions:
  - { district: '01', services: [${service}], key: SIBLING, label: 明年的问题, labelEn: Next year’s question, kind: TEXT, required: false }
reviewItems:
  - { services: all, kind: IDENTITY_AND_HUKOU, label: 身份证及户籍信息, labelEn: Identity }
  - { services: all, kind: RESIDENCE, label: 明年的住所材料, labelEn: Next year’s home }
papers:
  - { kind: RESIDENCE, label: 明年的证明, labelEn: Next year’s paper }
details:
${DETAIL_BLOCKS.map((block) => `  - { services: all, block: ${block}, need: ${block === 'EMPLOYMENT' ? 'OPTIONAL' : 'REQUIRED'} }`).join('\n')}
policies:
  - { title: 明年的政策 }
`;

describe('the next year is set up over GraphQL while this one runs', () => {
  test('by municipal administrators alone', async () => {
    const others = [mother, await staff(api, 'DISTRICT_ADMIN', { district: '01' })];
    others.push(await staff(api, 'DISTRICT_OFFICER', { district: '01' }));
    others.push(await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }));
    for (const person of others)
      expect((await setUp(nextYear(), { person })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    const { errors } = await setUp(nextYear(), { person: api.nobody });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(await api.sql('select 1 from season where year = $1', [next])).toEqual([]);
  });

  test('a new season begins with what is reviewed and asked in the one before, in rows of its own', async () => {
    const tables = ['review_requirement', 'review_paper', 'detail_requirement', 'district_question'];
    const before = await Promise.all(tables.map(rows));
    const planned = await city.request(PlanSeasonDocument, {
      year: next,
      bornFrom: `${next - 7}-09-01`,
      bornTo: `${next - 6}-08-31`,
    });
    expect(planned.data.planSeason).toMatchObject({ year: next, state: 'PLANNED' });
    for (const [place, [{ n }]] of (before as [{ season: number; n: number }][]).entries()) {
      expect(n).toBeGreaterThan(0);
      expect(await rows(tables[place]!)).toEqual([
        { season: year, n },
        { season: next, n },
      ]);
    }
    expect(await rows('retention_period')).toHaveLength(2);
  });

  test('every mistake is told with its line, and nothing is done', async () => {
    const wrong = `season: { year: ${next} }\nquestions:\n  - { district: '42', services: all }\nreviewItems: []\n`;
    const { applied, mistakes, changes } = await report(wrong);
    expect({ applied, changes }).toEqual({ applied: false, changes: [] });
    expect(mistakes[0]).toEqual({
      file: 'next.yaml',
      sheet: null,
      line: 3,
      message: expect.stringContaining('entry code from 01 to 18'),
    });
    const seasonless = await report(nextYear().replace(/season: .*/, ''));
    expect(seasonless.mistakes).toContainEqual({
      file: 'next.yaml',
      sheet: null,
      line: 4,
      message: '“questions” need the section “season” beside them',
    });
  });

  test('a trial run says what would change and changes nothing; the same file twice changes nothing more', async () => {
    const before = await rows('review_requirement');
    const trial = await report(nextYear(), { apply: false });
    expect(trial).toMatchObject({ applied: false, mistakes: [] });
    expect(trial.changes).toContainEqual({
      section: 'questions',
      kind: 'ADDED',
      key: `${next} 01 ${service} SIBLING`,
    });
    expect(await rows('review_requirement')).toEqual(before);
    expect(await report(nextYear())).toEqual({ ...trial, applied: true });
    expect(await report(nextYear())).toEqual({ applied: true, mistakes: [], changes: [] });
    const acts = await api.sql<{ actor: string; season: number }>(
      `select actor, season from audit_entry where action = 'SET_UP' and actor = $1`,
      [city.subject],
    );
    expect(acts).toEqual([{ actor: city.subject, season: next }]);
  });

  test('this year’s form, items, papers and policies stay, and nobody reads the next year’s', async () => {
    expect(await question(year)).toEqual(await question(null));
    expect(await question(null)).not.toContain('明年的问题');
    expect(await question(next)).toEqual([]);
    const { data } = await api.nobody.request(ChecklistDocument, { district: '01', service });
    expect(JSON.stringify(data)).not.toContain('明年');
    const portal = await api.nobody.request(PortalDocument);
    expect(JSON.stringify(portal.data)).not.toContain('明年');
  });

  test('a record of this year is reviewed by this year’s items', async () => {
    const input = await aDetailsInput(api, { version: 1 });
    const sent = await mother.request(SubmitDetailsDocument, { number, input });
    expect(sent.data.submitDetails).toMatchObject({ stage: 'SUBMITTED' });
    const items = await mother.request(RecordFileDocument, { number });
    const labels = items.data.collectionRecord!.reviewItems.map(({ label }) => label);
    expect(labels).toContain('在京实际住所居住材料');
    expect(labels).not.toContain('明年的住所材料');
  });
});

describe('with two seasons under way', () => {
  /** A child of this year with a published result. */
  let admitted: string;
  const father = () => api.person('father');
  const windows = (registration: number) => `
calendar:
  - districts: all
    services: all
    windows:
      REGISTRATION: { opensAt: ${day(registration)}, closesAt: ${day(90)} }
      DETAILS: { opensAt: ${day(registration)}, closesAt: ${day(90)} }
      REVIEW: { opensAt: ${day(registration)}, closesAt: ${day(120)} }
      CORRECTION: { opensAt: ${day(registration)}, closesAt: ${day(130)} }
      FORM_PRINTING: { opensAt: ${day(10)}, closesAt: ${day(140)} }
      SCHOOL_PREREGISTRATION: { opensAt: ${day(20)}, closesAt: ${day(150)} }
      RESULT: { opensAt: ${day(30)}, closesAt: ${day(200)} }
`;
  beforeAll(async () => {
    admitted = (await reviewable(api, await father())).number;
    await api.sql(
      `update phase set opens_at = $1, closes_at = $2 where kind = 'REGISTRATION' and season = $3`,
      [day(-30), day(-1), year],
    );
    await api.sql(`update phase set opens_at = $1 where kind <> 'REGISTRATION' and season = $2`, [
      day(-9),
      year,
    ]);
    expect(await report(nextYear() + windows(5))).toMatchObject({ applied: true, mistakes: [] });
    const { data } = await city.request(OpenSeasonDocument, { year: next });
    expect(data.openSeason).toMatchObject({ state: 'OPEN' });
  });

  test('the family of this year reads its result while the next registration is still ahead', async () => {
    const [numbers, person] = [[admitted], await father()];
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const)
      await officer.request(DecideReviewItemDocument, { numbers, kind, status: 'PASSED' });
    await registrar.request(PreregisterDocument, { numbers, school: '0101' });
    await officer.request(ApproveAdmissionsDocument, {
      numbers,
      outcome: 'ADMITTED',
      note: '8 月 25 日报到',
    });
    const mayView = async () => {
      const { data } = await person.request(MyRecordsDocument);
      return data.myRecords[0]!.actions.find(({ kind }) => kind === 'VIEW_RESULT')!.allowed;
    };
    expect(await mayView()).toBe(false);
    const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
    const place = { district: '01', service, season: year };
    const published = await admin.request(PublishResultsDocument, place);
    expect(published.data.publishResults).toMatchObject({ __typename: 'Published', count: 1 });
    expect(await mayView()).toBe(true);
    const { data } = await person.request(RecordResultDocument, { number: admitted });
    expect(data.collectionRecord).toMatchObject({
      stage: 'ADMITTED',
      admissionResult: { outcome: 'ADMITTED', note: '8 月 25 日报到', school: { code: '0101' } },
    });
  });

  test('the portal and a registration speak of the next year’s policies and dates meanwhile', async () => {
    const { data } = await api.nobody.request(PortalDocument);
    expect(data.season.year).toBe(next);
    expect(data.site.policies.map(({ title }) => title)).toEqual(['明年的政策']);
    const [opening] = await api.sql<{ opens_at: Date }>(
      `select distinct opens_at from phase where season = $1 and kind = 'REGISTRATION'`,
      [next],
    );
    const opensAt = opening!.opens_at.toISOString();
    for (const { nonLocalHukou } of data.districts)
      expect(nonLocalHukou).toMatchObject([{ kind: 'REGISTRATION', open: false, opensAt }]);
    const input = await aRegistration(api);
    input.smsCode = await plantCode(api, input.guardian.phone);
    const answer = await mother.request(RegisterChildDocument, { input });
    expect(answer.data.registerChild).toMatchObject({
      refusals: [
        { code: 'OUTSIDE_WINDOW', message: expect.stringContaining(inWords(opening!.opens_at)['zh-CN']) },
      ],
    });
    expect(await report(nextYear() + windows(0))).toMatchObject({ applied: true, mistakes: [] });
  });

  test('whoever comes new reads of the newest: calendar, policies, papers and questions', async () => {
    const { data } = await api.nobody.request(PortalDocument);
    expect(data.season.year).toBe(next);
    const entrance = await api.nobody.request(DistrictEntranceDocument, { code: '01' });
    expect(entrance.data.district!.nonLocalHukou.find(({ kind }) => kind === 'REGISTRATION')).toMatchObject({
      open: true,
    });
    const list = await api.nobody.request(ChecklistDocument, { district: '01', service });
    expect(list.data.district!.reviewRequirements).toMatchObject([
      { kind: 'IDENTITY_AND_HUKOU' },
      { kind: 'RESIDENCE', label: '明年的住所材料', papers: ['明年的证明'] },
    ]);
    expect(await question(null)).toEqual(['明年的问题']);
  });

  test('the page of a child of this year goes by its own season, in the form, the calendar and the actions', async () => {
    expect(await question(year)).not.toContain('明年的问题');
    const employment = async (season: number) =>
      (await form(season)).data.district!.detailsForm.find(({ kind }) => kind === 'EMPLOYMENT')!.need;
    expect([await employment(year), await employment(next)]).toEqual(['REQUIRED', 'OPTIONAL']);
    const { data } = await mother.request(RecordDocument, { number });
    const record = data.collectionRecord!;
    expect(record.season).toBe(year);
    const own = await api.sql<{ kind: string; closes_at: Date }>(
      `select kind, closes_at from phase where season = $1 and district_code = '01' and service = $2`,
      [year, service],
    );
    for (const { kind, closesAt } of record.steps) {
      const window = own.find((one) => one.kind === kind);
      if (window && closesAt) expect(closesAt).toBe(window.closes_at.toISOString());
    }
    const card = (await mother.request(MyRecordsDocument)).data.myRecords.find(
      (one) => one.number === number,
    )!;
    expect(card.actions.find(({ kind }) => kind === 'VIEW_RESULT')!.allowed).toBe(false);
  });

  test('how many families wait for an answer is told of each season', async () => {
    await mother.request(WriteMessageDocument, { number, text: '请问结果什么时候公布？' });
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    const waiting = async (person: Person, season?: number) =>
      (await person.request(FamiliesWaitingDocument, { district: '01', season: season ?? null })).data
        .district!.familiesWaiting;
    expect([await waiting(officer, year), await waiting(officer, next)]).toEqual([1, 0]);
    // The present one, when none is named; and one that nobody has opened.
    expect([await waiting(officer), await waiting(officer, next + 1)]).toEqual([0, null]);
    expect(await waiting(mother, year)).toBeNull();
  });

  test('a child registered now is the next year’s, and is reviewed by its items', async () => {
    const sister = await register(api, mother);
    // Each season counts for itself.
    expect([number, sister.number].map((one) => one.slice(0, 13))).toEqual([
      `${year}010000001`,
      `${next}010000001`,
    ]);
    const input = await aDetailsInput(api, { version: 1 });
    const sent = await mother.request(SubmitDetailsDocument, { number: sister.number, input });
    expect(sent.data.submitDetails).toMatchObject({ stage: 'SUBMITTED' });
    const { data } = await mother.request(RecordFileDocument, { number: sister.number });
    expect(data.collectionRecord!.reviewItems.map(({ label }) => label)).toContain('明年的住所材料');
  });
});
