import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CorrectRegistrationDocument,
  ClaimRecordDocument,
  DecideAppealDocument,
  DecideReviewItemDocument,
  AppealDocument,
  OfficeRecordDocument,
  RecordListDocument,
  RejectRecordsDocument,
  ReleaseRecordDocument,
  WithdrawRecordDocument,
  type AssigneeFilter,
} from '@enrolment/schema/client';
import { plantCode, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, reviewables, staff, take } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
let admin: Person;
let city: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());
/** A token does not live as long as some of these tests last by the clock. */
beforeEach(async () => {
  const officer = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
  mother = await api.person('mother');
  wang = await api.person('wang', { ...officer, name: '王测敏' });
  li = await api.person('li', { ...officer, name: '李测华' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
});

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const claim = async (number: string, person = wang, takeOver = false) =>
  (await person.request(ClaimRecordDocument, { number, takeOver })).data.claimRecord;
const release = async (number: string, person = wang) =>
  (await person.request(ReleaseRecordDocument, { number })).data.releaseRecord;
const see = async (number: string, person = wang) =>
  (await person.request(OfficeRecordDocument, { number })).data.collectionRecord!;
const pass = async (number: string, person: Person, kind: (typeof ITEMS)[number] = 'RESIDENCE') =>
  (await person.request(DecideReviewItemDocument, { numbers: [number], kind, status: 'PASSED' })).data
    .decideReviewItem;
const CLAIMED = { __typename: 'Refused', refusals: [{ code: 'CLAIMED' }] };
const minutes = (n: number) => api.clock.advance(n * 60);
const actionsOf = async (number: string) =>
  (
    await api.sql<{ action: string }>(
      `select action from audit_entry where record_number = $1 and action like '%CLAIM%' or action = 'RECORD_RELEASED' and record_number = $1 order by id`,
      [number],
    )
  ).map(({ action }) => action);

describe('a claim', () => {
  test('is one officer’s of 50 who ask at once, and the others are told whose', async () => {
    const { number } = await reviewable(api, mother);
    const officers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        api.person(`officer ${n}`, {
          roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
          name: `测官${n}`,
        }),
      ),
    );
    const answers = await Promise.all(officers.map((officer) => claim(number, officer)));
    const won = answers.filter((answer) => answer.__typename === 'CollectionRecord');
    expect(won).toHaveLength(1);
    for (const answer of answers) if (answer !== won[0]) expect(answer).toMatchObject(CLAIMED);
  });

  test('is seen by colleagues, masked, with since when and until when; not by city and family', async () => {
    const { number } = await reviewable(api, mother);
    const since = api.clock.now().toISOString();
    expect(await claim(number)).toMatchObject({ assignee: { me: true, since } });
    const until = new Date(api.clock.now().getTime() + 30 * 60_000).toISOString();
    expect((await see(number, li)).assignee).toMatchObject({ name: '王*敏', me: false, since, until });
    expect((await see(number, city)).assignee).toBeNull();
    expect((await see(number, mother)).assignee).toBeNull();
    expect(await actionsOf(number)).toEqual(['RECORD_CLAIMED']);
  });

  test('is free again after 30 minutes without a touch; each touch begins them anew', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number);
    minutes(29);
    await claim(number);
    minutes(29);
    await pass(number, wang);
    minutes(29);
    expect(await claim(number, li)).toMatchObject(CLAIMED);
    minutes(1);
    expect((await see(number, li)).assignee).toBeNull();
    expect(await claim(number, li)).toMatchObject({ assignee: { me: true } });
  });

  test('is given back by whoever has it, and by nobody else; given back twice is given back', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number);
    expect(await release(number, li)).toMatchObject(CLAIMED);
    expect(await release(number)).toMatchObject({ number, assignee: null });
    expect(await release(number)).toMatchObject({ number, assignee: null });
    expect(await claim(number, li)).toMatchObject({ assignee: { me: true } });
    expect(await actionsOf(number)).toEqual(['RECORD_CLAIMED', 'RECORD_RELEASED', 'RECORD_CLAIMED']);
  });

  test('is taken over by an administrator of the district, audited; an officer may not', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number);
    const refused = await li.request(ClaimRecordDocument, { number, takeOver: true });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await claim(number, admin)).toMatchObject(CLAIMED);
    expect(await claim(number, admin, true)).toMatchObject({ assignee: { me: true } });
    expect(await pass(number, wang)).toMatchObject({ refused: [{ refusal: { code: 'CLAIMED' } }] });
    expect(await actionsOf(number)).toEqual(['RECORD_CLAIMED', 'CLAIM_TAKEN_OVER']);
  });

  test('is for officers of the district: foreign and absent alike, and not for systems, city and school', async () => {
    const { number } = await reviewable(api, mother);
    const others = [
      await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
      await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
      city,
      mother,
    ];
    for (const person of others) {
      for (const ask of [
        (asked: string) => person.request(ClaimRecordDocument, { number: asked }),
        (asked: string) => person.request(ReleaseRecordDocument, { number: asked }),
      ]) {
        const [foreign, absent] = [await ask(number), await ask('20260199999999')];
        expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
        expect(foreign.body).toBe(absent.body);
      }
    }
  });
});

