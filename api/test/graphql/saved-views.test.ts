import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ClaimRecordDocument,
  DecideReviewItemDocument,
  OrderViewsDocument,
  RemoveViewDocument,
  RenameViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  type SavedViewsQuery,
} from '@enrolment/schema/client';
import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { COUNTED_UP_TO, VIEWS_KEPT_DAYS } from '@enrolment/rulebook/saved-view.js';
import type { Actor } from '../../src/actor.js';
import { Identity } from '../../src/platform/identity.js';
import { SavedViewCountView } from '../../src/saved-view/saved-view.type.js';
import { AUDIENCE } from '../support/outside.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { numbersOf } from '../support/record-list.js';
import { reviewable, reviewables, staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

/** Each test has an officer of its own, since views are hers alone. */
let officer: Person;
let count = 0;
beforeEach(async () => {
  count += 1;
  officer = await api.person(`officer ${count}`, { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
});

const BUILT_IN = ['mine', 'overdue', 'today', 'resubmitted'];
type Views = SavedViewsQuery['savedViews'];
const views = async (person = officer, place: 'QUEUE' | 'LIST' = 'QUEUE'): Promise<Views> =>
  (await person.request(SavedViewsDocument, { place, district: '01' })).data.savedViews;
const own = async (person = officer, place: 'QUEUE' | 'LIST' = 'QUEUE') =>
  (await views(person, place)).views.filter(({ builtIn }) => !builtIn);
const namesOf = async (person = officer) => (await own(person)).map(({ name }) => name);
const countOf = async (id: string, person = officer) =>
  (await views(person)).counts.find((one) => one.id === id)?.count;
const save = async (name: string, filter: object = { needsDecision: true }, person = officer) => {
  const { data, errors } = await person.request(SaveViewDocument, { place: 'QUEUE', name, filter });
  if (errors) return errors[0]!.extensions.code;
  return data.saveView.__typename === 'Refused' ? data.saveView.refusals[0]!.rule : 'SAVED';
};

describe('views', () => {
  test('are named, renamed, put in order and removed by whoever they belong to', async () => {
    for (const name of ['甲', '乙', '丙']) expect(await save(name)).toBe('SAVED');
    const [one, two, three] = await own();
    const renamed = await officer.request(RenameViewDocument, { view: two!.id, name: '  丁 ' });
    expect(renamed.data.renameView).toMatchObject({ __typename: 'SavedViews' });
    await officer.request(OrderViewsDocument, {
      place: 'QUEUE',
      views: [three!.id, one!.id, two!.id],
    });
    expect(await namesOf()).toEqual(['丙', '甲', '丁']);
    await officer.request(RemoveViewDocument, { view: one!.id });
    expect(await namesOf()).toEqual(['丙', '丁']);
    expect(await own(officer, 'LIST')).toEqual([]);
    const colleague = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    expect(await own(colleague)).toEqual([]);
    const foreign = await colleague.request(RemoveViewDocument, { view: two!.id });
    expect(foreign.data.removeView).toMatchObject({ refusals: [{ rule: 'viewGone' }] });
  });

  test('keep their filters as they were given, but nothing about one person, and no place of their own', async () => {
    const filter = {
      service: 'NON_LOCAL_HUKOU',
      reviewItem: { kind: 'RESIDENCE', status: 'PENDING' },
      subdistrict: '和平里街道',
      registeredFrom: '2026-05-01',
      needsDecision: true,
      ground: null,
    };
    expect(await save('居住', filter)).toBe('SAVED');
    const [view] = await own();
    const { ground, ...given } = filter;
    expect(ground).toBeNull();
    expect(view!.filter).toMatchObject(given);
    for (const wrong of [
      { search: '测试' },
      { district: '01' },
      { season: 2026 },
      { updatedSince: '2026-05-01T00:00:00Z' },
      { subdistrict: '长'.repeat(3_000) },
    ])
      expect(await save('别的', wrong)).toBe('BAD_USER_INPUT');
    const stored = await api.sql<{ filter: object }>('select filter from saved_view where name = $1', [
      '居住',
    ]);
    expect(Object.keys(stored[0]!.filter)).not.toContain('ground');
  });

  test('keep by when it is due as so many days ahead; a day that was kept before stays that day', async () => {
    const today = businessDay(api.clock.now());
    const dueOf = async () => (await own()).map(({ filter }) => filter!.dueUntil);
    await save('三天内', { needsDecision: true, overdue: false, dueUntil: dayAfter(today, 3) });
    await save('两年后', { needsDecision: true, dueUntil: dayAfter(today, 730) });
    await save('以前的');
    await api.sql(`update saved_view set filter = $1 where officer = $2 and name = '以前的'`, [
      JSON.stringify({ needsDecision: true, dueUntil: today }),
      officer.subject,
    ]);
    expect(await dueOf()).toEqual([dayAfter(today, 3), dayAfter(today, 730), today]);
    const now = api.clock.now();
    try {
      api.clock.advance(2 * 86_400);
      // The token of before is over.
      officer = await api.person(officer.subject);
      expect(await dueOf()).toEqual([dayAfter(today, 5), dayAfter(today, 730), today]);
      const { views: all, counts } = await views();
      expect(counts.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    } finally {
      api.clock.set(now);
    }
  });

  test('are refused by a name that is empty, too long or taken, each in clear words', async () => {
    expect(await save('居住')).toBe('SAVED');
    expect(await save(' 居住 ')).toBe('viewNameTaken');
    expect(await save('  ')).toBe('viewName');
    expect(await save('长'.repeat(31))).toBe('viewName');
    await save('落户');
    const [, other] = await own();
    const { data } = await officer.request(RenameViewDocument, { view: other!.id, name: '居住' });
    expect(data.renameView).toMatchObject({
      refusals: [{ rule: 'viewNameTaken', field: 'name', message: '您已经有叫“居住”的视图。' }],
    });
    // Renamed to what it is called it stays.
    const same = await officer.request(RenameViewDocument, { view: other!.id, name: '落户' });
    expect(same.data.renameView.__typename).toBe('SavedViews');
  });

  test('are at most 20 of a place, also of 50 that are saved at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => save(`视图 ${n}`)));
    expect(answers.filter((answer) => answer === 'SAVED')).toHaveLength(20);
    expect(answers.filter((answer) => answer === 'viewsTooMany')).toHaveLength(30);
    expect(await namesOf()).toHaveLength(20);
    const { data } = await officer.request(SaveViewDocument, { place: 'LIST', name: '名单', filter: {} });
    expect(data.saveView.__typename).toBe('SavedViews');
  });

  test('have one of a name, of 50 that are saved at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => save('同名')));
    expect(answers.filter((answer) => answer === 'SAVED')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['SAVED', 'viewNameTaken']));
  });

  test('that another tab has removed or changed are told as such', async () => {
    for (const name of ['甲', '乙']) await save(name);
    const [one, two] = await own();
    await officer.request(RemoveViewDocument, { view: one!.id });
    const gone = { refusals: [{ code: 'STALE_VERSION', rule: 'viewGone' }] };
    expect((await officer.request(RemoveViewDocument, { view: one!.id })).data.removeView).toMatchObject(
      gone,
    );
    expect(
      (await officer.request(RenameViewDocument, { view: one!.id, name: '丙' })).data.renameView,
    ).toMatchObject(gone);
    expect(
      (await officer.request(RenameViewDocument, { view: 'no id', name: '丙' })).data.renameView,
    ).toMatchObject(gone);
    const order = { place: 'QUEUE' as const, views: [two!.id, one!.id] };
    expect((await officer.request(OrderViewsDocument, order)).data.orderViews).toMatchObject({
      refusals: [{ code: 'STALE_VERSION', rule: 'viewsChanged' }],
    });
  });

  test('that name a filter or a word that no longer exists say so, are not counted, and can be removed', async () => {
    await save('旧的');
    await save('新的');
    const [old, young] = await own();
    for (const filter of [{ needsDecision: true, moonPhase: 'FULL' }, { stages: ['NO_SUCH_STAGE'] }]) {
      await api.sql('update saved_view set filter = $2 where id = $1', [old!.id, JSON.stringify(filter)]);
      const now = await views();
      expect(now.views.find(({ id }) => id === old!.id)).toMatchObject({ name: '旧的', filter: null });
      expect(now.counts.map(({ id }) => id)).toEqual([...BUILT_IN, young!.id]);
    }
    await officer.request(RemoveViewDocument, { view: old!.id });
    expect(await namesOf()).toEqual(['新的']);
  });

  test('are for those who list records in an office', async () => {
    for (const person of [
      mother,
      await staff(api, 'SUBDISTRICT_OFFICER', { district: '01', subdistricts: ['示例街道'] }),
    ]) {
      const { errors } = await person.request(SavedViewsDocument, { place: 'LIST' });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    expect((await views(registrar, 'LIST')).views).toEqual([]);
  });
});

describe('views of whoever has no role any more', () => {
  const DAY = 86_400_000;
  const role = (name: string) => ({ role: name, district: '01' });
  const end = (person: Person, column: 'ends_at' | 'taken_at', days: number) =>
    api.sql(`update staff_grant set ${column} = $1 where subject = $2 and role = 'DISTRICT_OFFICER'`, [
      new Date(api.clock.now().getTime() - days * DAY),
      person.subject,
    ]);
  const sweep = () => api.services.savedViews.sweep(api.orm.em.fork(), api.clock.now());
  const kept = async (person: Person) =>
    (await api.sql('select from saved_view where officer = $1', [person.subject])).length;

  test.each(['ends_at', 'taken_at'] as const)(
    'are kept for a while, in case it is given again, and then swept: %s',
    async (column) => {
      await save('她的');
      await end(officer, column, VIEWS_KEPT_DAYS - 1);
      await sweep();
      expect(await kept(officer)).toBe(1);
      await end(officer, column, VIEWS_KEPT_DAYS + 1);
      await sweep();
      expect(await kept(officer)).toBe(0);
    },
  );

  test('stay while she has another role', async () => {
    const roles = [role('DISTRICT_OFFICER'), role('DISTRICT_ADMIN')];
    const both = await api.person('of two roles', { roles });
    await save('两份', {}, both);
    await end(both, 'ends_at', 2 * VIEWS_KEPT_DAYS);
    await sweep();
    expect(await kept(both)).toBe(1);
  });
});

describe('the counts of views', () => {
  test('are those of the lists that they name, in the district of the page', async () => {
    const [free, held, returned] = await reviewables(api, mother, 3);
    await officer.request(ClaimRecordDocument, { number: held! });
    await officer.request(DecideReviewItemDocument, {
      numbers: [returned!],
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason: '看不清',
    });
    await save('需要决定', { needsDecision: true });
    const [view] = await own();
    const needed = await numbersOf(officer, { needsDecision: true, district: '01' });
    expect(needed).toEqual(expect.arrayContaining([free, held]));
    expect(await countOf(view!.id)).toBe(needed.length);
    expect(await countOf('mine')).toBe(1);
    const elsewhere = await officer.request(SavedViewsDocument, { place: 'QUEUE', district: '02' });
    expect(elsewhere.data.savedViews.counts.map((one) => one.count)).toEqual([0, 0, 0, 0, 0]);
  });

  test('know what was returned and has been submitted again', async () => {
    const { number } = await reviewable(api, mother);
    const before = (await countOf('resubmitted'))!;
    await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason: '看不清',
    });
    expect(await countOf('resubmitted')).toBe(before);
    api.clock.advance(60);
    await api.sql(
      `update collection_record set stage = 'IDENTITY_VERIFIED', submitted_at = $2 where number = $1`,
      [number, api.clock.now()],
    );
    expect(await countOf('resubmitted')).toBe(before + 1);
    expect(await numbersOf(officer, { resubmitted: true, district: '01' })).toContain(number);
    expect(await numbersOf(officer, { resubmitted: false, district: '01' })).not.toContain(number);
  });

  test('end where they are told to, and say that there are more', async () => {
    await reviewables(api, mother, 3);
    const viewer = await new Identity({ issuer: api.issuer.url, audience: AUDIENCE }, api.clock).viewer(
      `Bearer ${officer.token}`,
    );
    // What she may is no matter of the token.
    const roles = [{ role: 'DISTRICT_OFFICER' as const, district: '01', school: null }];
    const actor: Actor = {
      viewer: { ...viewer!, roles },
      language: 'zh-CN',
      now: api.clock.now(),
      address: '10.0.0.1',
    };
    const season = api.clock.now().getUTCFullYear();
    const lists = [{ season, needsDecision: true }, { season: 2019 }];
    const counts = await api.services.recordLists.countEach(api.orm.em.fork(), actor, lists, 2);
    expect(counts).toEqual([2, 0]);
    expect(new SavedViewCountView('all', COUNTED_UP_TO)).toMatchObject({ count: 1_000, more: false });
    expect(new SavedViewCountView('all', COUNTED_UP_TO + 1)).toMatchObject({ count: 1_000, more: true });
  });

  test('of 20 views cost one statement', async () => {
    const sent = new SentStatements();
    const statementsFor = async () => (await sent.of(() => views())).length;
    await save('一', { needsDecision: true, overdue: true });
    const one = await statementsFor();
    for (let n = 0; n < 19; n += 1) await save(`视图 ${n}`, { needsDecision: true, overdue: n % 2 === 0 });
    expect(await statementsFor()).toBe(one);
    sent.stop();
  });
});
