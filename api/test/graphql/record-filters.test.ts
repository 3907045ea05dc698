import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ClaimRecordDocument,
  ColleaguesDocument,
  DecideReviewItemDocument,
  OfficePublicationDocument,
  ReleaseRecordDocument,
  SettleMessagesDocument,
  WriteMessageDocument,
  SubmitDetailsDocument,
  type RecordListQueryVariables,
  type RegisterChildInput,
} from '@enrolment/schema/client';
import { endOfDay } from '@enrolment/rulebook/wall-clock.js';
import type { Actor } from '../../src/actor.js';
import { Identity } from '../../src/platform/identity.js';
import { RecordListService } from '../../src/record-list/record-list.service.js';
import { aSystem } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { AUDIENCE } from '../support/outside.js';
import { layWindow } from '../support/calendar.js';
import { aDetailsInput } from '../support/details.js';
import { aHongKongPermit, aPassport } from '../support/people.js';
import { listed, numbersOf } from '../support/record-list.js';
import { reviewable, staff } from '../support/reviewable.js';

type Filter = NonNullable<RecordListQueryVariables['filter']>;

let api: TestApi;
let mother: Person;
let officer: Person;
/** By what is peculiar to it. */
const made: Record<'plain' | 'henan' | 'postdoctoral' | 'hepingli' | 'returned' | 'verified', string> =
  {} as never;
const inputs: Partial<Record<keyof typeof made, RegisterChildInput>> = {};
let changedLate: Date;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  const add = async (name: keyof typeof made, overrides: Parameters<typeof register>[2] = {}) => {
    const { number, input } = await register(api, mother, overrides);
    made[name] = number;
    inputs[name] = input;
  };
  await add('plain');
  await add('henan', { child: { hukouProvince: '410000', name: '欧阳小明' } });
  await add('postdoctoral', {
    service: 'TREATED_AS_LOCAL',
    ground: 'POSTDOCTORAL',
    child: { hukouProvince: '410000', name: 'Anna Maria Lindqvist' },
  });
  await add('hepingli');
  const details = await aDetailsInput(api, { version: 1 });
  const residence = { ...details.residence, subdistrict: '和平里街道' };
  await mother.request(SubmitDetailsDocument, { number: made.hepingli, input: { ...details, residence } });
  made.returned = (await reviewable(api, mother)).number;
  made.verified = (await reviewable(api, mother)).number;
  api.clock.advance(3_600);
  changedLate = api.clock.now();
  await officer.request(DecideReviewItemDocument, {
    numbers: [made.returned],
    kind: 'RESIDENCE',
    status: 'RETURNED',
    reason: '看不清',
  });
});
afterAll(() => api.stop());

type Name = keyof typeof made;
const namesOf = async (filter: Filter, person = officer): Promise<Name[]> => {
  const numbers = await numbersOf(person, filter);
  return (Object.keys(made) as Name[]).filter((name) => numbers.includes(made[name])).sort();
};
/** Two systems of the district: one lists, the other decides as well. */
const systems = async () => {
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  return {
    lists: await aSystem(api, admin, { scopes: ['LISTS'] }),
    decides: await aSystem(api, admin, { scopes: ['LISTS', 'DECISIONS'] }),
  };
};
const ALL = ['henan', 'hepingli', 'plain', 'postdoctoral', 'returned', 'verified'];
const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const DAY = 86_400_000;

