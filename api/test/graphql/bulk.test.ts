import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CancelJobDocument,
  ClaimRecordDocument,
  ConfirmBulkDocument,
  DecideReviewItemDocument,
  DeclineBulkDocument,
  GrantAuthorizationDocument,
  JobDocument,
  JobsDocument,
  OfficeRecordDocument,
  RejectRecordsDocument,
  SetSecondPersonDocument,
  StartBulkDocument,
  SubmitDetailsDocument,
  TryBulkDocument,
  type BulkKind,
  type TryBulkMutationVariables,
} from '@enrolment/schema/client';
import { aSystem } from '../support/api-tokens.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, reviewables, staff } from '../support/reviewable.js';
import { nameSecondGuardian } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
let admin: Person;
let chief: Person;
let foreign: Person;
beforeAll(async () => {
  // The tests are the queue: they say how far it gets.
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());
/** A token does not live as long as some of these tests last by the clock. */
beforeEach(async () => {
  mother = await api.person('mother');
  wang = await api.person('wang', { ...OFFICER, name: '王测敏' });
  li = await api.person('li', { ...OFFICER, name: '李测华' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  chief = await api.person('chief', { roles: [{ role: 'DISTRICT_ADMIN', district: '01' }], name: '赵测琳' });
  foreign = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
});

const OFFICER = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
type Order = Omit<TryBulkMutationVariables, 'kind'>;

const tryThem = async (kind: BulkKind, order: Order, person = wang) =>
  (await person.request(TryBulkDocument, { kind, ...order })).data.tryBulk;
const see = async (id: string, person = wang) =>
  (await person.request(JobDocument, { id, first: 100 })).data.job;
async function finish(id: string) {
  for (;;) {
    const [row] = await api.sql<{ over: boolean }>(
      'select finished_at is not null as over from job where id = $1',
      [id],
    );
    if (row!.over) return;
    await api.services.jobs.run(api.orm.em.fork(), id, () => api.clock.now(), 1);
  }
}
/** A dry run to its end. */
async function tried(kind: BulkKind, order: Order, person = wang) {
  const job = await tryThem(kind, order, person);
  if (job.__typename !== 'Job') throw new Error(JSON.stringify(job));
  await finish(job.id);
  return (await see(job.id, person))!;
}
const start = async (dryRun: string, person = wang) =>
  (await person.request(StartBulkDocument, { dryRun })).data.startBulk;
async function started(dryRun: string, person = wang) {
  const job = await start(dryRun, person);
  if (job.__typename !== 'Job') throw new Error(JSON.stringify(job));
  return job;
}
const confirm = async (job: string, checkCode: string, person = li) =>
  (await person.request(ConfirmBulkDocument, { job, checkCode })).data.confirmBulk;
const stageOf = async (number: string) =>
  (await wang.request(OfficeRecordDocument, { number })).data.collectionRecord!.stage;
const pass = (item: (typeof ITEMS)[number], numbers: string[]): Order => ({
  numbers,
  item,
  status: 'PASSED',
});
const rejection = (numbers: string[]): Order => ({ numbers, reason: '材料不符' });
/** A rejection that wang has proposed. */
async function proposed(numbers: string[]) {
  const job = await started((await tried('REJECT_RECORDS', rejection(numbers))).id);
  expect(job.state).toBe('PROPOSED');
  return job;
}
const claim = (number: string, person: Person) => person.request(ClaimRecordDocument, { number });
const entriesOf = (action: string, job: string) =>
  api.sql<{ actor: string; facts: Record<string, unknown> }>(
    'select actor, facts from audit_entry where action = $1 and subject = $2',
    [action, job],
  );
const refusedBy = (rule: string) => ({ __typename: 'Refused', refusals: [{ rule }] });
const code = (answer: { errors: { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.[0]?.extensions.code;

describe('a dry run', () => {
  test('says what would happen to each and why not, changes nothing, and is carried out as it said', async () => {
    const [whole, part, taken, rejected] = await reviewables(api, mother, 4);
    for (const kind of ITEMS.slice(1))
      await wang.request(DecideReviewItemDocument, { numbers: [whole!], kind, status: 'PASSED' });
    await claim(taken!, li);
    await wang.request(RejectRecordsDocument, { numbers: [rejected!], reason: '不符' });
    const numbers = [whole!, part!, taken!, rejected!];
    const trial = await tried('DECIDE_REVIEW_ITEM', pass('HOUSEHOLD_REGISTER', numbers));
    expect(trial).toMatchObject({ dryRun: true, state: 'DONE', done: 2, refused: 2, checkCode: null });
    expect(trial.order).toMatchObject({ item: 'HOUSEHOLD_REGISTER', status: 'PASSED' });
    expect(
      trial.rows.nodes.map(({ number, outcome, stage, refusal }) => [number, outcome, stage, refusal?.rule]),
    ).toEqual([
      [whole, 'DONE', 'APPROVED', undefined],
      [part, 'DONE', null, undefined],
      [taken, 'REFUSED', null, 'claimedByOther'],
      [rejected, 'REFUSED', null, 'stageConflict'],
    ]);
    expect(
      trial.summary.map(({ outcome, stage, count, refusal }) => [
        outcome,
        stage,
        count,
        refusal?.rule ?? null,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['DONE', 'APPROVED', 1, null],
        ['DONE', null, 1, null],
        ['REFUSED', null, 1, 'claimedByOther'],
        ['REFUSED', null, 1, 'stageConflict'],
      ]),
    );
    expect(await stageOf(whole!)).toBe('IDENTITY_VERIFIED');
    expect(await entriesOf('BULK_TRIED', trial.id)).toEqual([
      { actor: 'wang', facts: { kind: 'DECIDE_REVIEW_ITEM', total: 4 } },
    ]);

    const job = await started(trial.id);
    expect(job).toMatchObject({ state: 'QUEUED', total: 2, carriesOut: trial.id, requestedBy: '王*敏' });
    await finish(job.id);
    expect(await see(job.id)).toMatchObject({ state: 'DONE', done: 2, refused: 0, order: null });
    expect(await stageOf(whole!)).toBe('APPROVED');
    expect(await entriesOf('BULK_STARTED', job.id)).toMatchObject([{ actor: 'wang' }]);
    // Each record has its entry, which names the job, and its family is told once.
    const entries = await api.sql(
      `select record_number as number, facts ->> 'job' as job from audit_entry
       where action = 'ITEM_PASSED' and subject = 'HOUSEHOLD_REGISTER' and record_number = any($1) order by 1`,
      [numbers],
    );
    expect(entries).toEqual([whole, part].sort().map((number) => ({ number, job: job.id })));
    const told = await api.sql(
      `select r.number from message m join collection_record r on r.id = m.record_id
       where r.number = any($1) and m.event_key like 'approved:%'`,
      [numbers],
    );
    expect(told).toEqual([{ number: whole }]);
  });

  test('is carried out once: started 50 times at once it is the same job', async () => {
    const numbers = await reviewables(api, mother, 2);
    const { id } = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', numbers));
    const jobs = await Promise.all(Array.from({ length: 50 }, () => started(id)));
    expect(new Set(jobs.map((job) => job.id)).size).toBe(1);
    expect((await see(id))!.carriedOutBy).toBe(jobs[0]!.id);
  });

  test('leaves out what has changed since, and does the others', async () => {
    const [changed, same] = await reviewables(api, mother, 2);
    const { id } = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', [changed!, same!]));
    await li.request(DecideReviewItemDocument, { numbers: [changed!], kind: 'EMPLOYMENT', status: 'PASSED' });
    const job = await started(id);
    await finish(job.id);
    const { rows } = (await see(job.id))!;
    expect(rows.nodes.map(({ outcome, refusal }) => [outcome, refusal?.rule])).toEqual([
      ['REFUSED', 'changedSinceDryRun'],
      ['DONE', undefined],
    ]);
  });

  test('by two officers of the same records: each record is done by one of them', async () => {
    const numbers = await reviewables(api, mother, 3);
    const returned: Order = { numbers, item: 'RESIDENCE', status: 'RETURNED', reason: '看不清' };
    const trials = [
      await tried('DECIDE_REVIEW_ITEM', returned),
      await tried('DECIDE_REVIEW_ITEM', returned, li),
    ];
    const jobs = [await started(trials[0]!.id), await started(trials[1]!.id, li)];
    await Promise.all(jobs.map(({ id }) => finish(id)));
    const over = [(await see(jobs[0]!.id))!, (await see(jobs[1]!.id, li))!];
    expect(over.map(({ done }) => done).reduce((sum, done) => sum + done)).toBe(3);
    expect(over.map(({ refused }) => refused).reduce((sum, refused) => sum + refused)).toBe(3);
    const events = await api.sql(
      `select count(*)::int as n from record_event e join collection_record r on r.id = e.record_id
       where r.number = any($1) and e.kind like '%RETURNED%' group by r.number`,
      [numbers],
    );
    expect(events).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  });

  test('is somebody’s own: nobody else starts it; a day later nobody does', async () => {
    const numbers = await reviewables(api, mother, 1);
    const { id } = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', numbers));
    for (const person of [li, admin, foreign])
      expect(code(await person.request(StartBulkDocument, { dryRun: id }))).toBe('FORBIDDEN');
    expect(code(await wang.request(StartBulkDocument, { dryRun: 'absent' }))).toBe('FORBIDDEN');
    api.clock.advance(24 * 3_600);
    wang = await api.person('wang', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
    expect(await start(id)).toMatchObject(refusedBy('dryRunGone'));
    await api.services.jobs.sweep(api.orm.em.fork(), api.clock.now());
    expect(await see(id)).toMatchObject({ state: 'DONE', order: null });
  });

  test('is not begun before it is over, nor by whoever has lost the office since', async () => {
    const numbers = await reviewables(api, mother, 2);
    const job = await tryThem('DECIDE_REVIEW_ITEM', pass('RESIDENCE', numbers));
    if (job.__typename !== 'Job') throw new Error();
    expect(await start(job.id)).toMatchObject(refusedBy('dryRunGone'));
    await finish(job.id);
    for (const roles of [[], [{ role: 'DISTRICT_OFFICER', district: '02' }]]) {
      await api.grant('wang', roles);
      expect(code(await wang.request(StartBulkDocument, { dryRun: job.id }))).toBe('FORBIDDEN');
    }
    await api.grant('wang', OFFICER.roles);
  });

  test('decides nothing more once whoever began it has lost the role', async () => {
    const numbers = await reviewables(api, mother, 2);
    const { id } = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', numbers));
    const begun = await start(id);
    if (begun.__typename !== 'Job') throw new Error(JSON.stringify(begun));
    await api.grant('wang', []);
    await finish(begun.id);
    const job = (await see(begun.id, admin))!;
    expect([job.state, job.done, job.refused]).toEqual(['DONE', 0, 2]);
    expect(job.rows.nodes.map(({ refusal }) => refusal?.rule)).toEqual(['notAllowed', 'notAllowed']);
  });

  test('of records of another district refuses each as an absent one, and there is nothing to start', async () => {
    const { number } = await reviewable(api, mother);
    const of = async (asked: string) =>
      (await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', [asked]), foreign)).rows.nodes[0]!;
    const seen = await of(number);
    expect(seen.refusal?.rule).toBe('notAllowed');
    expect({ ...seen, number: '' }).toEqual({ ...(await of('20260199999999')), number: '' });
    const { id } = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', [number]), foreign);
    expect(await start(id, foreign)).toMatchObject(refusedBy('bulkNone'));
    expect(await tryThem('CLAIM_RECORDS', { filter: { district: '01' } }, foreign)).toMatchObject(
      refusedBy('bulkNone'),
    );
    expect(await tryThem('CLAIM_RECORDS', { numbers: [number, '20260299999997'] })).toMatchObject(
      refusedBy('bulkOneDistrict'),
    );
  });

  test('and its job refuse the child of whoever asks, for both guardians; a filter leaves it out', async () => {
    const [own, other] = await reviewables(api, mother, 2);
    const { phone, documentNumber } = await nameSecondGuardian(api, own!);
    await mother.request(GrantAuthorizationDocument, { number: own! });
    const roles = [{ role: 'DISTRICT_OFFICER', district: '01' }];
    const named = { phone_number: phone, document: { type: 'RESIDENT_ID', number: documentNumber } };
    const father = await api.person('father', { roles, ...named });
    const registrant = await api.person(mother.subject, { roles });
    const trial = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', [own!, other!]), father);
    expect(trial.rows.nodes.map(({ refusal }) => refusal?.rule)).toEqual(['notAllowed', undefined]);
    const both = await tried('DECIDE_REVIEW_ITEM', pass('RESIDENCE', [own!, other!]), registrant);
    expect(both).toMatchObject({ done: 0, refused: 2 });
    const all = await tried('CLAIM_RECORDS', { filter: { stages: ['IDENTITY_VERIFIED'] } }, father);
    const numbers = await api.sql('select number from job_row where job_id = $1 and number = any($2)', [
      all.id,
      [own, other],
    ]);
    expect(numbers).toEqual([{ number: other }]);
    await api.grant(mother.subject, []);
  });

  test('says at once what is wrong with the order itself', async () => {
    const numbers = ['20260199999999'];
    expect(await tryThem('REJECT_RECORDS', { numbers })).toMatchObject(refusedBy('required'));
    expect(
      await tryThem('DECIDE_REVIEW_ITEM', { numbers, item: 'RESIDENCE', status: 'RETURNED' }),
    ).toMatchObject(refusedBy('required'));
    expect(await tryThem('APPROVE_ADMISSIONS', { numbers, outcome: 'NOT_ADMITTED' })).toMatchObject(
      refusedBy('required'),
    );
    expect(await tryThem('CLAIM_RECORDS', { numbers: [] })).toMatchObject(refusedBy('bulkNone'));
    const wrong = [
      { kind: 'DECIDE_REVIEW_ITEM', numbers },
      { kind: 'CLAIM_RECORDS' },
      { kind: 'CLAIM_RECORDS', numbers, filter: {} },
      { kind: 'DECIDE_IDENTITY_CHECK', numbers, status: 'PENDING' },
    ] as const;
    for (const variables of wrong)
      expect([variables, code(await wang.request(TryBulkDocument, variables as never))]).toEqual([
        variables,
        'BAD_USER_INPUT',
      ]);
  });
});

describe('what is in hand', () => {
  test('is taken and given back in bulk; what a colleague has is refused', async () => {
    const numbers = await reviewables(api, mother, 3);
    await claim(numbers[1]!, li);
    const job = await started((await tried('CLAIM_RECORDS', { numbers })).id);
    await finish(job.id);
    const holders = async () =>
      (
        await api.sql<{ name: string }>(
          `select c.name from record_claim c join collection_record r on r.id = c.record_id
           where r.number = any($1) order by r.number`,
          [numbers],
        )
      ).map(({ name }) => name);
    expect(await holders()).toEqual(['王*敏', '李*华', '王*敏']);
    const back = await started((await tried('RELEASE_RECORDS', { numbers })).id);
    await finish(back.id);
    expect(await holders()).toEqual(['李*华']);
  });

  test('of colleagues is taken over by an administrator alone, once somebody else agrees', async () => {
    const numbers = await reviewables(api, mother, 2);
    for (const number of numbers) await claim(number, li);
    expect(code(await wang.request(TryBulkDocument, { kind: 'TAKE_OVER_RECORDS', numbers }))).toBe(
      'FORBIDDEN',
    );
    const trial = await tried('TAKE_OVER_RECORDS', { numbers }, chief);
    const job = await started(trial.id, chief);
    expect(job).toMatchObject({ state: 'PROPOSED' });
    expect(await confirm(job.id, job.checkCode!, wang)).toMatchObject({ state: 'QUEUED' });
    await finish(job.id);
    const taken = await wang.request(OfficeRecordDocument, { number: numbers[0]! });
    expect(taken.data.collectionRecord!.assignee).toMatchObject({ name: '赵*琳' });
  });
});

describe('a rejection of several', () => {
  test('waits for a second person, who sees the same; then it is done in the name of the first', async () => {
    const numbers = await reviewables(api, mother, 2);
    const job = await proposed(numbers);
    expect(job.checkCode).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    await api.services.jobs.run(api.orm.em.fork(), job.id, () => api.clock.now(), 1);
    expect(await stageOf(numbers[0]!)).toBe('IDENTITY_VERIFIED');
    const seen = (await see(job.id, li))!;
    expect(seen).toMatchObject({ own: false, mayConfirm: true, checkCode: job.checkCode });
    expect(seen.order).toMatchObject({ reason: '材料不符' });
    expect(seen.rows.nodes.map(({ number }) => number)).toEqual(numbers);
    const waiting = await li.request(JobsDocument, { states: ['PROPOSED'] });
    expect(waiting.data.jobs.nodes.map(({ id }) => id)).toContain(job.id);
    expect(await confirm(job.id, 'AAAA-AAAA')).toMatchObject(refusedBy('checkCodeWrong'));
    const typed = job.checkCode!.replace('-', ' ').toLowerCase();
    expect(await confirm(job.id, typed)).toMatchObject({ state: 'QUEUED', second: { name: '李*华' } });
    await finish(job.id);
    expect(await see(job.id)).toMatchObject({ state: 'DONE', done: 2 });
    for (const number of numbers) expect(await stageOf(number)).toBe('REJECTED');
    expect(await entriesOf('BULK_PROPOSED', job.id)).toMatchObject([{ actor: 'wang' }]);
    expect(await entriesOf('BULK_CONFIRMED', job.id)).toMatchObject([{ actor: 'li' }]);
    const entries = await api.sql(
      `select actor, facts ->> 'job' as job from audit_entry where action = 'RECORD_REJECTED' and record_number = any($1)`,
      [numbers],
    );
    expect(entries).toEqual([
      { actor: 'wang', job: job.id },
      { actor: 'wang', job: job.id },
    ]);
  });

  test('is confirmed by neither the first person nor anybody outside the district, and once of 50 at once', async () => {
    const { id, checkCode } = await proposed(await reviewables(api, mother, 2));
    expect(await confirm(id, checkCode!, wang)).toMatchObject(refusedBy('secondPerson'));
    expect(code(await foreign.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! }))).toBe(
      'FORBIDDEN',
    );
    expect(await see(id, foreign)).toBeNull();
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    expect(code(await city.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! }))).toBe(
      'FORBIDDEN',
    );
    await api.grant('li', []);
    expect(code(await li.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! }))).toBe('FORBIDDEN');
    await api.grant('li', OFFICER.roles);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => confirm(id, checkCode!, n % 2 ? li : admin)),
    );
    expect(answers.filter(({ __typename }) => __typename === 'Job')).toHaveLength(1);
    for (const answer of answers)
      if (answer.__typename !== 'Job') expect(answer).toMatchObject(refusedBy('proposalGone'));
    await expect(api.sql(`update job set second_by = asked_by where id = $1`, [id])).rejects.toThrow(
      'job_second_is_another',
    );
  });

  test('is declined by a second person or taken back by the first, and is then over', async () => {
    const [declined, back] = [
      await proposed(await reviewables(api, mother, 2)),
      await proposed(await reviewables(api, mother, 2)),
    ];
    const decline = async (job: string, person: Person) =>
      (await person.request(DeclineBulkDocument, { job })).data.declineBulk;
    expect(await decline(declined.id, wang)).toMatchObject(refusedBy('secondPerson'));
    expect(await decline(declined.id, li)).toMatchObject({ state: 'DECLINED', second: { name: '李*华' } });
    // Whoever sees it to confirm it does not cancel it.
    expect(code(await li.request(CancelJobDocument, { id: back.id }))).toBe('FORBIDDEN');
    await wang.request(CancelJobDocument, { id: back.id });
    for (const { id, checkCode } of [declined, back])
      expect(await confirm(id, checkCode!)).toMatchObject(refusedBy('proposalGone'));
    expect(await entriesOf('BULK_DECLINED', declined.id)).toMatchObject([{ actor: 'li' }]);
    expect(await entriesOf('BULK_CANCELLED', back.id)).toMatchObject([{ actor: 'wang' }]);
  });

  test('expires after three days, and what was to be done is kept no longer', async () => {
    const { id, checkCode } = await proposed(await reviewables(api, mother, 2));
    api.clock.advance(3 * 86_400);
    wang = await api.person('wang', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
    li = await api.person('li', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
    expect(await see(id)).toMatchObject({ state: 'EXPIRED' });
    expect(await confirm(id, checkCode!)).toMatchObject(refusedBy('proposalGone'));
    const of = async (states: ('PROPOSED' | 'EXPIRED')[]) =>
      (await wang.request(JobsDocument, { states })).data.jobs.nodes.some((job) => job.id === id);
    expect([await of(['PROPOSED']), await of(['EXPIRED'])]).toEqual([false, true]);
    await api.services.jobs.sweep(api.orm.em.fork(), api.clock.now());
    expect(await api.sql('select state, key_id, asker_sealed from job where id = $1', [id])).toEqual([
      { state: 'EXPIRED', key_id: null, asker_sealed: null },
    ]);
  });

  test('that is about the child of a second person is absent for him', async () => {
    const [own, other] = await reviewables(api, mother, 2);
    const { id, checkCode } = await proposed([own!, other!]);
    const roles = [{ role: 'DISTRICT_ADMIN', district: '01' }];
    const registrant = await api.person(mother.subject, { roles });
    expect(await see(id, registrant)).toBeNull();
    const answer = await registrant.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! });
    expect(code(answer)).toBe('FORBIDDEN');
    expect((await registrant.request(JobsDocument)).data.jobs.nodes.map((job) => job.id)).not.toContain(id);
    await api.grant(mother.subject, []);
  });

  test('waits by rejectRecords, too: a job in place of an answer; of one record it is done at once', async () => {
    const numbers = await reviewables(api, mother, 2);
    const ask = async (asked: string[]) =>
      (await wang.request(RejectRecordsDocument, { numbers: asked, reason: '不符' })).data.rejectRecords;
    const { done, job } = await ask(numbers);
    expect(done).toEqual([]);
    expect(job).toMatchObject({ state: 'PROPOSED', total: 2, own: true });
    expect(await ask([numbers[0]!])).toMatchObject({ done: [numbers[0]], job: null });
    await confirm(job!.id, job!.checkCode!);
    await finish(job!.id);
    expect(await see(job!.id)).toMatchObject({ done: 1, refused: 1 });
    const two = { numbers: [...numbers, '20260299999997'], reason: '不符' };
    expect(code(await wang.request(RejectRecordsDocument, two))).toBe('BAD_USER_INPUT');
  });

  test('by rejectRecords leaves out whoever’s family has submitted again since, and has another check code', async () => {
    const [again, same] = await reviewables(api, mother, 2);
    const numbers = [again!, same!];
    const returned = { kind: 'RESIDENCE', status: 'RETURNED', reason: '看不清' } as const;
    await li.request(DecideReviewItemDocument, { numbers: [again!], ...returned });
    const ask = async () =>
      (await wang.request(RejectRecordsDocument, { numbers, reason: '不符' })).data.rejectRecords.job!;
    const before = await ask();
    const input = await aDetailsInput(api, { version: 1 });
    const sent = await mother.request(SubmitDetailsDocument, { number: again!, input });
    expect(sent.data.submitDetails.__typename).not.toBe('Refused');
    expect(await stageOf(again!)).toBe('SUBMITTED');
    expect((await ask()).checkCode).not.toBe(before.checkCode);
    expect(await confirm(before.id, before.checkCode!)).toMatchObject({ state: 'QUEUED' });
    await finish(before.id);
    expect(
      (await see(before.id))!.rows.nodes.map(({ outcome, refusal }) => [outcome, refusal?.rule]),
    ).toEqual([
      ['REFUSED', 'changedSinceDryRun'],
      ['DONE', undefined],
    ]);
    expect(await stageOf(again!)).toBe('SUBMITTED');
  });

  test('that a system proposes is confirmed by nobody who has let it in, but by a colleague', async () => {
    const system = await aSystem(api, admin, { scopes: ['DECISIONS'] });
    const numbers = await reviewables(api, mother, 2);
    const { data } = await system.request(RejectRecordsDocument, { numbers, reason: '不符' });
    const job = data.rejectRecords.job!;
    expect(job).toMatchObject({ state: 'PROPOSED', requestedBy: null });
    expect(await see(job.id, admin)).toMatchObject({ mayConfirm: false });
    expect(await see(job.id, chief)).toMatchObject({ mayConfirm: true, requestedBy: null });
    expect(await confirm(job.id, job.checkCode!, admin)).toMatchObject(refusedBy('secondPerson'));
    const declined = await admin.request(DeclineBulkDocument, { job: job.id });
    expect(declined.data.declineBulk).toMatchObject(refusedBy('secondPerson'));
    expect(await confirm(job.id, job.checkCode!, chief)).toMatchObject({ state: 'QUEUED' });
  });

  test('waits for nobody where the district has said so; only its administrators say so', async () => {
    const set = (person: Person, rejections: boolean) =>
      person.request(SetSecondPersonDocument, { district: '01', rejections });
    const chiefOf02 = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    for (const person of [wang, foreign, mother, chiefOf02])
      expect(code(await set(person, false))).toBe('FORBIDDEN');
    expect((await set(admin, false)).data.setSecondPerson).toMatchObject({
      code: '01',
      rejectionsNeedSecond: false,
    });
    try {
      const trial = await tried('REJECT_RECORDS', rejection(await reviewables(api, mother, 2)));
      expect(await started(trial.id)).toMatchObject({ state: 'QUEUED', checkCode: null });
      const numbers = await reviewables(api, mother, 2);
      for (const number of numbers) await claim(number, li);
      const taken = await tried('TAKE_OVER_RECORDS', { numbers }, chief);
      expect(await started(taken.id, chief)).toMatchObject({ state: 'PROPOSED' });
    } finally {
      await set(admin, true);
    }
    const entries = await api.sql(
      `select facts ->> 'needed' as needed from audit_entry where action = $1 order by id`,
      ['SECOND_PERSON_SET'],
    );
    expect(entries).toEqual([{ needed: 'false' }, { needed: 'true' }]);
  });
});