describe('a record that a colleague has in hand', () => {
  test('is decided, rejected and corrected by nobody else, and each is told whose it is', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number);
    const refused = { done: [], refused: [{ refusal: { code: 'CLAIMED' } }] };
    const answer = await pass(number, li);
    expect(answer).toMatchObject(refused);
    expect(answer.refused[0]!.refusal.message).toContain('王*敏');
    const rejection = { numbers: [number], reason: '不符' };
    expect((await li.request(RejectRecordsDocument, rejection)).data.rejectRecords).toMatchObject(refused);
    const correction = { number, input: { childName: '测试改' }, reason: '家长到现场更正' };
    expect(
      (await li.request(CorrectRegistrationDocument, correction)).data.correctRegistration,
    ).toMatchObject(CLAIMED);
    expect(await pass(number, wang)).toMatchObject({ done: [number] });
  });

  test('keeps its appeal for whoever has it; once it is decided to the end it is nobody’s', async () => {
    const { number } = await reviewable(api, mother);
    await wang.request(RejectRecordsDocument, { numbers: [number], reason: '不符' });
    await mother.request(AppealDocument, { number, statement: '请再看' });
    await claim(number);
    const appeal = { number, accepted: true, reason: '补正' };
    expect((await li.request(DecideAppealDocument, appeal)).data.decideAppeal).toMatchObject(CLAIMED);
    await wang.request(DecideAppealDocument, appeal);
    expect((await see(number)).assignee).toMatchObject({ me: true });
    for (const kind of ITEMS) await pass(number, wang, kind);
    const record = await see(number, li);
    expect([record.stage, record.assignee]).toEqual(['APPROVED', null]);
  });

  test('in a batch is refused by itself; the others are done', async () => {
    const numbers = await reviewables(api, mother, 3);
    await claim(numbers[1]!);
    const decision = { numbers, kind: 'RESIDENCE', status: 'PASSED' } as const;
    const { data } = await li.request(DecideReviewItemDocument, decision);
    expect(data.decideReviewItem).toMatchObject({
      done: [numbers[0], numbers[2]],
      refused: [{ number: numbers[1], refusal: { code: 'CLAIMED' } }],
    });
  });

  test('whose claim ran out while its officer decided: free, her decision is taken; claimed since, it is not', async () => {
    const { number } = await reviewable(api, mother);
    const { revision } = await see(number);
    await claim(number);
    minutes(31);
    const decide = (kind: (typeof ITEMS)[number]) =>
      wang.request(DecideReviewItemDocument, { numbers: [number], kind, status: 'PASSED', revision });
    await claim(number, li);
    expect((await decide('RESIDENCE')).data.decideReviewItem).toMatchObject({
      refused: [{ refusal: { code: 'CLAIMED' } }],
    });
    await release(number, li);
    expect((await decide('RESIDENCE')).data.decideReviewItem).toMatchObject({ done: [number] });
  });

  test('of 50 decisions at once by two officers, those of the one who has it are taken', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number);
    const { revision } = await see(number);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const person = n % 2 === 0 ? wang : li;
        const kind = 'RESIDENCE' as const;
        const decision = { numbers: [number], kind, status: 'PASSED' as const, revision };
        return (await person.request(DecideReviewItemDocument, decision)).data.decideReviewItem;
      }),
    );
    expect(answers.filter(({ done }) => done.length === 1)).toHaveLength(1);
    const codes = new Set(answers.flatMap(({ refused }) => refused.map(({ refusal }) => refusal.code)));
    expect([...codes].every((code) => code === 'CLAIMED' || code === 'STALE_VERSION')).toBe(true);
  });

  test('can be withdrawn by its family all the same, and nothing of the claim stays', async () => {
    const { number, phone } = await reviewable(api, mother);
    await claim(number);
    const smsCode = await plantCode(api, phone, { purpose: 'WITHDRAWAL' });
    await api.sql(
      `update sms_code set record_id = (select id from collection_record where number = $1) where purpose = 'WITHDRAWAL'`,
      [number],
    );
    const withdrawn = await mother.request(WithdrawRecordDocument, { number, smsCode });
    expect(withdrawn.data.withdrawRecord.__typename).toBe('Withdrawn');
    const left = await api.sql(
      `select 1 from record_claim c join collection_record r on r.id = c.record_id where r.number = $1`,
      [number],
    );
    expect(left).toEqual([]);
  });
});

