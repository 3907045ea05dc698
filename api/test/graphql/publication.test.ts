import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  CancelPublicationDocument,
  ConfirmPublicationDocument,
  MyRecordsDocument,
  OfficePublicationDocument,
  PreregisterDocument,
  ProposePublicationDocument,
  PublicationDocument,
  PublicationResultsDocument,
  PublishResultsDocument,
  RecordFileDocument,
  RecordResultDocument,
  SetPhaseDocument,
  SetSecondPersonDocument,
} from '@enrolment/schema/client';
import pg from 'pg';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { untilWaiting } from '../support/locks.js';
import { approved, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let registrar: Person;
let wang: Person;
let li: Person;
beforeAll(async () => {
  // The tests are the queue: they say when it publishes.
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
const ADMINISTRATOR = { roles: [{ role: 'DISTRICT_ADMIN', district: '01' }] };
/** A token does not live as long as some of these tests last by the clock. */
async function signIn() {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  wang = await api.person('wang', { ...ADMINISTRATOR, name: '王测敏' });
  li = await api.person('li', { ...ADMINISTRATOR, name: '李测华' });
}
/** Each test begins with nothing to publish and nothing open. */
beforeEach(async () => {
  await signIn();
  await api.sql(
    "update publication set state = 'CANCELLED', published_at = null where state in ('PROPOSED', 'CONFIRMED')",
  );
  await api.sql('delete from admission where published_at is null');
});

const minutes = (n: number) => new Date(api.clock.now().getTime() + n * 60_000);
const decide = async (numbers: string[], outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'PENDING', note?: string) =>
  (await officer.request(ApproveAdmissionsDocument, { numbers, outcome, note: note ?? null })).data
    .approveAdmissions;
async function preregistered(count: number) {
  const numbers: string[] = [];
  for (let n = 0; n < count; n += 1) numbers.push((await approved(api, mother)).number);
  const { data } = await registrar.request(PreregisterDocument, { numbers, school: '0101' });
  expect(data.preregister.done).toEqual(numbers);
  return numbers;
}
async function decided(admitted: number, notAdmitted = 0) {
  const numbers = await preregistered(admitted + notAdmitted);
  if (admitted > 0) await decide(numbers.slice(0, admitted), 'ADMITTED', '8 月 25 日报到');
  if (notAdmitted > 0) await decide(numbers.slice(admitted), 'NOT_ADMITTED', '学位已满');
  return numbers;
}
const page = async (person = wang) => (await person.request(OfficePublicationDocument, place)).data;
const code = async () => (await page()).publicationPreview.checkCode;
const propose = async (
  more: { publishAt?: Date; checkCode?: string; leavingUndecided?: boolean } = {},
  by = wang,
) => {
  const { publishAt = minutes(30), checkCode = await code(), leavingUndecided = false } = more;
  const given = { ...place, publishAt: publishAt.toISOString(), checkCode, leavingUndecided };
  return (await by.request(ProposePublicationDocument, given)).data.proposePublication;
};
async function proposed(more: Parameters<typeof propose>[0] = {}) {
  const publication = await propose(more);
  if (publication.__typename !== 'Publication') throw new Error(JSON.stringify(publication));
  return publication;
}
const confirm = async ({ id, checkCode }: { id: string; checkCode?: string | null }, by = li) =>
  (await by.request(ConfirmPublicationDocument, { publication: id, checkCode: checkCode! })).data
    .confirmPublication;
async function confirmed(more: Parameters<typeof propose>[0] = {}) {
  const publication = await proposed(more);
  expect(await confirm(publication)).toMatchObject({ state: 'CONFIRMED' });
  return publication;
}
const cancel = async (id: string, by = wang) =>
  (await by.request(CancelPublicationDocument, { publication: id })).data.cancelPublication;
const look = async (id: string, by = wang) =>
  (await by.request(PublicationDocument, { id })).data.publication;
const publishAtOnce = async () => (await wang.request(PublishResultsDocument, place)).data.publishResults;
async function queue() {
  const failed: string[] = [];
  await api.services.publications.publishDue(api.orm.em.fork(), api.clock.now(), (id) => failed.push(id));
  return failed;
}
const resultOf = async (number: string) =>
  (await mother.request(RecordResultDocument, { number })).data.collectionRecord!.admissionResult;
const refusedBy = (rule: string, rest: object = {}) => ({
  __typename: 'Refused',
  refusals: [{ rule, ...rest }],
});
const trail = async (id: string) =>
  (
    await api.sql<{ action: string; actor: string }>(
      'select action, actor from audit_entry where subject = $1 order by at, action',
      [id],
    )
  ).map(({ action, actor }) => `${action} ${actor}`);

describe('the preview', () => {
  test('counts by outcome and school, says who is missing, and shows what families would read', async () => {
    const before = (await page()).publicationPreview.notPreregistered;
    await approved(api, mother);
    const numbers = await decided(2, 1);
    await preregistered(1);
    const { publicationPreview: preview } = await page();
    expect(preview).toMatchObject({
      counts: { admitted: 2, notAdmitted: 1, undecided: 1 },
      notPreregistered: before + 1,
      withoutNote: 0,
      takesTwo: false,
      schools: [{ school: { code: '0101' }, counts: { admitted: 2, notAdmitted: 1, undecided: 1 } }],
    });
    const shown = (await wang.request(PublicationResultsDocument, place)).data.publicationPreview.results;
    expect(shown.nodes.map(({ number, outcome, note }) => [number, outcome, note])).toEqual([
      [numbers[0], 'ADMITTED', '8 月 25 日报到'],
      [numbers[1], 'ADMITTED', '8 月 25 日报到'],
      [numbers[2], 'NOT_ADMITTED', '学位已满'],
    ]);
    expect(shown.nodes[0]!.childName).toContain('*');
    const [listed] = await api.sql<{ facts: { numbers: string[] } }>(
      "select facts from audit_entry where action = 'RECORDS_LISTED' and actor = 'wang' order by id desc limit 1",
    );
    expect(listed!.facts.numbers).toEqual(numbers);
    const second = await wang.request(PublicationResultsDocument, {
      ...place,
      first: 1,
      outcome: 'NOT_ADMITTED',
    });
    expect(second.data.publicationPreview.results.nodes.map(({ number }) => number)).toEqual([numbers[2]]);
  });

  test('an administrator reads no result of her own child there', async () => {
    const numbers = await decided(1);
    const parent = await api.person('mother', ADMINISTRATOR);
    const read = async (person: Person) =>
      (await person.request(PublicationResultsDocument, place)).data.publicationPreview.results.nodes.map(
        ({ number }) => number,
      );
    expect(await read(wang)).toEqual(numbers);
    expect(await read(parent)).toEqual([]);
    await api.grant('mother', []);
  });

  test('its check code changes with whatever is decided, and only then', async () => {
    const [number] = await decided(1);
    const first = await code();
    expect(first).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await code()).toBe(first);
    api.clock.advance(1);
    await decide([number!], 'ADMITTED', '8 月 26 日报到');
    const second = await code();
    expect(second).not.toBe(first);
    await decided(1);
    expect(await code()).not.toBe(second);
  });

  test('only the administrators of the district see and do any of it', async () => {
    await decided(1);
    const { id } = await proposed();
    const others = [officer, mother, registrar, await staff(api, 'DISTRICT_ADMIN', { district: '02' })];
    for (const person of others) {
      const answers = [
        await person.request(OfficePublicationDocument, place),
        await person.request(ProposePublicationDocument, {
          ...place,
          checkCode: 'AAAA-AAAA',
          publishAt: minutes(30).toISOString(),
        }),
        await person.request(ConfirmPublicationDocument, { publication: id, checkCode: 'AAAA-AAAA' }),
        await person.request(CancelPublicationDocument, { publication: id }),
      ];
      expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(4).fill('FORBIDDEN'));
    }
    expect(await look(id, others[3]!)).toBeNull();
    expect(await look(id)).toMatchObject({ state: 'PROPOSED' });
  });
});

describe('a proposal', () => {
  test('is refused without results, for a time past or outside the window, and with another code', async () => {
    expect(await propose()).toMatchObject(refusedBy('publicationNone'));
    await decided(1);
    expect(await propose({ publishAt: minutes(-1) })).toMatchObject(
      refusedBy('publicationPast', { field: 'publishAt' }),
    );
    expect(await propose({ publishAt: minutes(60 * 24 * 400) })).toMatchObject(refusedBy('windowOver'));
    const stale = await propose({ checkCode: 'AAAA-AAAA' });
    expect(stale).toMatchObject(refusedBy('publicationChanged', { code: 'STALE_VERSION' }));
    expect(JSON.stringify(stale)).toContain('录取 1');
  });

  test('waits while a child has no decision, unless those are left for later', async () => {
    await decided(1);
    await preregistered(1);
    expect(await propose()).toMatchObject(refusedBy('publicationUndecided', { code: 'CONFIRMATION_NEEDED' }));
    expect(await propose({ leavingUndecided: true })).toMatchObject({
      state: 'PROPOSED',
      counts: { admitted: 1, undecided: 1 },
    });
  });

  test('is one at a time, of 50 at once as well, and one that nobody confirmed in time makes room', async () => {
    await decided(1);
    const checkCode = await code();
    const answers = await Promise.all(Array.from({ length: 50 }, () => propose({ checkCode })));
    expect(answers.filter(({ __typename }) => __typename === 'Publication')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'Refused')).toHaveLength(49);
    expect(await propose()).toMatchObject(refusedBy('publicationOpen'));
    api.clock.advance(1_800);
    const [late] = (await page()).publications;
    expect(late).toMatchObject({ state: 'EXPIRED' });
    expect(await confirm(late!)).toMatchObject(refusedBy('publicationGone'));
    expect(await proposed()).toMatchObject({ state: 'PROPOSED' });
  });
});