describe('all that match a filter', () => {
  test('are what the list has, of the officer’s own district; the trail names the filter and no search', async () => {
    const numbers = await reviewables(api, mother, 3);
    const subdistrict = '批量测试街道';
    await api.sql('update collection_record set residence_subdistrict = $1 where number = any($2)', [
      subdistrict,
      numbers,
    ]);
    const trial = await tried('CLAIM_RECORDS', { filter: { subdistrict, needsDecision: true } });
    expect(trial.rows.nodes.map(({ number }) => number)).toEqual(numbers.toSorted());
    const [entry] = await entriesOf('BULK_TRIED', trial.id);
    expect(entry!.facts).toMatchObject({ district: '01', subdistrict, needsDecision: 'true' });
    const searched = await tryThem('CLAIM_RECORDS', { filter: { search: numbers[0]! } });
    if (searched.__typename !== 'Job') throw new Error();
    const [kept] = await entriesOf('BULK_TRIED', searched.id);
    expect(kept!.facts).toMatchObject({ search: 'NUMBER' });
  });

  test('are refused beyond 5,000, with what to do about it; 5,000 are taken', async () => {
    const { number } = await reviewable(api, mother);
    const more = (subdistrict: string, count: number) =>
      api.sql(
        `insert into collection_record
         select (jsonb_populate_record(r, jsonb_build_object(
           'id', gen_random_uuid(), 'attempt_key', null::text, 'residence_subdistrict', $2::text,
           'number', '2099' || '01' || lpad((n + $4)::text, 8, '0')))).*
         from collection_record r, generate_series(1, $3::int) as n where r.number = $1`,
        [number, subdistrict, count, subdistrict.length * 1_000_000],
      );
    await more('多', 5_001);
    await more('正好', 5_000);
    expect(await tryThem('CLAIM_RECORDS', { filter: { subdistrict: '多' } })).toMatchObject(
      refusedBy('bulkTooMany'),
    );
    expect(await tryThem('CLAIM_RECORDS', { filter: { subdistrict: '正好' } })).toMatchObject({
      total: 5_000,
    });
  });
});
