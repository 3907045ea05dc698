import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AppealDocument,
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  DecideAppealDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordFileDocument,
  RejectRecordsDocument,
  SetPhaseDocument,
  type DecideReviewItemMutationVariables,
  type PhaseKind,
} from '@enrolment/schema/client';
import { appealDue } from '@enrolment/rulebook/review.js';
import { isWorkingDayOf, layWindow } from '../support/calendar.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff, withdraw } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let admin: Person;
let registrar: Person;
beforeAll(async () => {
  api = await startApi();
});
/** A token does not live as long as some of these tests last by the clock. */
async function signIn() {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
}
beforeEach(signIn);
afterAll(() => api.stop());

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const DAY = 86_400_000;

const decide = async (
  numbers: string[],
  decision: Omit<DecideReviewItemMutationVariables, 'numbers'>,
  person = officer,
) => (await person.request(DecideReviewItemDocument, { numbers, ...decision })).data.decideReviewItem;
const see = async (number: string, person = mother) =>
  (await person.request(RecordFileDocument, { number })).data.collectionRecord!;
async function approve(numbers: string[]) {
  for (const kind of ITEMS) {
    expect(await decide(numbers, { kind, status: 'PASSED' })).toMatchObject({ done: numbers, refused: [] });
  }
}
const preregister = async (numbers: string[], person = registrar, school = '0101') =>
  person.request(PreregisterDocument, { numbers, school });
const reject = async (number: string, reason = '就业材料不符') =>
  (await officer.request(RejectRecordsDocument, { numbers: [number], reason })).data.rejectRecords;
const setPhase = (kind: PhaseKind, opensAt: Date, closesAt: Date, person = admin) =>
  person.request(SetPhaseDocument, {
    district: '01',
    service: 'NON_LOCAL_HUKOU' as const,
    kind,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  });
const from = (days: number) => new Date(api.clock.now().getTime() + days * DAY);

/** Lays a window elsewhere while `work` runs. */
async function during(kind: PhaseKind, [opens, closes]: [number, number], work: () => Promise<void>) {
  const [before] = await api.sql<{ opens_at: Date; closes_at: Date }>(
    `select opens_at, closes_at from phase where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = $1`,
    [kind],
  );
  await layWindow(api, { kind, opensAt: from(opens), closesAt: from(closes) });
  try {
    await work();
  } finally {
    await layWindow(api, { kind, opensAt: before!.opens_at, closesAt: before!.closes_at });
  }
}