describe('a filter', () => {
  test.each<[string, () => Filter, string[]]>([
    ['nothing', () => ({}), ALL],
    ['district', () => ({ district: '01' }), ALL],
    ['the present season', () => ({ season: api.clock.now().getUTCFullYear() }), ALL],
    ['another season', () => ({ season: 2019 }), []],
    ['service', () => ({ service: 'TREATED_AS_LOCAL' }), ['postdoctoral']],
    ['ground', () => ({ ground: 'POSTDOCTORAL' }), ['postdoctoral']],
    ['a ground of nobody', () => ({ ground: 'MILITARY_RELOCATION' }), []],
    ['one stage', () => ({ stages: ['SUBMITTED'] }), ['hepingli']],
    ['several stages', () => ({ stages: ['RETURNED', 'IDENTITY_VERIFIED'] }), ['returned', 'verified']],
    ['item', () => ({ reviewItem: { kind: 'RESIDENCE' } }), ['hepingli', 'returned', 'verified']],
    ['its state', () => ({ reviewItem: { kind: 'RESIDENCE', status: 'RETURNED' } }), ['returned']],
    [
      'another state',
      () => ({ reviewItem: { kind: 'RESIDENCE', status: 'PENDING' } }),
      ['hepingli', 'verified'],
    ],
    ['submitted again', () => ({ resubmitted: true }), []],
    ['province', () => ({ hukouProvince: '410000' }), ['henan', 'postdoctoral']],
    ['subdistrict', () => ({ subdistrict: '和平里街道' }), ['hepingli']],
    ['subdistrict without its end', () => ({ subdistrict: '和平里' }), ['hepingli']],
    ['part of a subdistrict', () => ({ subdistrict: '和平' }), []],
    ['changes', () => ({ updatedSince: changedLate.toISOString() }), ['returned']],
    [
      'registered today',
      () => ({ registeredFrom: day(api.clock.now()), registeredTo: day(api.clock.now()) }),
      ALL,
    ],
    ['registered later', () => ({ registeredFrom: day(new Date(api.clock.now().getTime() + DAY)) }), []],
    ['registered before', () => ({ registeredTo: day(new Date(api.clock.now().getTime() - DAY)) }), []],
    ['several at once', () => ({ hukouProvince: '410000', service: 'NON_LOCAL_HUKOU' }), ['henan']],
    [
      'all that contradict each other',
      () => ({ ground: 'POSTDOCTORAL', service: 'NON_LOCAL_HUKOU', subdistrict: '和平里街道' }),
      [],
    ],
  ])('by %s lists what it says', async (_, filter, expected) => {
    expect(await namesOf(filter())).toEqual(expected);
  });

  test('a day begins and ends at midnight in Beijing', async () => {
    const at = (moment: string) =>
      api.sql('update collection_record set registered_at = $2 where number = $1', [made.plain, moment]);
    const only = { registeredFrom: '2026-05-04', registeredTo: '2026-05-04' };
    for (const [moment, inside] of [
      ['2026-05-03T15:59:59.999Z', false],
      ['2026-05-03T16:00:00.000Z', true],
      ['2026-05-04T15:59:59.999Z', true],
      ['2026-05-04T16:00:00.000Z', false],
    ] as const) {
      await at(moment);
      expect([moment, await namesOf(only)]).toEqual([moment, inside ? ['plain'] : []]);
    }
  });

  test('what is overdue: undecided after the review, or without an answer about the identity for too long', async () => {
    expect(await namesOf({ overdue: true })).toEqual(['hepingli']);
    expect(await namesOf({ overdue: false })).toEqual(ALL.filter((name) => name !== 'hepingli'));
    const [opensAt, closesAt] = [new Date(api.clock.now().getTime() - 9 * DAY), api.clock.now()];
    await layWindow(api, { kind: 'REVIEW', opensAt, closesAt });
    expect(await namesOf({ overdue: true })).toEqual(['hepingli', 'verified']);
  });

  test('what is due until a day: what the review that ends by then leaves, and what waits for an answer about the identity', async () => {
    const today = day(api.clock.now());
    const [opensAt, closesAt] = [new Date(api.clock.now().getTime() - 9 * DAY), endOfDay(today)];
    await layWindow(api, { kind: 'REVIEW', opensAt, closesAt });
    expect(await namesOf({ dueUntil: today, overdue: false })).toEqual(['verified']);
    // What is overdue is due all the same.
    expect(await namesOf({ dueUntil: today })).toEqual(['hepingli', 'verified']);
    expect(await namesOf({ dueUntil: day(new Date(api.clock.now().getTime() - 2 * DAY)) })).toEqual([]);
    await layWindow(api, { kind: 'REVIEW', opensAt, closesAt: new Date(closesAt.getTime() + 1) });
    expect(await namesOf({ dueUntil: today, overdue: false })).toEqual([]);
    const elsewhere = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    expect(await namesOf({ dueUntil: '2099-12-31' }, elsewhere)).toEqual([]);
  });

  test('all filters at once find the one record that fits them all', async () => {
    const filter: Required<Omit<Filter, 'ground' | 'school' | 'search' | 'colleague'>> = {
      district: '01',
      season: api.clock.now().getUTCFullYear(),
      service: 'NON_LOCAL_HUKOU',
      stages: ['SUBMITTED'],
      reviewItem: { kind: 'RESIDENCE', status: 'PENDING' },
      overdue: true,
      dueUntil: '2099-12-31',
      needsDecision: true,
      assignee: 'NOBODY',
      awaitsAnswer: false,
      nearDuplicate: false,
      correctionRequested: false,
      unreached: false,
      hukouProvince: '130000',
      subdistrict: '和平里街道',
      resubmitted: false,
      registeredFrom: '2020-01-01',
      registeredTo: '2099-12-31',
      updatedSince: '2020-01-01T00:00:00Z',
    };
    expect(await namesOf({ ...filter, search: made.hepingli })).toEqual(['hepingli']);
    expect(await namesOf({ ...filter, search: made.verified })).toEqual([]);
  });

  test('the stage that is asked for is the stage that is shown: an admission before it is published', async () => {
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    // On another day than the record was verified, by a statement: history and admission follow below.
    await api.sql(`update collection_record set stage = 'ADMITTED' where number = $1`, [made.verified]);
    const { lists, decides } = await systems();
    const of = (stage: 'ADMITTED' | 'PREREGISTERED') => ({ stages: [stage] });
    expect(await namesOf(of('ADMITTED'))).toEqual(['verified']);
    expect(await namesOf(of('PREREGISTERED'))).toEqual([]);
    for (const person of [city, lists]) {
      expect(await namesOf(of('ADMITTED'), person)).toEqual([]);
      expect(await namesOf(of('PREREGISTERED'), person)).toEqual(['verified']);
    }
    expect(await namesOf(of('ADMITTED'), decides)).toEqual(['verified']);
    // Neither its place nor a change tells of it.
    const [preregistered, admitted] = [api.clock.now(), new Date(api.clock.now().getTime() + DAY)];
    await api.sql(
      `insert into admission (record_id, school_code, preregistered_at, preregistered_by, outcome)
       select id, '0101', $2, 'registrar', 'PENDING' from collection_record where number = $1`,
      [made.verified, preregistered],
    );
    await api.sql(
      `insert into record_event (record_id, kind, at, actor, from_stage, to_stage)
       select id, 'PREREGISTERED', $2, 'SCHOOL', 'APPROVED', 'PREREGISTERED' from collection_record where number = $1`,
      [made.verified, preregistered],
    );
    await api.sql('update collection_record set stage_since = $2, updated_at = $2 where number = $1', [
      made.verified,
      admitted,
    ]);
    const since = { ...of('PREREGISTERED'), updatedSince: admitted.toISOString() };
    for (const person of [city, lists]) expect(await namesOf(since, person)).toEqual([]);
    expect(await namesOf({ ...of('ADMITTED'), updatedSince: admitted.toISOString() })).toEqual(['verified']);
    const { edges } = await listed(city, { filter: of('PREREGISTERED'), orderBy: 'STAGE_SINCE_ASC' });
    expect(edges.map(({ node }) => [node.stage, node.stageSince])).toEqual([
      ['PREREGISTERED', preregistered.toISOString()],
    ]);
    const { pageInfo } = await listed(city, { orderBy: 'STAGE_SINCE_ASC', last: 1 });
    const cursor = Buffer.from(pageInfo.endCursor!, 'base64url').subarray(12).toString();
    expect(cursor.split('/')[0]).toBe('infinity');
    // Once it is published, the city knows of it at once.
    await api.sql(
      `update admission set outcome = 'ADMITTED', approved_at = $2, approved_by = 'officer', published_at = $2
       where record_id = (select id from collection_record where number = $1)`,
      [made.verified, admitted],
    );
    for (const person of [city, lists]) {
      expect(await namesOf(of('ADMITTED'), person)).toEqual(['verified']);
      expect(await namesOf(of('PREREGISTERED'), person)).toEqual([]);
      expect(await namesOf({ ...of('ADMITTED'), updatedSince: admitted.toISOString() }, person)).toEqual([
        'verified',
      ]);
    }
    expect(await namesOf(of('ADMITTED'), decides)).toEqual(['verified']);
  });

  test('by school finds what it has preregistered, and for its district what is assigned to it before the publication', async () => {
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const { lists, decides } = await systems();
    const { number } = await reviewable(api, mother);
    await api.sql(
      `insert into admission (record_id, school_code, assigned_school_code, preregistered_at, preregistered_by, outcome, approved_at, approved_by)
       select id, '0101', '0102', now(), 'registrar', 'ADMITTED', now(), 'officer' from collection_record where number = $1`,
      [number],
    );
    const finds = async (school: string, person: Person) =>
      (await numbersOf(person, { school })).includes(number);
    for (const person of [officer, decides, city, lists]) expect(await finds('0101', person)).toBe(true);
    for (const person of [officer, decides]) expect(await finds('0102', person)).toBe(true);
    for (const person of [city, lists]) expect(await finds('0102', person)).toBe(false);
    await api.sql(
      `update admission set published_at = now() where record_id = (select id from collection_record where number = $1)`,
      [number],
    );
    for (const person of [officer, decides, city, lists]) {
      expect(await finds('0101', person)).toBe(false);
      expect(await finds('0102', person)).toBe(true);
    }
  });

  test('by the newest SMS finds families whom it did not reach, for whoever decides about them', async () => {
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const { number } = await reviewable(api, mother);
    const finds = async (person: Person) => (await numbersOf(person, { unreached: true })).includes(number);
    const counted = async () => {
      const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
      const administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
      return (await administrator.request(OfficePublicationDocument, place)).data.publicationPreview
        .unreached;
    };
    const before = await counted();
    expect(await finds(officer)).toBe(false);
    const write = (event: string, delivered: boolean, hours: number) =>
      api.sql(
        `insert into message (id, record_id, event_key, channel, queued_at, delivered, sent_at)
         select gen_random_uuid(), id, $2, 'SMS', $4::timestamptz, $3::boolean, case when $3::boolean then $4::timestamptz end
         from collection_record where number = $1`,
        [number, `${event}:${number}`, delivered, new Date(api.clock.now().getTime() + hours * 3_600_000)],
      );
    await write('missed', false, 1);
    expect([await finds(officer), await finds(city), (await counted()) - before]).toEqual([true, false, 1]);
    await write('arrived', true, 2);
    expect([await finds(officer), (await counted()) - before]).toEqual([false, 0]);
  });

  test('lists the same, however many have changed since', async () => {
    const viewer = (await new Identity({ issuer: api.issuer.url, audience: AUDIENCE }, api.clock).viewer(
      `Bearer ${officer.token}`,
    ))!;
    const actor: Actor = { viewer, language: 'en', now: api.clock.now(), address: '10.0.0.1' };
    const season = api.clock.now().getUTCFullYear();
    for (const updatedSince of [changedLate, new Date(0), new Date(api.clock.now().getTime() + 9 * DAY)]) {
      const by = (few: number) =>
        new RecordListService(api.services.keys, few).numbers(
          api.orm.em.fork(),
          actor,
          { season, updatedSince },
          100,
        );
      expect(await by(0)).toEqual(await by(1_000));
    }
  });

  test('who has it in hand is known to a system that decides, and not to one that lists only', async () => {
    const { lists, decides } = await systems();
    await officer.request(ClaimRecordDocument, { number: made.returned });
    expect(await namesOf({ assignee: 'OTHERS' }, decides)).toEqual(['returned']);
    expect(await namesOf({ assignee: 'OTHERS' }, lists)).toEqual([]);
    expect(await namesOf({ assignee: 'NOBODY' }, lists)).toEqual(ALL);
    await officer.request(ReleaseRecordDocument, { number: made.returned });
  });

  test('what one colleague has in hand is known to those who decide there', async () => {
    const colleague = await api.person('a colleague', {
      roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
    });
    const { colleagues } = (await officer.request(ColleaguesDocument, { district: '01' })).data;
    await colleague.request(ClaimRecordDocument, { number: made.hepingli });
    await officer.request(ClaimRecordDocument, { number: made.returned });
    const held = await Promise.all(colleagues.map(({ id }) => namesOf({ colleague: id })));
    expect(held.flat()).toEqual(['hepingli']);
    const hers = colleagues[held.findIndex((names) => names.length > 0)]!.id;
    expect(await namesOf({ colleague: hers, stages: ['RETURNED'] })).toEqual([]);
    for (const none of ['no id', '00000000-0000-7000-8000-000000000000'])
      expect(await namesOf({ colleague: none })).toEqual([]);
    const { lists, decides } = await systems();
    expect(await namesOf({ colleague: hers }, decides)).toEqual(['hepingli']);
    for (const stranger of [lists, await staff(api, 'DISTRICT_OFFICER', { district: '02' })])
      expect(await namesOf({ colleague: hers }, stranger)).toEqual([]);
    await colleague.request(ReleaseRecordDocument, { number: made.hepingli });
    await officer.request(ReleaseRecordDocument, { number: made.returned });
    expect(await namesOf({ colleague: hers })).toEqual([]);
  });

  test('what only persons do is not found out by a system that decides', async () => {
    const { decides } = await systems();
    await mother.request(WriteMessageDocument, { number: made.returned, text: '请问怎么办？' });
    expect(await namesOf({ awaitsAnswer: true })).toEqual(['returned']);
    expect(await namesOf({ awaitsAnswer: true }, decides)).toEqual([]);
    expect(await namesOf({ awaitsAnswer: false }, decides)).toEqual(ALL);
    await officer.request(SettleMessagesDocument, { number: made.returned });
  });
});

