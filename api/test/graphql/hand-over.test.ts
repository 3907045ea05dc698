import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  ChangeRoleEndDocument,
  ClaimRecordDocument,
  ColleaguesDocument,
  DecideReviewItemDocument,
  GiveRoleDocument,
  HandOverRecordsDocument,
  JointReviewDocument,
  OfficeRecordDocument,
  ReleaseRecordDocument,
  SetJointReviewDocument,
  StaffGrantDocument,
  TakeRoleDocument,
  type AssigneeFilter,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { numbersOf } from '../support/record-list.js';
import { register } from '../support/api.js';
import { reviewable, reviewables, staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
let admin: Person;
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
});

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const ABSENT = '20260199999999';
const minutes = (n: number) => api.clock.advance(n * 60);
const grantOf = async (person: Person) => {
  const [grant] = await api.sql<{ id: string }>(
    `select id from staff_grant where subject = $1 and settled_at is null order by id desc limit 1`,
    [person.subject],
  );
  return grant!.id;
};
const give = async (numbers: string[], to: Person | string, by = wang, note: string | null = null) => {
  const colleague = typeof to === 'string' ? to : await grantOf(to);
  const asked = { numbers, colleague, note };
  const { data, errors } = await by.request(HandOverRecordsDocument, asked);
  if (errors) return errors[0]!.extensions.code;
  const { done, refused } = data.handOverRecords;
  return refused.length > 0 ? refused[0]!.refusal.rule : done.length;
};
const see = async (number: string, person = li) =>
  (await person.request(OfficeRecordDocument, { number })).data.collectionRecord!;
const claim = async (number: string, person = wang, takeOver = false) => {
  const { data } = await person.request(ClaimRecordDocument, { number, takeOver });
  return data.claimRecord.__typename === 'Refused' ? data.claimRecord.refusals[0]!.rule : 'CLAIMED';
};
const pass = async (number: string, person: Person, kind: (typeof ITEMS)[number] = 'RESIDENCE') => {
  const asked = { numbers: [number], kind, status: 'PASSED' as const };
  const { done, refused } = (await person.request(DecideReviewItemDocument, asked)).data.decideReviewItem;
  return done.length > 0 ? 'DONE' : refused[0]!.refusal.rule;
};
const release = (number: string, person = li) => person.request(ReleaseRecordDocument, { number });
const has = async (person: Person, number: string, assignee: AssigneeFilter) =>
  (await numbersOf(person, { assignee, district: '01', needsDecision: true })).includes(number);