describe('a confirmation', () => {
  test('is never by whoever proposed it, and takes the same code', async () => {
    await decided(1);
    const publication = await proposed();
    expect(await look(publication.id)).toMatchObject({
      own: true,
      proposed: { name: '王*敏' },
      changes: null,
    });
    expect(await look(publication.id, li)).toMatchObject({ own: false });
    expect(await confirm(publication, wang)).toMatchObject(refusedBy('secondAdministrator'));
    expect(await confirm({ ...publication, checkCode: 'AAAA-AAAA' })).toMatchObject(
      refusedBy('checkCodeWrong'),
    );
    const typed = publication.checkCode!.toLowerCase().replace('-', ' ');
    expect(await confirm({ ...publication, checkCode: typed })).toMatchObject({
      state: 'CONFIRMED',
      second: { name: '李*华' },
    });
    expect(await confirm(publication)).toMatchObject(refusedBy('publicationGone'));
    expect(await trail(publication.id)).toEqual(['PUBLICATION_CONFIRMED li', 'PUBLICATION_PROPOSED wang']);
  });

  test('is refused with what has changed since, whatever it was', async () => {
    const numbers = await decided(2);
    const publication = await proposed();
    api.clock.advance(1);
    await decide([numbers[0]!], 'NOT_ADMITTED', '材料不符');
    const refusal = await confirm(publication);
    expect(refusal).toMatchObject(refusedBy('publicationChanged'));
    const words = '新作或改过的决定 1 个，录取 2 → 1，未录取 0 → 1';
    expect(JSON.stringify(refusal)).toContain(words);
    expect(await look(publication.id)).toMatchObject({ state: 'PROPOSED', changes: words });
    await cancel(publication.id);
    expect(await look(publication.id)).toMatchObject({ state: 'CANCELLED', changes: null });
    await confirmed();
  });

  test('is refused when children without a decision came in since, unless some were left for later', async () => {
    await decided(1);
    const publication = await proposed();
    await preregistered(1);
    const refusal = await confirm(publication);
    expect(refusal).toMatchObject(refusedBy('publicationChanged'));
    expect(JSON.stringify(refusal)).toContain('还没定 0 → 1');
    expect(await look(publication.id)).toMatchObject({ state: 'PROPOSED', changes: '还没定 0 → 1' });
    await cancel(publication.id);
    const leaving = await proposed({ leavingUndecided: true });
    await preregistered(1);
    expect(await confirm(leaving)).toMatchObject({ state: 'CONFIRMED' });
  });

  test('fixes the results: no decision about them changes until it is published or cancelled', async () => {
    const numbers = await decided(1);
    const [late] = await preregistered(1);
    const { id } = await confirmed({ leavingUndecided: true });
    for (const number of [numbers[0]!, late!]) {
      expect((await decide([number], 'ADMITTED')).refused).toMatchObject([
        { refusal: { rule: 'publicationFixed', code: 'STAGE_CONFLICT' } },
      ]);
    }
    expect(await cancel(id, li)).toMatchObject({ state: 'CANCELLED', cancelled: { name: '李*华' } });
    expect((await decide([late!], 'ADMITTED')).done).toEqual([late]);
    expect(await cancel(id)).toMatchObject(refusedBy('publicationGone'));
    await queue();
    expect(await resultOf(numbers[0]!)).toBeNull();
  });

  test('of 50 at once is one, and a decision at the same time is in it or refused', async () => {
    const numbers = await decided(3);
    const publication = await proposed();
    const answers = await Promise.all([
      ...Array.from({ length: 50 }, () => confirm(publication)),
      decide([numbers[0]!], 'NOT_ADMITTED', '不符'),
    ]);
    const done = answers.filter((answer) => '__typename' in answer && answer.__typename === 'Publication');
    const { state } = (await look(publication.id))!;
    expect(done).toHaveLength(state === 'CONFIRMED' ? 1 : 0);
    api.clock.advance(1_800);
    await queue();
    expect((await look(publication.id))!.failure).toBeNull();
  });
});