describe('a search', () => {
  test('finds by the whole collection number, grouped or not', async () => {
    expect(await namesOf({ search: made.henan })).toEqual(['henan']);
    expect(await namesOf({ search: made.henan.replace(/^(.{4})(.{2})(.{7})/, '$1 $2 $3 ') })).toEqual([
      'henan',
    ]);
  });

  test('finds by a whole document number or phone, of child and guardian', async () => {
    const { child, guardian } = inputs.henan!;
    for (const search of [child.documentNumber, guardian.documentNumber, guardian.phone]) {
      expect(await namesOf({ search })).toEqual(['henan']);
    }
    expect(await namesOf({ search: `+86 ${guardian.phone.slice(0, 3)}-${guardian.phone.slice(3)}` })).toEqual(
      ['henan'],
    );
    // A part of a number finds nobody.
    expect(await namesOf({ search: child.documentNumber.slice(0, 12) })).toEqual([]);
  });

  test('finds a passport without its state, and a permit after its renewal', async () => {
    const permit = aHongKongPermit();
    const passport = aPassport();
    const treated = { service: 'TREATED_AS_LOCAL' } as const;
    const hongKong = await register(api, mother, {
      ...treated,
      ground: 'POSTDOCTORAL',
      child: { hukouProvince: '810000', documentType: 'HK_MACAO_PERMIT', documentNumber: `${permit}01` },
    });
    const foreign = await register(api, mother, {
      ...treated,
      ground: 'FOREIGN_NATIONAL',
      child: { nationality: 'US', hukouProvince: null, documentType: 'PASSPORT', documentNumber: passport },
    });
    expect(await numbersOf(officer, { search: passport.toLowerCase() })).toEqual([foreign.number]);
    expect(await numbersOf(officer, { search: permit })).toEqual([hongKong.number]);
  });

  test('finds by a name or a part of it, of child and guardian', async () => {
    for (const search of ['欧阳小明', '小明', '欧阳', '阳小明']) {
      expect([search, await namesOf({ search })]).toEqual([search, ['henan']]);
    }
    for (const search of ['anna maria lindqvist', 'Lindqvist', 'maria', 'AnnaMariaLindqvist']) {
      expect([search, await namesOf({ search })]).toEqual([search, ['postdoctoral']]);
    }
    expect(await namesOf({ search: '测试家长' })).toEqual(ALL);
    expect(await namesOf({ search: '小红' })).toEqual([]);
  });

  test('for what finds nobody by its kind is refused in clear words', async () => {
    for (const search of ['王', '123', '%', '*', 'x'.repeat(300)]) {
      const error = await listed(officer, { filter: { search } }).catch((thrown: Error) => thrown.message);
      expect(error).toMatch(/BAD_USER_INPUT/);
    }
  });

  test('finds nobody of another district', async () => {
    const other = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    for (const search of [made.henan, inputs.henan!.child.documentNumber, '欧阳小明']) {
      expect(await numbersOf(other, { search })).toEqual([]);
    }
  });
});