describe('the list', () => {
  const listed = async (filter: object, person = wang) =>
    (await person.request(RecordListDocument, { filter, first: 100 })).data.collectionRecords.edges.map(
      ({ node }) => node.number,
    );

  test('is cut by who has a record in hand, as each officer sees it; for the city everything is free', async () => {
    const numbers = await reviewables(api, mother, 3);
    await claim(numbers[0]!, wang);
    await claim(numbers[1]!, li);
    const of = async (assignee: AssigneeFilter, person = wang) => {
      const found = await listed({ assignee, district: '01' }, person);
      return numbers.filter((number) => found.includes(number));
    };
    expect(await of('ME')).toEqual([numbers[0]]);
    expect(await of('ME', li)).toEqual([numbers[1]]);
    expect(await of('NOBODY')).toEqual([numbers[2]]);
    expect(await of('ME_OR_NOBODY')).toEqual([numbers[0], numbers[2]]);
    expect(await of('OTHERS')).toEqual([numbers[1]]);
    expect(await of('NOBODY', city)).toEqual(numbers);
    expect(await of('OTHERS', city)).toEqual([]);
    minutes(30);
    expect(await of('NOBODY')).toEqual(numbers);
  });

  test('of what needs a decision has items and appeals, and nothing that waits for family or verification', async () => {
    const [open, returned, rejected, appealed] = await reviewables(api, mother, 4);
    const waiting = await reviewable(api, mother);
    await wang.request(DecideReviewItemDocument, {
      numbers: [returned!],
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason: '地址不一致',
    });
    for (const number of [rejected!, appealed!])
      await wang.request(RejectRecordsDocument, { numbers: [number], reason: '不符' });
    await mother.request(AppealDocument, { number: appealed!, statement: '请再看' });
    await take(api, waiting.number, 'RECHECK_IDENTITY');
    const check = (status: string, minutesAgo: number) =>
      api.sql(
        `update identity_check set status = $2, requested_at = $3 where record_id = (select id from collection_record where number = $1)`,
        [waiting.number, status, new Date(api.clock.now().getTime() - minutesAgo * 60_000)],
      );
    const all = [open, returned, rejected, appealed, waiting.number];
    const needed = async (needsDecision: boolean) => {
      const found = await listed({ needsDecision, district: '01' });
      return all.filter((number) => found.includes(number!));
    };
    await check('PENDING', 1);
    expect(await needed(true)).toEqual([open, appealed]);
    expect(await needed(false)).toEqual([returned, rejected, waiting.number]);
    await check('PENDING', 30);
    expect(await needed(true)).toEqual([open, appealed, waiting.number]);
    await check('FAILED', 1);
    expect(await needed(true)).toEqual([open, appealed, waiting.number]);
  });
});