describe('a record that is given to a colleague', () => {
  test('is in her queue as hers, with who gave it and a word, and nobody else’s to decide', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number);
    expect(await give([number], li, wang, ' 户口簿请再看一眼 ')).toBe(1);
    expect((await see(number)).assignee).toMatchObject({
      me: true,
      name: '测**员',
      givenBy: '王*敏',
      note: '户口簿请再看一眼',
    });
    expect((await see(number, wang)).assignee).toMatchObject({ me: false, givenBy: '王*敏' });
    expect(await has(li, number, 'ME')).toBe(true);
    expect(await has(wang, number, 'OTHERS')).toBe(true);
    expect(await has(wang, number, 'NOBODY')).toBe(false);
    expect(await pass(number, wang)).toBe('givenToOther');
    expect(await claim(number, wang)).toBe('givenToOther');
    expect(await pass(number, li)).toBe('DONE');
    // Sealed, and no family reads it.
    const [row] = await api.sql<{ note_sealed: Buffer }>(`select note_sealed from record_claim c
      join collection_record r on r.id = c.record_id where r.number = '${number}'`);
    expect(row!.note_sealed.includes(Buffer.from('户口簿'))).toBe(false);
    expect((await see(number, mother)).assignee).toBeNull();
    const trail = async (person: Person) =>
      (await person.request(AuditTrailDocument, { number, first: 20 })).data.auditTrail.edges.find(
        ({ node }) => node.action === 'RECORD_HANDED_OVER',
      )?.node.detail;
    expect(await trail(admin)).toBe(li.subject);
    expect(await trail(mother)).toBeNull();
  });

  test('stays hers without a touch, until she has decided it to the end or gives it back', async () => {
    const [decided, back] = await reviewables(api, mother, 2);
    expect(await give([decided!, back!], li)).toBe(2);
    minutes(24 * 60);
    li = await api.person('li', {
      roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
      name: '李测华',
    });
    wang = await api.person('wang', {
      roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
      name: '王测敏',
    });
    expect(await has(li, decided!, 'ME')).toBe(true);
    for (const kind of ITEMS) expect(await pass(decided!, li, kind)).toBe('DONE');
    expect((await see(decided!)).assignee).toBeNull();
    await release(back!);
    expect((await see(back!, wang)).assignee).toMatchObject({
      me: true,
      name: '王*敏',
      givenBy: null,
      note: null,
    });
    expect(await claim(back!)).toBe('CLAIMED');
    // From then on it is like any other that she has taken.
    await release(back!, wang);
    expect(await has(wang, back!, 'NOBODY')).toBe(true);
  });

  test('goes back to whoever gave it last, while she may decide on it, and else to everybody', async () => {
    const [chain, late, former, parents] = await reviewables(api, mother, 4);
    await give([chain!], li);
    await give([chain!], admin, li);
    await release(chain!, admin);
    expect((await see(chain!)).assignee).toMatchObject({ me: true, name: '李*华', givenBy: null });
    await release(chain!);
    expect((await see(chain!)).assignee).toBeNull();
    const released = await api.sql<{ facts: object | null }>(
      `select facts from audit_entry where record_number = $1 and action = 'RECORD_RELEASED' order by id`,
      [chain!],
    );
    expect(released.map(({ facts }) => facts)).toEqual([{ account: li.subject }, null]);
    // Her role has ended meanwhile; or the child is hers.
    const leaving = await api.person('leaving', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
    await give([former!, parents!], li, leaving);
    await api.sql(`update collection_record set registered_by = 'leaving' where number = $1`, [parents!]);
    await release(parents!);
    expect((await see(parents!)).assignee).toBeNull();
    await api.sql(`update staff_grant set ends_at = $1 where subject = 'leaving'`, [api.clock.now()]);
    await release(former!);
    expect((await see(former!)).assignee).toBeNull();
    // She does nothing with it, and it is free again.
    await give([late!], li);
    await release(late!);
    minutes(30);
    li = await api.person('li', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
    expect(await has(li, late!, 'NOBODY')).toBe(true);
  });

  test('is nobody’s any more once others have approved it', async () => {
    const revision = (await admin.request(JointReviewDocument, { district: '01' })).data.jointReview!
      .revision;
    const share = (decider: 'DISTRICT' | 'HUMAN_RESOURCES', seen: number) =>
      admin.request(SetJointReviewDocument, {
        district: '01',
        deciders: [{ kind: 'EMPLOYMENT', decider }],
        revision: seen,
      });
    await share('HUMAN_RESOURCES', revision);
    const labour = await staff(api, 'DEPARTMENT_REVIEWER', {
      district: '01',
      department: 'HUMAN_RESOURCES',
      items: ['EMPLOYMENT'],
    });
    const { number } = await reviewable(api, mother);
    await give([number], li);
    for (const kind of ITEMS.slice(0, 3)) expect(await pass(number, li, kind)).toBe('DONE');
    expect((await see(number)).assignee).toMatchObject({ me: true });
    expect(await pass(number, labour, 'EMPLOYMENT')).toBe('DONE');
    expect(await see(number)).toMatchObject({ stage: 'APPROVED', assignee: null });
    await share('DISTRICT', revision + 1);
  });

  test('is taken over and assigned by an administrator, whoever has it; by an officer only if it is free or hers', async () => {
    const { number } = await reviewable(api, mother);
    await claim(number, li);
    expect(await give([number], li, wang)).toBe('claimedByOther');
    expect(await give([number], wang, admin)).toBe(1);
    expect(await give([number], li, li)).toBe('handOverSelf');
    expect(await give([number], wang, li)).toBe('givenToOther');
    expect(await claim(number, li)).toBe('givenToOther');
    expect(await claim(number, admin, true)).toBe('CLAIMED');
    expect((await see(number, admin)).assignee).toMatchObject({ me: true, givenBy: null });
    const actions = await api.sql<{ action: string }>(
      `select action from audit_entry where record_number = $1 and action like '%HANDED%' order by id`,
      [number],
    );
    expect(actions).toHaveLength(1);
  });

  test('offers the office what it may do with it', async () => {
    const { number } = await reviewable(api, mother);
    const offered = async (person: Person) =>
      (await see(number, person)).officeActions.find(({ kind }) => kind === 'HAND_OVER')!.allowed;
    expect(await offered(wang)).toBe(true);
    await give([number], li);
    expect([await offered(li), await offered(wang), await offered(admin)]).toEqual([true, false, true]);
  });

  test('is refused once it is decided, and for a note that is too long', async () => {
    const { number } = await reviewable(api, mother);
    expect(await give([number], li, wang, '长'.repeat(201))).toBe('reasonTooLong');
    for (const kind of ITEMS) await pass(number, wang, kind);
    expect(await give([number], li)).toBe('stageConflict');
    const { number: unsubmitted } = await register(api, mother);
    expect(await give([unsubmitted], li)).toBe('stageConflict');
  });

  test('goes to nobody of another district, without a role there, or whose own it is', async () => {
    const { number } = await reviewable(api, mother);
    const elsewhere = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    for (const person of [elsewhere, registrar]) expect(await give([number], person)).toBe('colleagueMayNot');
    for (const id of ['no id', '01890000-0000-7000-8000-000000000000'])
      expect(await give([number], id)).toBe('colleagueMayNot');
    const parent = await api.person('parent', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
    const { number: own } = await reviewable(api, parent);
    expect(await give([own], parent)).toBe('colleagueMayNot');
  });

  test('is given within the giver’s own district: elsewhere and absent alike', async () => {
    const { number } = await reviewable(api, mother);
    const elsewhere = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    expect(await give([number], li, elsewhere)).toBe('notAllowed');
    expect(await give([ABSENT], li, elsewhere)).toBe('notAllowed');
    for (const person of [mother, await staff(api, 'MUNICIPAL_ADMIN')]) {
      expect(await give([number], li, person)).toBe('FORBIDDEN');
      const { errors } = await person.request(ColleaguesDocument, { district: '01' });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const foreign = await wang.request(ColleaguesDocument, { district: '02' });
    const absent = await wang.request(ColleaguesDocument, { district: '99' });
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(foreign.body).toBe(absent.body);
  });

  test('goes to one of 50 colleagues to whom it is given at once', async () => {
    const { number } = await reviewable(api, mother);
    const to = [await grantOf(li), await grantOf(admin)];
    const givers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        api.person(`giver ${n}`, { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] }),
      ),
    );
    const answers = await Promise.all(givers.map((giver, n) => give([number], to[n % 2]!, giver)));
    expect(answers.filter((answer) => answer === 1)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'givenToOther')).toHaveLength(49);
  });
});