describe('the review', () => {
  test('has the items of the service, and the last passing one approves the record by itself', async () => {
    const { number, phone } = await reviewable(api, mother);
    const before = await see(number);
    expect(before.reviewItems.map(({ kind, status }) => [kind, status])).toEqual([
      ['IDENTITY_AND_HUKOU', 'PASSED'],
      ...ITEMS.map((kind) => [kind, 'PENDING']),
    ]);
    expect(before.turn.holder).toBe('DISTRICT');
    await approve([number]);
    const after = await see(number);
    expect(after).toMatchObject({ stage: 'APPROVED', turn: { holder: 'GUARDIAN' } });
    expect(after.history.map(({ kind, by }) => [kind, by]).slice(-2)).toEqual([
      ['ITEM_PASSED', '区教委'],
      ['APPROVED', '系统'],
    ]);
    await api.smsTo(phone, 1, '已全部通过');
  });

  test('a returned item gives the record back to the family, with why, what to do and until when', async () => {
    const { number, phone } = await reviewable(api, mother);
    const dueAt = from(5).toISOString();
    await decide([number], {
      kind: 'RESIDENCE',
      status: 'RETURNED',
      dueAt,
      reason: '居住证地址与住址不一致',
      remedy: '请更新居住证后重新提交',
    });
    const record = await see(number);
    expect(record.stage).toBe('RETURNED');
    expect(record.turn).toMatchObject({ holder: 'GUARDIAN', until: dueAt });
    expect(record.reviewItems.find(({ kind }) => kind === 'RESIDENCE')).toMatchObject({
      status: 'RETURNED',
      reason: '居住证地址与住址不一致',
      remedy: '请更新居住证后重新提交',
      dueAt,
    });
    await api.smsTo(phone, 1, '需要补充更正');
    // The officer goes on with the other items, and may change her mind about this one.
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'EMPLOYMENT'] as const) {
      await decide([number], { kind, status: 'PASSED' });
    }
    expect((await see(number)).stage).toBe('RETURNED');
    await decide([number], { kind: 'RESIDENCE', status: 'PASSED' });
    expect((await see(number)).history.map(({ kind }) => kind).slice(-3)).toEqual([
      'ITEM_PASSED',
      'RETURN_LIFTED',
      'APPROVED',
    ]);
  });

  test('without a due date of its own, a return can be mended until the correction window closes', async () => {
    const { number } = await reviewable(api, mother);
    await decide([number], { kind: 'RESIDENCE', status: 'RETURNED', reason: '看不清' });
    const [window] = await api.sql<{ closes_at: Date }>(
      `select closes_at from phase where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = 'CORRECTION'`,
    );
    const item = (await see(number)).reviewItems.find(({ kind }) => kind === 'RESIDENCE');
    expect(item!.dueAt).toBe(window!.closes_at.toISOString());
  });

  test.each([
    ['no reason for a return', { kind: 'RESIDENCE', status: 'RETURNED' }, 'REQUIRED', 'reason'],
    ['a blank reason', { kind: 'RESIDENCE', status: 'FAILED', reason: '  ' }, 'REQUIRED', 'reason'],
    [
      'a reason without end',
      { kind: 'RESIDENCE', status: 'FAILED', reason: '长'.repeat(501) },
      'INVALID_FORMAT',
      'reason',
    ],
    [
      'a control character in the reason',
      { kind: 'RESIDENCE', status: 'FAILED', reason: '不符\u0007' },
      'INVALID_FORMAT',
      'reason',
    ],
    [
      'a due date in the past',
      { kind: 'RESIDENCE', status: 'RETURNED', reason: '不符', dueAt: '2026-01-01T00:00:00Z' },
      'INVALID_FORMAT',
      'dueAt',
    ],
    ['an item that the record does not have', { kind: 'GROUND', status: 'PASSED' }, 'NOT_ALLOWED', 'kind'],
  ] as const)('%s is refused, and nothing is written', async (_name, decision, code, field) => {
    const { number } = await reviewable(api, mother);
    const before = await see(number, officer);
    const { done, refused } = await decide([number], decision);
    expect(done).toEqual([]);
    expect(refused).toMatchObject([{ number, refusal: { code, field } }]);
    expect(await see(number, officer)).toEqual(before);
  });

  test('a trial run says what would happen and writes nothing; a batch is all or nothing per record alone', async () => {
    const { number: ready } = await reviewable(api, mother);
    const { number: approved } = await reviewable(api, mother);
    await approve([approved]);
    const decision = { kind: 'RESIDENCE', status: 'PASSED' } as const;
    const absent = '20260199999999';
    const before = await see(ready, officer);
    const trial = await decide([ready, approved, absent, ready], { ...decision, dryRun: true });
    expect(trial).toMatchObject({ dryRun: true, done: [ready] });
    expect(trial.refused.map(({ number, refusal }) => [number, refusal.code])).toEqual([
      [approved, 'STAGE_CONFLICT'],
      [absent, 'NOT_ALLOWED'],
    ]);
    expect((await see(ready, officer)).reviewItems).toEqual(before.reviewItems);
    expect(await decide([ready, approved, absent], decision)).toMatchObject({
      dryRun: false,
      done: [ready],
      refused: [{ number: approved }, { number: absent }],
    });
  });

  test('nobody but the district’s own staff decides; absent and not theirs are refused alike', async () => {
    const { number } = await reviewable(api, mother);
    const decision = { kind: 'RESIDENCE', status: 'PASSED' } as const;
    for (const person of [
      await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
      await staff(api, 'MUNICIPAL_ADMIN'),
      registrar,
    ]) {
      const here = await decide([number], decision, person);
      const nowhere = await decide(['20260199999999'], decision, person);
      expect(here.refused.map(({ refusal }) => refusal)).toEqual(
        nowhere.refused.map(({ refusal }) => refusal),
      );
      expect(here.refused[0]!.refusal.code).toBe('NOT_ALLOWED');
    }
    const family = await mother.request(DecideReviewItemDocument, { numbers: [number], ...decision });
    expect(family.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const nobody = await api.nobody.request(DecideReviewItemDocument, { numbers: [number], ...decision });
    expect(nobody.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    const many = Array.from({ length: 5_001 }, (_, n) => `2026010${String(n).padStart(7, '0')}`);
    const tooMany = await officer.request(DecideReviewItemDocument, { numbers: many, ...decision });
    expect(tooMany.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('no verdict is seen, told or to be read off before the calendar shows it', async () => {
    const { number, phone } = await reviewable(api, mother);
    await during('REVIEW', [2, 40], async () => {
      const before = await see(number);
      await approve([number]);
      const after = await see(number);
      expect(after).toEqual(before);
      expect(after.stage).toBe('IDENTITY_VERIFIED');
      expect((await see(number, officer)).stage).toBe('APPROVED');
      expect(api.gateway.taken.filter((sms) => sms.phone === phone && sms.text.includes('全部通过'))).toEqual(
        [],
      );
      api.clock.advance(2 * 86_400 + 1);
      await signIn();
      expect(await see(number)).toMatchObject({
        stage: 'APPROVED',
        messages: expect.arrayContaining([{ text: expect.stringContaining('全部通过') }]) as unknown,
      });
    });
  });
});

describe('a rejection', () => {
  test('says why, by which rule and what to do, and can be looked at a second time once', async () => {
    const { number } = await reviewable(api, mother);
    expect(await reject(number)).toMatchObject({ done: [number] });
    const record = await see(number);
    expect(record).toMatchObject({ stage: 'REJECTED', turn: { holder: 'GUARDIAN' } });
    expect(record.rejection).toMatchObject({
      reason: '就业材料不符',
      rule: expect.stringContaining('三（二）3') as unknown,
      remedy: expect.stringContaining('复核') as unknown,
      appealDueAt: appealDue(api.clock.now(), await isWorkingDayOf(api)).toISOString(),
      appealedAt: null,
    });
    const empty = await mother.request(AppealDocument, { number, statement: ' ' });
    expect(empty.data.appeal).toMatchObject({ refusals: [{ code: 'REQUIRED', field: 'statement' }] });
    const { data } = await mother.request(AppealDocument, { number, statement: '单位已补正材料' });
    expect(data.appeal).toMatchObject({ stage: 'APPEALED' });
    const answer = { number, accepted: false, reason: '材料仍然不符' };
    expect((await officer.request(DecideAppealDocument, answer)).data.decideAppeal).toMatchObject({
      stage: 'REJECTED',
    });
    expect(await see(number)).toMatchObject({
      turn: { holder: 'NOBODY' },
      rejection: { statement: '单位已补正材料', accepted: false, decision: '材料仍然不符' },
    });
    const again = await mother.request(AppealDocument, { number, statement: '再看一次' });
    expect(again.data.appeal).toMatchObject({ refusals: [{ code: 'STAGE_CONFLICT' }] });
  });

  test('accepted, the record is reviewed again; rejected again, there is no third look', async () => {
    const { number } = await reviewable(api, mother);
    await decide([number], { kind: 'EMPLOYMENT', status: 'FAILED', reason: '不符' });
    await reject(number);
    await mother.request(AppealDocument, { number, statement: '请再看就业一项' });
    await officer.request(DecideAppealDocument, { number, accepted: true, reason: '材料已补正' });
    const record = await see(number);
    expect(record.stage).toBe('IDENTITY_VERIFIED');
    expect(record.reviewItems.find(({ kind }) => kind === 'EMPLOYMENT')!.status).toBe('PENDING');
    await reject(number, '仍然不符');
    const again = await mother.request(AppealDocument, { number, statement: '再看一次' });
    expect(again.data.appeal).toMatchObject({ refusals: [{ code: 'STAGE_CONFLICT' }] });
    expect((await see(number)).turn.holder).toBe('NOBODY');
  });

  test('one second after its time nothing can be asked for any more', async () => {
    const { number } = await reviewable(api, mother);
    await reject(number);
    api.clock.set(new Date((await see(number)).rejection!.appealDueAt));
    await signIn();
    const { data } = await mother.request(AppealDocument, { number, statement: '请再看' });
    expect(data.appeal).toMatchObject({ refusals: [{ code: 'OUTSIDE_WINDOW' }] });
  });

  test('only whoever registered the child asks, and only the district answers', async () => {
    const { number } = await reviewable(api, mother);
    await reject(number);
    const stranger = await api.person('stranger');
    const asked = await stranger.request(AppealDocument, { number, statement: '请再看' });
    const absent = await stranger.request(AppealDocument, { number: '20260199999999', statement: '请再看' });
    expect(asked.body).toBe(absent.body);
    expect(asked.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const other = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    for (const person of [other, mother, registrar]) {
      const decided = await person.request(DecideAppealDocument, { number, accepted: true, reason: '好' });
      expect(decided.errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('preregistration, approval and publication', () => {
  const decideAdmission = async (
    numbers: string[],
    outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'PENDING',
    note?: string,
  ) =>
    (await officer.request(ApproveAdmissionsDocument, { numbers, outcome, ...(note ? { note } : {}) })).data
      .approveAdmissions;
  const publish = (person = admin) =>
    person.request(PublishResultsDocument, { district: '01', service: 'NON_LOCAL_HUKOU' });

  test('the result is seen by nobody of the families before it is published, and then by all at once', async () => {
    const admitted = await reviewable(api, mother);
    const refused = await reviewable(api, mother);
    const numbers = [admitted.number, refused.number];
    await approve(numbers);
    expect((await preregister(numbers)).data.preregister).toMatchObject({ done: numbers });
    expect(await decideAdmission([refused.number], 'NOT_ADMITTED')).toMatchObject({
      refused: [{ refusal: { code: 'REQUIRED', field: 'note' } }],
    });
    const before = await Promise.all(numbers.map((number) => see(number)));
    await decideAdmission([admitted.number], 'ADMITTED', '8 月 25 日带户口簿报到');
    await decideAdmission([refused.number], 'NOT_ADMITTED', '学位已满，请打区教委电话');
    // Neither stage nor history nor anything else tells the two apart.
    expect(await Promise.all(numbers.map((number) => see(number)))).toEqual(before);
    expect(before.map(({ stage, admissionResult }) => [stage, admissionResult])).toEqual([
      ['PREREGISTERED', null],
      ['PREREGISTERED', null],
    ]);
    expect((await see(admitted.number, officer)).stage).toBe('ADMITTED');

    api.clock.advance(60);
    expect((await publish()).data.publishResults).toMatchObject({ __typename: 'Published', count: 2 });
    const changed = await api.sql('select number from collection_record where updated_at = $1', [
      api.clock.now(),
    ]);
    expect(changed).toHaveLength(2);
    expect(await see(admitted.number)).toMatchObject({
      stage: 'ADMITTED',
      turn: { holder: 'NOBODY' },
      admissionResult: { outcome: 'ADMITTED', note: '8 月 25 日带户口簿报到', school: { code: '0101' } },
    });
    expect(await see(refused.number)).toMatchObject({
      admissionResult: { outcome: 'NOT_ADMITTED', note: '学位已满，请打区教委电话' },
    });
    await api.smsTo(admitted.phone, 1, '入学结果已经公布');
    await api.smsTo(refused.phone, 1, '入学结果已经公布');
    expect((await publish()).data.publishResults).toMatchObject({ count: 0 });
    expect(await decideAdmission([admitted.number], 'PENDING')).toMatchObject({
      refused: [{ refusal: { code: 'STAGE_CONFLICT' } }],
    });
  });

  test('no office but the district knows of a decision before it is published', async () => {
    const admitted = await reviewable(api, mother);
    const waiting = await reviewable(api, mother);
    const numbers = [admitted.number, waiting.number];
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    await approve(numbers);
    await preregister(numbers);
    await decideAdmission([admitted.number], 'ADMITTED');
    const trial = await registrar.request(PreregisterDocument, { numbers, school: '0101', dryRun: true });
    const [one, other] = trial.data.preregister.refused.map(({ refusal }) => refusal);
    expect(one).toMatchObject({ code: 'STAGE_CONFLICT' });
    expect(one).toEqual(other);
    for (const office of [city, registrar]) {
      expect(await see(admitted.number, office)).toMatchObject({
        stage: 'PREREGISTERED',
        admissionResult: null,
        history: expect.not.arrayContaining([expect.objectContaining({ kind: 'ADMITTED' })]),
      });
    }
    const told = async (person: Person) =>
      (await person.request(AuditTrailDocument, { number: admitted.number })).data.auditTrail.edges.map(
        ({ node }) => node.action,
      );
    expect(await told(officer)).toContain('ADMISSION_ADMITTED');
    expect(await told(city)).not.toContain('ADMISSION_ADMITTED');
    await publish();
    expect((await see(admitted.number, city)).stage).toBe('ADMITTED');
    expect(await told(city)).toContain('ADMISSION_ADMITTED');
  });

  test('a school is refused alike for whoever it may not read, and a trial run is a look', async () => {
    const drafted = await register(api, mother);
    const rejected = await reviewable(api, mother);
    const approved = await reviewable(api, mother);
    await reject(rejected.number);
    await approve([approved.number]);
    const hidden = [drafted.number, rejected.number, '20260199999999'];
    const looks = (number: string) =>
      api.sql(
        `select from audit_entry where record_number = $1 and action = 'RECORD_READ' and actor_role = 'SCHOOL_REGISTRAR'`,
        [number],
      );
    for (const dryRun of [true, false]) {
      const answer = await registrar.request(PreregisterDocument, {
        numbers: hidden,
        school: '0101',
        dryRun,
      });
      const { done, refused } = answer.data.preregister;
      expect(done).toEqual([]);
      expect(refused.map(({ number }) => number)).toEqual(hidden);
      expect(new Set(refused.map(({ refusal }) => JSON.stringify(refusal))).size).toBe(1);
      expect(refused[0]!.refusal.code).toBe('NOT_ALLOWED');
    }
    const trial = { numbers: [approved.number], school: '0101', dryRun: true };
    expect((await registrar.request(PreregisterDocument, trial)).data.preregister.done).toEqual([
      approved.number,
    ]);
    expect(await looks(approved.number)).toHaveLength(1);
    for (const number of hidden) expect(await looks(number)).toEqual([]);
  });

  test('a decision can be taken back until it is published', async () => {
    const { number } = await reviewable(api, mother);
    await approve([number]);
    await preregister([number]);
    await decideAdmission([number], 'ADMITTED');
    await decideAdmission([number], 'PENDING');
    expect((await see(number, officer)).stage).toBe('PREREGISTERED');
    expect((await publish()).data.publishResults).toMatchObject({ count: 0 });
    const history = (await see(number)).history.map(({ kind }) => kind);
    expect(history).not.toContain('ADMITTED');
    expect(history).not.toContain('ADMISSION_TAKEN_BACK');
  });

  test('a school takes only what is approved, of its own district, in its window, and for itself', async () => {
    const { number } = await reviewable(api, mother);
    expect((await preregister([number])).data.preregister.refused).toMatchObject([
      { refusal: { code: 'NOT_ALLOWED' } },
    ]);
    await approve([number]);
    const elsewhere = await staff(api, 'SCHOOL_REGISTRAR', { district: '02', school: '0201' });
    expect((await preregister([number], elsewhere, '0201')).data.preregister.refused).toMatchObject([
      { refusal: { code: 'NOT_ALLOWED' } },
    ]);
    for (const person of [elsewhere, officer, mother]) {
      expect((await preregister([number], person)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    await during('SCHOOL_PREREGISTRATION', [1, 2], async () => {
      expect((await preregister([number])).data.preregister.refused).toMatchObject([
        { refusal: { code: 'OUTSIDE_WINDOW' } },
      ]);
    });
    expect((await preregister([number])).data.preregister.done).toEqual([number]);
  });

  test('only the district’s administrator publishes, from the opening of the phase on', async () => {
    for (const person of [
      officer,
      mother,
      registrar,
      await staff(api, 'DISTRICT_ADMIN', { district: '02' }),
    ]) {
      expect((await publish(person)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    await during('RESULT', [1, 2], async () => {
      expect((await publish()).data.publishResults).toMatchObject({ refusals: [{ code: 'OUTSIDE_WINDOW' }] });
    });
  });
});

describe('a withdrawn record', () => {
  const ABSENT = '20260199999999';
  /** What each decision about it answers. */
  const answers = async (number: string) => {
    const said = [
      await decide([number], { kind: 'RESIDENCE', status: 'PASSED' }),
      await decide([number], { kind: 'RESIDENCE', status: 'RETURNED', reason: '地址不全' }),
      await reject(number),
      (await preregister([number])).data.preregister,
      (await officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome: 'ADMITTED' })).data
        .approveAdmissions,
      (await mother.request(AppealDocument, { number, statement: '请再审一次' })).errors,
      (await officer.request(DecideAppealDocument, { number, accepted: true, reason: '示例' })).errors,
    ];
    return JSON.parse(JSON.stringify(said).replaceAll(number, 'NUMBER')) as unknown[];
  };

  test('is as absent to whoever would decide on it, from whatever stage it was withdrawn', async () => {
    const fresh = await reviewable(api, mother);
    const done = await reviewable(api, mother);
    await approve([done.number]);
    const rejected = await reviewable(api, mother);
    await reject(rejected.number);
    const nothing = await answers(ABSENT);
    for (const answer of nothing.slice(0, 5)) expect(answer).toMatchObject({ done: [], refused: [{}] });
    for (const answer of nothing.slice(5)) expect(answer).toMatchObject([{ extensions: {} }]);
    for (const { number } of [fresh, done, rejected]) {
      await withdraw(api, mother, number);
      expect(await answers(number)).toEqual(nothing);
      const events = await api.sql<{ kind: string }>(
        `select e.kind from record_event e join collection_record r on r.id = e.record_id
         where r.number = $1 order by e.id desc limit 1`,
        [number],
      );
      expect(events).toEqual([{ kind: 'WITHDRAWN' }]);
    }
  });
});

describe('the calendar', () => {
  test('is set by the district’s administrator alone, in order, and audited', async () => {
    const backwards = await setPhase('RESULT', from(2), from(1));
    expect(backwards.data.setPhase).toMatchObject({
      refusals: [{ code: 'INVALID_FORMAT', field: 'closesAt' }],
    });
    for (const person of [officer, mother, await staff(api, 'MUNICIPAL_ADMIN')]) {
      const answer = await setPhase('RESULT', from(1), from(2), person);
      expect(answer.errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    const entries = await api.sql(`select from audit_entry where action = 'PHASE_SET'`);
    const early = await setPhase('CORRECTION', from(-90), from(60));
    expect(early.data.setPhase).toMatchObject({
      refusals: [{ code: 'INVALID_FORMAT', message: expect.stringContaining('入学资格审核') }],
    });
    for (const days of [70, 55]) {
      const moved = await setPhase('CORRECTION', from(-1), from(days));
      expect(moved.data.setPhase).toMatchObject({ __typename: 'Phase', open: true });
    }
    expect(await api.sql(`select from audit_entry where action = 'PHASE_SET'`)).toHaveLength(
      entries.length + 2,
    );
  });
});