describe('at its time', () => {
  test('everybody sees the results, not before, and the families are told with their number in sight', async () => {
    const numbers = await decided(2, 1);
    const { id } = await confirmed();
    await queue();
    expect(await resultOf(numbers[0]!)).toBeNull();
    expect(await look(id)).toMatchObject({ state: 'CONFIRMED', messages: null });
    api.clock.advance(1_800);
    await signIn();
    await queue();
    expect(await look(id)).toMatchObject({
      state: 'PUBLISHED',
      publishedAt: api.clock.now().toISOString(),
      messages: { total: 3, sent: 0, failing: 0, waiting: 3 },
    });
    expect(await resultOf(numbers[0]!)).toMatchObject({ outcome: 'ADMITTED' });
    expect(await resultOf(numbers[2]!)).toMatchObject({ outcome: 'NOT_ADMITTED' });
    expect(await trail(id)).toContain('RESULTS_PUBLISHED SYSTEM');
    await api.services.publications.announce(
      api.orm.em.fork(),
      { ...place, publishedAt: api.clock.now().toISOString() },
      api.clock.now(),
    );
    const keys = await api.sql<{ id: string }>(
      "select m.id from message m join collection_record r on m.event_key = 'result:' || r.id where r.number = any($1)",
      [numbers],
    );
    expect(keys).toHaveLength(3);
    await api.services.messages.send(api.orm.em.fork(), keys[0]!.id, api.clock.now());
    expect(await look(id)).toMatchObject({ messages: { total: 3, sent: 1, failing: 0, waiting: 2 } });
    expect((await decide([numbers[0]!], 'PENDING')).refused).toMatchObject([
      { refusal: { rule: 'resultPublished' } },
    ]);
  });

  test('50 who publish at once publish once, and 50 who read meanwhile see all of it or nothing', async () => {
    const numbers = await decided(6);
    const { id } = await confirmed();
    api.clock.advance(1_800);
    await signIn();
    const read = async () =>
      (await mother.request(MyRecordsDocument)).data.myRecords.filter(
        ({ number, admissionResult }) => numbers.includes(number) && admissionResult?.publishedAt,
      ).length;
    const [, ...counts] = await Promise.all([
      Promise.all(Array.from({ length: 50 }, queue)),
      ...Array.from({ length: 50 }, read),
    ]);
    expect(counts.filter((n) => n !== 0 && n !== numbers.length)).toEqual([]);
    expect(await look(id)).toMatchObject({ state: 'PUBLISHED' });
    for (const number of numbers) {
      const { history } = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
      expect(history.filter(({ kind }) => kind === 'RESULT_PUBLISHED')).toHaveLength(1);
    }
  });

  test('one place that breaks off holds up no other, nor does one that somebody holds', async () => {
    const numbers = await decided(1);
    const { id } = await confirmed();
    const last = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    await api.sql(
      `insert into publication select (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'district_code', '02'))).*
       from publication p where p.id = $1`,
      [id, last],
    );
    api.clock.advance(1_800);
    await signIn();
    await api.sql(
      `create function broken_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`,
    );
    await api.sql(
      'create trigger broken_off before update on admission for each row execute function broken_off()',
    );
    // Nothing is to be published at the other place: it has its say, and that is not to publish.
    const failed: string[] = [];
    const now = api.clock.now();
    const run = api.services.publications.publishDue(api.orm.em.fork(), now, (one) => failed.push(one));
    await expect(run).rejects.toThrow('1 of 2 publications broke off');
    expect(failed).toEqual([last]);
    await api.sql('drop function broken_off cascade');
    expect(await look(id)).toMatchObject({ state: 'CONFIRMED' });

    const other = new pg.Client({ connectionString: api.database.url });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from publication where id = $1 for update', [id]);
    await queue();
    await other.query('rollback');
    await other.end();
    expect(await resultOf(numbers[0]!)).toBeNull();
    await queue();
    expect(await resultOf(numbers[0]!)).toMatchObject({ outcome: 'ADMITTED' });
  });

  test('a worker that dies in the middle has published nothing, and the next one publishes all', async () => {
    const numbers = await decided(3);
    const { id } = await confirmed();
    api.clock.advance(1_800);
    await signIn();
    const other = new pg.Client({ connectionString: api.database.url });
    await other.connect();
    await other.query('begin');
    await other.query(
      'select 1 from admission a join collection_record r on r.id = a.record_id where r.number = $1 for update of a',
      [numbers[2]],
    );
    const dying = queue().then(
      () => 'published',
      () => 'died',
    );
    await untilWaiting(api, 1);
    await api.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'enrolment_service' and wait_event_type = 'Lock'",
    );
    expect(await dying).toBe('died');
    await other.query('rollback');
    await other.end();
    expect(await look(id)).toMatchObject({ state: 'CONFIRMED' });
    for (const number of numbers) expect(await resultOf(number)).toBeNull();
    await queue();
    for (const number of numbers) expect(await resultOf(number)).toMatchObject({ outcome: 'ADMITTED' });
  });

  test('with the window moved away meanwhile nothing is published, and the page says why', async () => {
    const numbers = await decided(1);
    const { id } = await confirmed();
    const window = { ...place, kind: 'RESULT' } as const;
    const { opensAt, closesAt } = (await page()).publicationPreview;
    await wang.request(SetPhaseDocument, {
      ...window,
      opensAt: minutes(600).toISOString(),
      closesAt: minutes(1_200).toISOString(),
    });
    api.clock.advance(1_800);
    await signIn();
    expect(await queue()).toEqual([id]);
    expect(await look(id)).toMatchObject({
      state: 'FAILED',
      publishedAt: null,
      failure: { message: expect.stringContaining('开放') as unknown },
    });
    expect(await resultOf(numbers[0]!)).toBeNull();
    expect(await trail(id)).toContain('PUBLICATION_FAILED SYSTEM');
    await wang.request(SetPhaseDocument, { ...window, opensAt: opensAt!, closesAt: closesAt! });
    await confirmed();
  });
});

describe('publishResults', () => {
  test('publishes at once and is listed, but goes round no publication that is open', async () => {
    await decided(1);
    const open = await proposed();
    expect(await publishAtOnce()).toMatchObject(refusedBy('publicationOpen'));
    await cancel(open.id);
    expect(await publishAtOnce()).toMatchObject({ __typename: 'Published', count: 1 });
    const [first] = (await page()).publications;
    expect(first).toMatchObject({ state: 'PUBLISHED', second: null, proposed: { name: '王*敏' } });
    expect(await publishAtOnce()).toMatchObject({ __typename: 'Published', count: 0 });
  });

  test('is refused in a district where a publication takes two', async () => {
    await decided(1);
    const set = (publications: boolean) =>
      wang.request(SetSecondPersonDocument, { district: '01', publications });
    expect((await set(true)).data.setSecondPerson).toMatchObject({
      publicationsNeedSecond: true,
      rejectionsNeedSecond: true,
    });
    expect(await publishAtOnce()).toMatchObject(refusedBy('publicationTakesTwo'));
    await confirmed();
    await set(false);
  });
});