describe('a page of records', () => {
  test('is given as a whole but for those that may not be, for as many statements as a few', async () => {
    const numbers = await reviewables(api, mother, 8);
    await claim(numbers[1]!, admin);
    const colleague = await grantOf(li);
    const sent = new SentStatements();
    const few = await sent.of(() => give(numbers.slice(0, 2), colleague));
    const many = await sent.of(() => give(numbers.slice(2), colleague));
    sent.stop();
    expect(Math.abs(many.length - few.length)).toBeLessThanOrEqual(1);
    expect((await see(numbers[0]!)).assignee).toMatchObject({ me: true });
    expect((await see(numbers[1]!)).assignee).toMatchObject({ me: false });
    const more = Array.from({ length: 101 }, (_, n) => `2026019${String(n).padStart(7, '0')}`);
    expect(await give(more, colleague)).toBe('BAD_USER_INPUT');
  });
});

describe('the colleagues', () => {
  const names = async (person = wang) =>
    (await person.request(ColleaguesDocument, { district: '01' })).data.colleagues.map(({ id }) => id);

  test('are those who decide in the district now, without oneself', async () => {
    const listed = await names();
    expect(listed).toEqual(expect.arrayContaining([await grantOf(li), await grantOf(admin)]));
    expect(listed).not.toContain(await grantOf(wang));
    expect(listed).not.toContain(await grantOf(await staff(api, 'DISTRICT_OFFICER', { district: '02' })));
  });

  test('whose role is taken or ends have nothing in hand any more that they were given', async () => {
    const later = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000).toISOString();
    const input = {
      account: 'for a while',
      name: '赵测员',
      role: 'DISTRICT_OFFICER' as const,
      district: '01',
      endsAt: later(2),
    };
    const { data } = await admin.request(GiveRoleDocument, { input });
    if (data.giveRole.__typename !== 'StaffGrant') throw new Error(JSON.stringify(data));
    const { id } = data.giveRole;
    const [ended, taken] = await reviewables(api, mother, 2);
    expect(await give([ended!, taken!], id)).toBe(2);
    const until = async () => (await see(ended!)).assignee?.until;
    expect(await until()).toBe(input.endsAt);
    const revision = async () => (await admin.request(StaffGrantDocument, { id })).data.staffGrant!.revision;
    await admin.request(ChangeRoleEndDocument, { id, endsAt: later(1), revision: await revision() });
    expect(new Date((await until())!).getTime()).toBeLessThan(Date.parse(input.endsAt));
    await admin.request(TakeRoleDocument, { id, revision: await revision() });
    for (const number of [ended!, taken!]) expect((await see(number)).assignee).toBeNull();
    expect(await give([taken!], id)).toBe('colleagueMayNot');
    expect(await claim(taken!, li)).toBe('CLAIMED');
  });

  test('whose role runs out by itself have it no longer', async () => {
    const endsAt = new Date(api.clock.now().getTime() + 3_600_000).toISOString();
    const input = {
      account: 'for an hour',
      name: '钱测员',
      role: 'DISTRICT_OFFICER' as const,
      district: '01',
      endsAt,
    };
    const { data } = await admin.request(GiveRoleDocument, { input });
    if (data.giveRole.__typename !== 'StaffGrant') throw new Error(JSON.stringify(data));
    const { number } = await reviewable(api, mother);
    await give([number], data.giveRole.id);
    expect(await has(li, number, 'OTHERS')).toBe(true);
    minutes(60);
    li = await api.person('li', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }], name: '李测华' });
    expect(await has(li, number, 'NOBODY')).toBe(true);
    expect(await give([number], data.giveRole.id, li)).toBe('colleagueMayNot');
    expect(await claim(number, li)).toBe('CLAIMED');
  });
});
