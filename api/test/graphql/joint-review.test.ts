import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  ClaimRecordDocument,
  RecordListDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  FreezeRecordDocument,
  GiveRoleDocument,
  JointReviewDocument,
  MyReviewItemsDocument,
  MyRolesDocument,
  OfficeRecordDocument,
  RecordDocument,
  RecordFileDocument,
  RevealReviewTaskDocument,
  ReviewTaskDocument,
  SetJointReviewDocument,
  StaffGrantDocument,
  SubmitDetailsDocument,
  UnfreezeRecordDocument,
  type DetailsInput,
  type EmploymentKind,
  type ItemDecider,
  type ItemDeciderInput,
  type ReviewItemKind,
  type ReviewOrder,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { numbersOf as listedNumbers } from '../support/record-list.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff, take } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let admin: Person;
let street: Person;
let labour: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const ABSENT = '20260199999999';
const STREET = { role: 'SUBDISTRICT_OFFICER', district: '01', subdistricts: ['示例街道'] } as const;
const LABOUR = {
  role: 'DEPARTMENT_REVIEWER',
  district: '01',
  department: 'HUMAN_RESOURCES',
  items: ['EMPLOYMENT'],
} as const;

const share = async (deciders: ItemDeciderInput[], { by = admin, dryRun = false } = {}) => {
  const now = (await by.request(JointReviewDocument, { district: '01' })).data.jointReview!;
  return by.request(SetJointReviewDocument, { district: '01', deciders, revision: now.revision, dryRun });
};
const GIVEN = [
  { kind: 'RESIDENCE', decider: 'SUBDISTRICT' },
  { kind: 'EMPLOYMENT', decider: 'HUMAN_RESOURCES' },
] satisfies { kind: ReviewItemKind; decider: ItemDecider }[];

beforeEach(async () => {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  street = await api.person('street', { roles: [STREET] });
  labour = await api.person('labour', { roles: [LABOUR] });
  await share([
    ...GIVEN,
    { kind: 'HOUSEHOLD_REGISTER', decider: 'DISTRICT' },
    { kind: 'RESIDENCE_PERMIT', decider: 'DISTRICT' },
  ]);
});

/** A record whose details were submitted, with a verified identity. */
async function submitted(subdistrict = '示例街道', person = mother, more: Partial<DetailsInput> = {}) {
  const { number, input: registered } = await register(api, person);
  const input = await aDetailsInput(api, { version: 1, ...more });
  const details: DetailsInput = { ...input, residence: { ...input.residence, subdistrict } };
  const { data } = await person.request(SubmitDetailsDocument, { number, input: details });
  if (data.submitDetails.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(data));
  const verified = { numbers: [number], status: 'PASSED' as const, reason: '窗口已核对原件' };
  const decided = await officer.request(DecideIdentityCheckDocument, verified);
  expect(decided.data.decideIdentityCheck.done).toEqual([number]);
  return { number, details, registered };
}

const decide = async (number: string, kind: ReviewItemKind, person: Person, more: object = {}) => {
  const asked = { numbers: [number], kind, status: 'PASSED' as const, ...more };
  const { data, errors } = await person.request(DecideReviewItemDocument, asked);
  if (errors) return errors[0]!.extensions.code;
  const { done, refused } = data.decideReviewItem;
  return done.length > 0 ? 'DONE' : refused[0]!.refusal.rule;
};
const task = async (number: string, kind: ReviewItemKind, person: Person) =>
  (await person.request(ReviewTaskDocument, { number, kind })).data?.reviewTask ?? null;
const queue = async (person: Person, asked: object = {}) =>
  (await person.request(MyReviewItemsDocument, { first: 100, ...asked })).data.myReviewItems;
const numbersOf = async (person: Person) => (await queue(person)).nodes.map(({ number }) => number);

describe('whom a district has given its review items', () => {
  test('decides them, and nobody else of the district but its administrators', async () => {
    const { number } = await submitted();
    expect(await decide(number, 'RESIDENCE', officer)).toBe('itemOfOthers');
    expect(await decide(number, 'EMPLOYMENT', officer)).toBe('itemOfOthers');
    expect(await decide(number, 'RESIDENCE', street)).toBe('DONE');
    expect(await decide(number, 'EMPLOYMENT', labour)).toBe('DONE');
    expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('DONE');
    expect(await decide(number, 'RESIDENCE_PERMIT', officer)).toBe('DONE');
    const { stage, history } = (await mother.request(RecordFileDocument, { number })).data.collectionRecord!;
    expect(stage).toBe('APPROVED');
    expect(history.filter(({ kind }) => kind === 'ITEM_PASSED').map(({ by }) => by)).toEqual([
      '街道（乡镇）',
      '联审部门',
      '区教委',
      '区教委',
    ]);
    const other = await submitted();
    expect(await decide(other.number, 'EMPLOYMENT', admin)).toBe('DONE');
  });

  test('is named in both languages to an officer who is refused, with a way out', async () => {
    const { number } = await submitted();
    const refusalIn = async (language: string) => {
      const asked = { numbers: [number], kind: 'EMPLOYMENT' as const, status: 'PASSED' as const };
      const { data } = await officer.request(DecideReviewItemDocument, asked, {
        'accept-language': language,
      });
      return data.decideReviewItem.refused[0]!.refusal;
    };
    expect((await refusalIn('zh-CN')).message).toContain('人力社保');
    expect(await refusalIn('en')).toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('Human resources and social insurance'),
      wayOut: expect.stringContaining('administrator'),
    });
  });

  test('returns an item to the family, who reads whose it is', async () => {
    const { number } = await submitted();
    const why = { status: 'RETURNED', reason: '租赁备案号查不到' };
    expect(await decide(number, 'RESIDENCE', street, why)).toBe('DONE');
    const record = (await mother.request(RecordFileDocument, { number })).data.collectionRecord!;
    expect(record.stage).toBe('RETURNED');
    expect(record.reviewItems.find(({ kind }) => kind === 'RESIDENCE')).toMatchObject({
      status: 'RETURNED',
      decider: 'SUBDISTRICT',
      deciderLabel: '街道（乡镇）',
      reason: '租赁备案号查不到',
    });
    // What is with the family waits for nobody else; whoever returned it may still change her mind.
    expect(await numbersOf(labour)).not.toContain(number);
    expect(await decide(number, 'RESIDENCE', street, { status: 'PENDING' })).toBe('DONE');
  });

  test('is not bound by what an officer of the district has in hand', async () => {
    const { number } = await submitted();
    expect((await officer.request(ClaimRecordDocument, { number })).errors).toBeUndefined();
    expect(await decide(number, 'RESIDENCE', street)).toBe('DONE');
  });

  test('decides nothing any more once the district has taken it back', async () => {
    const { number } = await submitted();
    await share([{ kind: 'RESIDENCE', decider: 'DISTRICT' }]);
    expect(await task(number, 'RESIDENCE', street)).toBeNull();
    expect(await decide(number, 'RESIDENCE', street)).toBe('notAllowed');
    expect(await decide(number, 'RESIDENCE', officer)).toBe('DONE');
  });

  test('of a home without a subdistrict, the district decides by itself', async () => {
    const { number } = await reviewable(api, mother);
    expect(await decide(number, 'RESIDENCE', street)).toBe('notAllowed');
    expect(await decide(number, 'RESIDENCE', officer)).toBe('DONE');
  });

  test('of a home in another district, the district decides by itself, whatever the subdistrict there is called', async () => {
    const there = await api.person('street there', { roles: [{ ...STREET, district: '02' }] });
    const local = (residenceDistrict: string) =>
      reviewable(api, mother, {
        service: 'LOCAL_HUKOU',
        child: { hukouProvince: '110000', hukouDistrict: '01', residenceDistrict },
      });
    const [{ number }, { number: here }] = [await local('02'), await local('01')];
    await api.sql(`update collection_record set residence_subdistrict = '示例街道' where number = any($1)`, [
      [number, here],
    ]);
    const ours = await numbersOf(street);
    expect(ours).toContain(here);
    expect(ours).not.toContain(number);
    expect(await numbersOf(there)).not.toContain(number);
    for (const person of [street, there]) {
      expect(await task(number, 'RESIDENCE', person)).toBeNull();
      expect(await decide(number, 'RESIDENCE', person)).toBe('notAllowed');
    }
    const { reviewItems } = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
    expect(reviewItems.find(({ kind }) => kind === 'RESIDENCE')).toMatchObject({ decider: 'DISTRICT' });
    expect(await decide(number, 'RESIDENCE', officer)).toBe('DONE');
    expect(await decide(here, 'RESIDENCE', officer)).toBe('itemOfOthers');
  });
});

describe('the officers’ queue', () => {
  const waiting = async (number: string, person = officer) =>
    (await listedNumbers(person, { needsDecision: true, district: '01' })).includes(number);

  test('has a record as long as one open item is the district’s own; an administrator’s has it longer', async () => {
    const { number } = await submitted();
    expect(await waiting(number)).toBe(true);
    await decide(number, 'HOUSEHOLD_REGISTER', officer);
    await decide(number, 'RESIDENCE_PERMIT', officer);
    expect(await waiting(number)).toBe(false);
    expect(await waiting(number, admin)).toBe(true);
    expect(await listedNumbers(officer, { needsDecision: false, district: '01' })).toContain(number);
    // Her page of the record says who is waited for.
    const { reviewItems } = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
    const open = reviewItems.filter(({ status }) => status === 'PENDING').map(({ decider }) => decider);
    expect(open.sort()).toEqual(['HUMAN_RESOURCES', 'SUBDISTRICT']);
    await share([{ kind: 'EMPLOYMENT', decider: 'DISTRICT' }]);
    expect(await waiting(number)).toBe(true);
  });

  test('has what others have failed: the district alone rejects it', async () => {
    const { number } = await submitted();
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT'] as const)
      await decide(number, kind, officer);
    expect(await decide(number, 'RESIDENCE', street)).toBe('DONE');
    expect(await waiting(number)).toBe(false);
    const failed = { status: 'FAILED', reason: '社保已断缴', remedy: null };
    expect(await decide(number, 'EMPLOYMENT', labour, failed)).toBe('DONE');
    expect(await waiting(number)).toBe(true);
  });

  test('keeps a record whose home has no subdistrict here, and one with nothing open that is frozen', async () => {
    await share([{ kind: 'EMPLOYMENT', decider: 'DISTRICT' }]);
    const { number } = await reviewable(api, mother);
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'EMPLOYMENT'] as const)
      await decide(number, kind, officer);
    // RESIDENCE is the subdistrict's, and there is none.
    expect(await waiting(number)).toBe(true);
    const disputed = await submitted();
    await api.sql(
      `update review_item set status = 'PASSED' where record_id = (select id from collection_record where number = $1)`,
      [disputed.number],
    );
    expect(await waiting(disputed.number)).toBe(true);
  });
});

describe('who is not given an item', () => {
  test('finds nothing and decides nothing, whatever else she holds; absent and not hers are the same answer', async () => {
    const { number } = await submitted();
    const others: [string, object, ReviewItemKind][] = [
      ['another district', { ...STREET, district: '02' }, 'RESIDENCE'],
      ['another subdistrict', { ...STREET, subdistricts: ['别的街道'] }, 'RESIDENCE'],
      ['the subdistrict, but the item is a department’s', STREET, 'EMPLOYMENT'],
      ['the subdistrict, but the item is the district’s', STREET, 'RESIDENCE_PERMIT'],
      ['the department of another district', { ...LABOUR, district: '02' }, 'EMPLOYMENT'],
      ['the department, but another item', { ...LABOUR, items: ['RESIDENCE'] }, 'EMPLOYMENT'],
      ['another department', { ...LABOUR, department: 'TAXATION' }, 'EMPLOYMENT'],
      ['the department, but the item is the subdistrict’s', { ...LABOUR, items: ['RESIDENCE'] }, 'RESIDENCE'],
    ];
    for (const [who, role, kind] of others) {
      const person = await api.person(`reviewer of ${who}`, { roles: [role as { role: string }] });
      const purpose = '核对材料';
      const [here, nowhere] = await Promise.all(
        [number, ABSENT].map(async (one) => [
          (await person.request(ReviewTaskDocument, { number: one, kind })).body,
          await decide(one, kind, person),
          // A revision or a trial run tells no more.
          await decide(one, kind, person, { revision: 1 }),
          await decide(one, kind, person, { dryRun: true }),
          (await person.request(RevealReviewTaskDocument, { number: one, kind, purpose })).body,
          (await person.request(RecordDocument, { number: one })).body,
          (await person.request(OfficeRecordDocument, { number: one })).data.collectionRecord,
        ]),
      );
      expect([who, ...here!]).toEqual([who, ...nowhere!]);
      expect(here!.slice(1, 4)).toEqual(['notAllowed', 'notAllowed', 'notAllowed']);
      expect((await queue(person, { kind })).nodes.map((one) => one.number)).not.toContain(number);
    }
  });

  test('learns nothing of a record that has no such item, is disputed, or waits for no review', async () => {
    const child = { hukouProvince: '110000', hukouDistrict: '01' };
    const without = await reviewable(api, mother, { service: 'LOCAL_HUKOU', child });
    const disputed = await submitted();
    const reason = '两家都说是自己孩子的证件';
    await officer.request(FreezeRecordDocument, { number: disputed.number, reason });
    const unsubmitted = await register(api, mother);
    const decided = await reviewable(api, mother);
    await take(api, decided.number, 'APPROVE');
    const answers = async (number: string) => {
      const which = { number, kind: 'EMPLOYMENT' as const };
      return [
        (await labour.request(ReviewTaskDocument, which)).body,
        (await labour.request(RevealReviewTaskDocument, { ...which, purpose: '核对参保' })).body,
        await decide(number, 'EMPLOYMENT', labour),
        await decide(number, 'EMPLOYMENT', labour, { revision: 1 }),
        await decide(number, 'EMPLOYMENT', labour, { dryRun: true }),
      ];
    };
    const nowhere = await answers(ABSENT);
    expect(nowhere.slice(2)).toEqual(['notAllowed', 'notAllowed', 'notAllowed']);
    for (const { number } of [without, disputed, unsubmitted, decided]) {
      expect([number, ...(await answers(number))]).toEqual([number, ...nowhere]);
      const looks = await api.sql(
        `select action from audit_entry where record_number = $1 and actor = 'labour'`,
        [number],
      );
      expect(looks).toEqual([]);
    }
    const lifted = { number: disputed.number, reason: '派出所核实清楚' };
    await officer.request(UnfreezeRecordDocument, lifted);
    expect(await decide(disputed.number, 'EMPLOYMENT', labour)).toBe('DONE');
  });

  test('is refused before anything is read if it is no office of the joint review', async () => {
    const { number } = await submitted();
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    for (const person of [mother, officer, admin, registrar, city]) {
      const asked = await Promise.all([
        person.request(MyReviewItemsDocument, {}),
        person.request(ReviewTaskDocument, { number, kind: 'RESIDENCE' }),
        person.request(RevealReviewTaskDocument, { number, kind: 'RESIDENCE', purpose: '核对' }),
      ]);
      expect(asked.map(({ errors }) => errors?.[0]!.extensions.code)).toEqual([
        'FORBIDDEN',
        'FORBIDDEN',
        'FORBIDDEN',
      ]);
    }
  });

  test('is whoever held the role until a moment ago', async () => {
    const { number } = await submitted();
    const endsAt = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const input = { account: 'for a minute', name: '刘街道', ...STREET, subdistricts: ['示例街道'], endsAt };
    const { data } = await admin.request(GiveRoleDocument, { input });
    expect(data.giveRole).toMatchObject({ __typename: 'StaffGrant', subdistricts: ['示例街道'] });
    const person = await api.person('for a minute');
    expect(await task(number, 'RESIDENCE', person)).not.toBeNull();
    const before = api.clock.now();
    api.clock.advance(60);
    try {
      const later = await person.request(ReviewTaskDocument, { number, kind: 'RESIDENCE' });
      expect(later.errors![0]!.extensions.code).toBe('FORBIDDEN');
      expect(await decide(number, 'RESIDENCE', person)).toBe('FORBIDDEN');
    } finally {
      api.clock.set(before);
    }
  });

  test('is whoever handles the record as a guardian', async () => {
    const { number } = await submitted();
    const both = await api.person('mother', { roles: [STREET] });
    try {
      expect(await numbersOf(both)).not.toContain(number);
      expect(await task(number, 'RESIDENCE', both)).toBeNull();
      expect(await decide(number, 'RESIDENCE', both)).toBe('notAllowed');
    } finally {
      await api.grant('mother', []);
    }
  });
});

describe('a reviewer reads', () => {
  test('what the item is about, masked, and nothing else of the record', async () => {
    const { number, details, registered } = await submitted();
    const { body, data } = await labour.request(ReviewTaskDocument, { number, kind: 'EMPLOYMENT' });
    const shown = data.reviewTask!;
    expect(shown.sections.map(({ kind }) => kind)).toEqual(['EMPLOYMENT']);
    expect(shown.sections[0]!.lines.map(({ value }) => value)).toContain('示例公司');
    expect(shown.people.map(({ holder }) => holder)).toEqual(['FIRST_GUARDIAN', 'SECOND_GUARDIAN']);
    const second = details.secondGuardian!;
    const secrets = [
      registered.child.name,
      registered.child.documentNumber,
      registered.guardian.name,
      registered.guardian.documentNumber,
      registered.guardian.phone,
      second.name!,
      second.documentNumber!,
      second.phone!,
      '示例路 9 号',
      '备案2026-0000123',
      '1101999900001',
    ];
    for (const secret of secrets) expect(body).not.toContain(secret);
    const home = (await street.request(ReviewTaskDocument, { number, kind: 'RESIDENCE' })).body;
    expect(home).toContain('示例路 9 号');
    expect(home).not.toContain('备案2026-0000123');
    expect(home).not.toContain('示例公司');
  });

  test('whole names and numbers for a purpose, which the family finds with the item; never a phone', async () => {
    const { number, details, registered } = await submitted();
    const which = { number, kind: 'RESIDENCE' } as const;
    const reveal = async (purpose: string) =>
      (await street.request(RevealReviewTaskDocument, { ...which, purpose })).data.revealReviewTask;
    const personal = `核对${registered.guardian.name}的合同`;
    expect(await reveal(personal)).toMatchObject({ refusals: [{ rule: 'reasonPersonal' }] });
    expect(await reveal('')).toMatchObject({ refusals: [{ rule: 'required' }] });
    const shown = await reveal('到住建系统核对租赁备案');
    expect(shown).toMatchObject({
      __typename: 'ReviewTask',
      whole: true,
      people: [
        { name: registered.guardian.name, documentNumber: registered.guardian.documentNumber },
        { name: details.secondGuardian!.name },
      ],
    });
    expect(JSON.stringify(shown)).toContain('备案2026-0000123');
    expect(JSON.stringify(shown)).not.toContain(registered.guardian.phone);
    const trail = (await mother.request(AuditTrailDocument, { number })).data.auditTrail.edges;
    expect(trail.map(({ node }) => node).find(({ action }) => action === 'ITEM_REVEALED')).toMatchObject({
      actor: '东城区 街道审核人员',
      actorId: null,
      detail: expect.stringContaining('到住建系统核对租赁备案'),
    });
  });

  test('the head of the household masked, too', async () => {
    await share([{ kind: 'HOUSEHOLD_REGISTER', decider: 'PUBLIC_SECURITY' }]);
    const role = {
      ...LABOUR,
      department: 'PUBLIC_SECURITY',
      items: ['HOUSEHOLD_REGISTER'],
    } as const;
    const police = await api.person('police', { roles: [role] });
    const { number } = await submitted();
    const { body, data } = await police.request(ReviewTaskDocument, { number, kind: 'HOUSEHOLD_REGISTER' });
    expect(data.reviewTask!.people.map(({ holder }) => holder)).toContain('CHILD');
    expect(body).toContain('河北省示例县示例村 7 号');
    expect(body).not.toContain('测试户主');
  });

  test('each look is in the audit trail', async () => {
    const { number } = await submitted();
    await queue(street, { kind: 'RESIDENCE' });
    await task(number, 'RESIDENCE', street);
    const looks = await api.sql(
      `select action, actor, actor_role, district_code from audit_entry
       where record_number = $1 and action = 'ITEM_READ'
       or action = 'RECORDS_LISTED' and facts -> 'numbers' ? $1 order by action`,
      [number],
    );
    const by = { actor: 'street', actor_role: 'SUBDISTRICT_OFFICER', district_code: '01' };
    expect(looks).toEqual([
      { action: 'ITEM_READ', ...by },
      { action: 'RECORDS_LISTED', ...by },
    ]);
    const trail = (await mother.request(AuditTrailDocument, { number })).data.auditTrail.edges;
    expect(trail.map(({ node }) => node.action)).toEqual(
      expect.arrayContaining(['ITEM_READ', 'RECORDS_LISTED']),
    );
  });

  test('a list over two districts is in the trail of each, with what it showed of it', async () => {
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    const { revision } = (await other.request(JointReviewDocument, { district: '02' })).data.jointReview!;
    const deciders: typeof GIVEN = [{ kind: 'EMPLOYMENT', decider: 'HUMAN_RESOURCES' }];
    await other.request(SetJointReviewDocument, { district: '02', deciders, revision });
    const both = await api.person('both districts', {
      roles: [LABOUR, { ...LABOUR, district: '02' }],
    });
    const here = (await submitted()).number;
    const there = (await reviewable(api, mother, { district: '02' })).number;
    const since = api.clock.now();
    const shown = (await queue(both, { kind: 'EMPLOYMENT' })).nodes.map(({ number }) => number);
    expect(shown).toEqual(expect.arrayContaining([here, there]));
    const looks = await api.sql<{ role: string; district: string; numbers: string[] }>(
      `select actor_role as role, district_code as district, facts -> 'numbers' as numbers from audit_entry
       where action = 'RECORDS_LISTED' and actor = 'both districts' and at >= $1 order by district_code`,
      [since],
    );
    expect(looks.map(({ role, district }) => [role, district])).toEqual([
      ['DEPARTMENT_REVIEWER', '01'],
      ['DEPARTMENT_REVIEWER', '02'],
    ]);
    expect(looks[0]!.numbers).toContain(here);
    expect(looks[1]!.numbers).toEqual([there]);
    expect(looks.flatMap(({ numbers }) => numbers).toSorted()).toEqual(shown.toSorted());
  });

  test('an empty list is in the trail, too', async () => {
    const idle = await api.person('idle', { roles: [{ ...STREET, subdistricts: ['无人街道'] }] });
    expect((await queue(idle)).nodes).toEqual([]);
    const looks = await api.sql(
      `select district_code, facts -> 'numbers' as numbers from audit_entry where actor = 'idle'`,
    );
    expect(looks).toEqual([{ district_code: '01', numbers: [] }]);
  });
});

describe('the queue', () => {
  test('has what waits for the office, the longest waiting first, page by page, however its subdistrict was written', async () => {
    const road = await api.person('road', { roles: [{ ...STREET, subdistricts: ['长街道', '短街'] }] });
    const numbers: string[] = [];
    for (const subdistrict of ['长街道', '长', '别的街道', '长街道办事处', '短街']) {
      api.clock.advance(60);
      numbers.push((await submitted(subdistrict)).number);
    }
    const own = numbers.filter((_, at) => at !== 2);
    expect(await numbersOf(road)).toEqual(own);
    const first = await queue(road, { first: 3 });
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const next = await queue(road, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...next.nodes].map(({ number }) => number)).toEqual(own);
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect(first.nodes[0]).toMatchObject({ kind: 'RESIDENCE', child: expect.stringContaining('*') });
    expect(await decide(own[0]!, 'RESIDENCE', road)).toBe('DONE');
    expect(await numbersOf(road)).toEqual(own.slice(1));
    expect((await queue(road, { kind: 'EMPLOYMENT' })).nodes).toEqual([]);
    const another = await road.request(MyReviewItemsDocument, {
      kind: 'OTHER',
      after: first.pageInfo.endCursor,
    });
    expect(another.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('of many costs as many statements as of one', async () => {
    const lane = await api.person('lane', { roles: [{ ...STREET, subdistricts: ['巷'] }] });
    await submitted('巷');
    const sent = new SentStatements();
    try {
      const one = await sent.of(() => queue(lane));
      for (let n = 0; n < 3; n += 1) await submitted('巷');
      const many = await sent.of(() => queue(lane));
      expect(many).toHaveLength(one.length);
    } finally {
      sent.stop();
    }
  });
});

describe('two at once', () => {
  test('an administrator and a reviewer on one item: one decides, the other is told', async () => {
    const { number } = await submitted();
    const { revision } = (await task(number, 'RESIDENCE', street))!;
    const outcomes = await Promise.all([
      decide(number, 'RESIDENCE', street, { revision }),
      decide(number, 'RESIDENCE', admin, { revision, status: 'FAILED', reason: '不符' }),
      decide(number, 'RESIDENCE', street, { revision, status: 'FAILED', reason: '不符' }),
    ]);
    expect(outcomes.toSorted()).toEqual(['DONE', 'changedMeanwhile', 'changedMeanwhile']);
    const { history } = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
    expect(history.filter(({ kind }) => /^ITEM_(PASSED|FAILED)$/.test(kind))).toHaveLength(1);
  });

  test('reviewers of different items, the last of whom approves the record, once', async () => {
    const { number } = await submitted();
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT'] as const)
      await decide(number, kind, officer);
    const outcomes = await Promise.all([
      decide(number, 'RESIDENCE', street),
      decide(number, 'EMPLOYMENT', labour),
    ]);
    expect(outcomes).toEqual(['DONE', 'DONE']);
    const { history } = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
    expect(history.filter(({ kind }) => kind === 'APPROVED')).toHaveLength(1);
    // A decision that comes too late says nothing of how the record stands.
    expect(await decide(number, 'RESIDENCE', street)).toBe('notAllowed');
    expect(await task(number, 'RESIDENCE', street)).toBeNull();
  });

  test('administrators who set who decides: one does, the other is told by whom', async () => {
    const { revision } = (await admin.request(JointReviewDocument, { district: '01' })).data.jointReview!;
    const set = async (decider: ItemDecider) =>
      (
        await admin.request(SetJointReviewDocument, {
          district: '01',
          deciders: [{ kind: 'GROUND', decider }],
          revision,
        })
      ).data.setJointReview;
    const both = await Promise.all([set('TAXATION'), set('PLANNING')]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['JointReview', 'Refused']);
    expect(both.find(({ __typename }) => __typename === 'Refused')).toMatchObject({
      refusals: [{ rule: 'editedMeanwhile' }],
    });
  });
});

describe('where the subdistrict is first', () => {
  const order = async (chosen: ReviewOrder, by = admin) => {
    const now = (await admin.request(JointReviewDocument, { district: '01' })).data.jointReview!;
    const asked = { district: '01', deciders: [], revision: now.revision, order: chosen };
    return by.request(SetJointReviewDocument, asked);
  };
  const needing = async (person = officer) => {
    const filter = { needsDecision: true, district: '01' };
    const { data } = await person.request(RecordListDocument, { filter, first: 100 });
    return data.collectionRecords.edges.map(({ node }) => node.number);
  };
  const waitingIn = async (number: string, person = officer) => {
    const { data } = await person.request(RecordFileDocument, { number });
    const { reviewItems } = data.collectionRecord!;
    return reviewItems.flatMap(({ kind, waitsForStreet }) => (waitsForStreet ? [kind] : []));
  };
  beforeEach(async () => {
    await order('STREET_FIRST');
    await api.reference.settle();
  });
  afterEach(async () => {
    await order('ONLINE_FIRST');
    await api.reference.settle();
  });

  test('the others find the record, and decide their items, once it has decided its own', async () => {
    const { number } = await submitted();
    const others = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'EMPLOYMENT'];
    expect((await waitingIn(number)).toSorted()).toEqual(others.toSorted());
    expect(await waitingIn(number, mother)).toHaveLength(3);
    expect(await needing()).not.toContain(number);
    expect(await numbersOf(labour)).not.toContain(number);
    expect(await task(number, 'EMPLOYMENT', labour)).toBeNull();
    expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('streetFirst');
    expect(await decide(number, 'EMPLOYMENT', labour)).toBe('notAllowed');
    expect(await numbersOf(street)).toContain(number);

    expect(await decide(number, 'RESIDENCE', street)).toBe('DONE');
    expect(await waitingIn(number)).toEqual([]);
    expect(await needing()).toContain(number);
    expect(await numbersOf(labour)).toContain(number);
    expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('DONE');
    expect(await decide(number, 'EMPLOYMENT', labour)).toBe('DONE');
  });

  test('what it has returned is its own again once the family has submitted it again', async () => {
    const { number, details } = await submitted();
    const why = { status: 'RETURNED', reason: '租赁备案号查不到' };
    expect(await decide(number, 'RESIDENCE', street, why)).toBe('DONE');
    expect(await waitingIn(number)).toEqual([]);
    const { version } = (await mother.request(RecordFileDocument, { number })).data.collectionRecord!;
    const residence = { ...details.residence, address: '示例胡同 99 号' };
    const again = { number, input: { ...details, version, residence } };
    const { data } = await mother.request(SubmitDetailsDocument, again);
    expect(data.submitDetails).toMatchObject({ stage: 'IDENTITY_VERIFIED' });
    expect(await waitingIn(number)).toContain('EMPLOYMENT');
    expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('streetFirst');
  });

  test('nothing is stuck: an administrator goes ahead, and a change of the order holds at once', async () => {
    const { number } = await submitted();
    expect(await needing(admin)).toContain(number);
    expect(await decide(number, 'HOUSEHOLD_REGISTER', admin)).toBe('DONE');
    expect(await decide(number, 'RESIDENCE_PERMIT', officer)).toBe('streetFirst');
    await order('ONLINE_FIRST');
    await api.reference.settle();
    expect(await needing()).toContain(number);
    expect(await numbersOf(labour)).toContain(number);
    expect(await decide(number, 'RESIDENCE_PERMIT', officer)).toBe('DONE');
    // Where the subdistrict was given nothing, nobody waits for it.
    await order('STREET_FIRST');
    await share([{ kind: 'RESIDENCE', decider: 'DISTRICT' }]);
    await api.reference.settle();
    expect(await waitingIn(number)).toEqual([]);
    expect(await decide(number, 'RESIDENCE', officer)).toBe('DONE');
  });

  test('a home that no subdistrict of the district has does not wait', async () => {
    const { number } = await submitted(undefined);
    await api.sql(`update collection_record set residence_subdistrict = null where number = $1`, [number]);
    expect(await waitingIn(number)).toEqual([]);
    expect(await needing()).toContain(number);
    expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('DONE');
  });

  test('is said in a version, by administrators of the district alone', async () => {
    const set = (await order('ONLINE_FIRST')).data.setJointReview;
    if (set.__typename !== 'JointReview') throw new Error(JSON.stringify(set));
    expect(set).toMatchObject({ order: 'ONLINE_FIRST' });
    expect(set.editions[0]!.changes).toEqual([
      expect.objectContaining({ field: 'order', before: '街道先行', after: '网上先行' }),
    ]);
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    for (const person of [other, officer, street]) {
      const { errors } = await order('STREET_FIRST', person);
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('work that a district gives to different offices by its kind', () => {
  const MARKET = { role: 'DEPARTMENT_REVIEWER', district: '01', items: ['EMPLOYMENT'] } as const;
  const work = (guardian: 'FIRST' | 'SECOND', kind: EmploymentKind) => ({
    guardian,
    kind,
    ...(kind === 'FLEXIBLE' ? {} : { employerName: '示例商店', employerCreditCode: '91119999MA0000000W' }),
    ...(kind === 'EMPLOYED' ? { insuredDistrict: '01' } : {}),
  });
  const BUSINESS = { kind: 'EMPLOYMENT', part: 'OWN_BUSINESS', decider: 'MARKET_REGULATION' } as const;
  const TOGETHER = { kind: 'EMPLOYMENT', decider: 'HUMAN_RESOURCES' } as const;
  const undo = [
    { ...TOGETHER, part: 'OWN_BUSINESS' as const },
    { ...TOGETHER, part: 'MIXED' as const },
  ];
  afterEach(() => share(undo));
  let market: Person;
  beforeEach(async () => {
    market = await api.person('market', { roles: [{ ...MARKET, department: 'MARKET_REGULATION' }] });
    await share([BUSINESS, { kind: 'EMPLOYMENT', part: 'MIXED', decider: 'DISTRICT' }]);
    await api.reference.settle();
  });
  const withWork = async (first: EmploymentKind, second: EmploymentKind) => {
    const employments = [work('FIRST', first), work('SECOND', second)];
    return submitted(undefined, mother, { employments });
  };
  const deciderOf = async (number: string) =>
    (await officer.request(OfficeRecordDocument, { number })).data.collectionRecord!.reviewItems.find(
      ({ kind }) => kind === 'EMPLOYMENT',
    )!.decider;

  test('goes to the office of its kind: queue, record and decision', async () => {
    const { number } = await withWork('SELF_EMPLOYED', 'SHAREHOLDER');
    expect(await numbersOf(market)).toContain(number);
    expect(await numbersOf(labour)).not.toContain(number);
    expect(await task(number, 'EMPLOYMENT', labour)).toBeNull();
    expect(await task(number, 'EMPLOYMENT', market)).not.toBeNull();
    expect(await deciderOf(number)).toBe('MARKET_REGULATION');
    expect(await decide(number, 'EMPLOYMENT', labour)).toBe('notAllowed');
    expect(await decide(number, 'EMPLOYMENT', officer)).toBe('itemOfOthers');
    expect(await decide(number, 'EMPLOYMENT', market)).toBe('DONE');
  });

  test('stays with the rest where nothing else is said, and guardians of different work are a part of their own', async () => {
    const employed = await withWork('EMPLOYED', 'EMPLOYED');
    expect(await deciderOf(employed.number)).toBe('HUMAN_RESOURCES');
    expect(await numbersOf(labour)).toContain(employed.number);
    expect(await numbersOf(market)).not.toContain(employed.number);
    const mixed = await withWork('EMPLOYED', 'SELF_EMPLOYED');
    expect(await deciderOf(mixed.number)).toBe('DISTRICT');
    for (const reviewer of [labour, market]) {
      expect(await numbersOf(reviewer)).not.toContain(mixed.number);
      expect(await decide(mixed.number, 'EMPLOYMENT', reviewer)).toBe('notAllowed');
    }
    expect(await decide(mixed.number, 'EMPLOYMENT', officer)).toBe('DONE');
  });

  test('needs no decision of an officer once only the other offices’ part is open', async () => {
    const needing = async () => listedNumbers(officer, { needsDecision: true, district: '01' });
    const [business, mixed] = [
      await withWork('SELF_EMPLOYED', 'SELF_EMPLOYED'),
      await withWork('EMPLOYED', 'FLEXIBLE'),
    ];
    for (const { number } of [business, mixed]) {
      expect(await decide(number, 'RESIDENCE', street)).toBe('DONE');
      expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('DONE');
      expect(await decide(number, 'RESIDENCE_PERMIT', officer)).toBe('DONE');
    }
    expect(await needing()).toContain(mixed.number);
    expect(await needing()).not.toContain(business.number);
  });

  test('goes to another office when the family submits other work', async () => {
    const { number, details } = await withWork('SELF_EMPLOYED', 'SELF_EMPLOYED');
    expect(await decide(number, 'EMPLOYMENT', market, { status: 'RETURNED', reason: '执照查不到' })).toBe(
      'DONE',
    );
    const { data } = await mother.request(SubmitDetailsDocument, {
      number,
      input: {
        ...details,
        version: details.version + 1,
        employments: [work('FIRST', 'EMPLOYED'), work('SECOND', 'EMPLOYED')],
      },
    });
    expect(data.submitDetails).toMatchObject({ __typename: 'CollectionRecord' });
    expect(await deciderOf(number)).toBe('HUMAN_RESOURCES');
    expect(await numbersOf(market)).not.toContain(number);
    expect(await numbersOf(labour)).toContain(number);
  });

  test('goes to the office of what is submitted now while it waits, too; what was decided stays decided', async () => {
    const { number, details } = await withWork('SELF_EMPLOYED', 'SHAREHOLDER');
    // As it was laid while the district did not ask for work yet.
    await api.sql(
      `update review_item set part = 'WHOLE' where kind = 'EMPLOYMENT' and record_id =
       (select id from collection_record where number = $1)`,
      [number],
    );
    expect(await deciderOf(number)).toBe('HUMAN_RESOURCES');
    expect(await decide(number, 'HOUSEHOLD_REGISTER', officer)).toBe('DONE');
    const why = { status: 'RETURNED', reason: '租赁备案号查不到' };
    expect(await decide(number, 'RESIDENCE', street, why)).toBe('DONE');
    const { version } = (await mother.request(RecordFileDocument, { number })).data.collectionRecord!;
    const again = { number, input: { ...details, version } };
    const { data } = await mother.request(SubmitDetailsDocument, again);
    expect(data.submitDetails).toMatchObject({ stage: 'IDENTITY_VERIFIED' });
    expect(await deciderOf(number)).toBe('MARKET_REGULATION');
    expect(await numbersOf(market)).toContain(number);
    const { reviewItems } = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
    const statuses = Object.fromEntries(reviewItems.map(({ kind, status }) => [kind, status]));
    expect(statuses).toMatchObject({
      HOUSEHOLD_REGISTER: 'PASSED',
      RESIDENCE: 'PENDING',
      EMPLOYMENT: 'PENDING',
    });
  });

  test('is tried before it is set, and told in versions', async () => {
    const { number } = await withWork('PARTNER', 'PARTNER');
    const taxed = [{ ...BUSINESS, decider: 'TAXATION' as const }];
    const tried = (await share(taxed, { dryRun: true })).data.setJointReview;
    if (tried.__typename !== 'JointReview') throw new Error(JSON.stringify(tried));
    const partIn = ({ items }: typeof tried) =>
      items.find(({ kind }) => kind === 'EMPLOYMENT')!.parts.find(({ part }) => part === 'OWN_BUSINESS')!
        .decider;
    expect(partIn(tried)).toBe('TAXATION');
    expect(tried.moving).toBeGreaterThan(0);
    expect(await deciderOf(number)).toBe('MARKET_REGULATION');
    const now = (await admin.request(JointReviewDocument, { district: '01' })).data.jointReview!;
    expect(now).toMatchObject({ revision: tried.revision, moving: null });
    const set = (await share(taxed)).data.setJointReview;
    expect(set).toMatchObject({ revision: tried.revision + 1, moving: tried.moving });
    if (set.__typename !== 'JointReview') throw new Error(JSON.stringify(set));
    expect(set.editions[0]!.changes).toEqual([
      expect.objectContaining({
        label: '在京务工就业材料（企业法定代表人、股东、合伙人、个体工商户）',
        before: '市场监管',
        after: '税务',
      }),
    ]);
  });

  test('a version tells what has changed, and nothing of a part that stays where it was', async () => {
    const changesOf = async (...changes: ItemDeciderInput[]) => {
      const { setJointReview } = (await share(changes)).data;
      if (setJointReview.__typename !== 'JointReview') throw new Error(JSON.stringify(setJointReview));
      return setJointReview.editions[0]!.changes.map(({ field, before, after }) => [field, before, after]);
    };
    const alone = { kind: 'EMPLOYMENT', part: 'WHOLE' } as const;
    expect(await changesOf({ ...alone, decider: 'MARKET_REGULATION' })).toEqual([
      ['EMPLOYMENT', '人力社保', '市场监管'],
    ]);
    expect(await changesOf({ ...alone, decider: 'HUMAN_RESOURCES' })).toEqual([
      ['EMPLOYMENT', '市场监管', '人力社保'],
    ]);
    expect(await changesOf({ ...TOGETHER, part: 'OWN_BUSINESS' })).toEqual([
      ['EMPLOYMENT.OWN_BUSINESS', '市场监管', '人力社保'],
    ]);
  });

  test('moves what waits for an office: nothing disputed, of another season or of another part', async () => {
    const [own, disputed, earlier] = [
      await withWork('SHAREHOLDER', 'SELF_EMPLOYED'),
      await withWork('PARTNER', 'PARTNER'),
      await withWork('PARTNER', 'PARTNER'),
    ];
    await withWork('EMPLOYED', 'EMPLOYED');
    const taxed = [{ ...BUSINESS, decider: 'TAXATION' as const }];
    // What other tests have left waiting is decided.
    await api.sql(
      `update review_item set status = 'PASSED' where kind = 'EMPLOYMENT' and record_id not in
       (select id from collection_record where number = any($1))`,
      [[own, disputed, earlier].map(({ number }) => number)],
    );
    const moving = async () => {
      const { setJointReview } = (await share(taxed, { dryRun: true })).data;
      return setJointReview.__typename === 'JointReview' ? setJointReview.moving : setJointReview;
    };
    expect(await moving()).toBe(3);
    const reason = '两家都说是自己孩子的证件';
    await officer.request(FreezeRecordDocument, { number: disputed.number, reason });
    expect(await moving()).toBe(2);
    await api.sql(
      `with past as (update collection_record set season = season - 1 where number = $1 returning id),
        children as (update child set season = season - 1 where record_id in (select id from past))
       update guardian set season = season - 1 where record_id in (select id from past)`,
      [earlier.number],
    );
    expect(await moving()).toBe(1);
    expect((await share(taxed)).data.setJointReview).toMatchObject({ moving: 1 });
  });

  test('is counted before the district is held, and neither for a trial nor where nothing changes is it held', async () => {
    const sent = new SentStatements();
    const taxed = [{ ...BUSINESS, decider: 'TAXATION' as const }];
    const steps = async (...asked: Parameters<typeof share>) =>
      (await sent.of(() => share(...asked))).flatMap((text) => [
        ...(/count\(\*\)/.test(text) && text.includes('review_item') ? ['counted'] : []),
        ...(/"district".* for no key update/s.test(text) ? ['held'] : []),
      ]);
    try {
      expect(await steps(taxed, { dryRun: true })).toEqual(['counted']);
      expect(await steps(taxed)).toEqual(['counted', 'held']);
      expect(await steps(taxed)).toEqual([]);
    } finally {
      sent.stop();
    }
  });

  test('is divided by nothing else', async () => {
    const wrong = [{ kind: 'RESIDENCE', part: 'EMPLOYED', decider: 'HOUSING' }] as const;
    expect((await share([...wrong])).data.setJointReview).toMatchObject({
      refusals: [{ rule: 'itemNotDivided', field: 'deciders.RESIDENCE.EMPLOYED' }],
    });
  });
});

describe('who decides what', () => {
  test('is set by administrators of the district, in versions, and read by nobody else', async () => {
    const set = (await share([{ kind: 'RESIDENCE_PERMIT', decider: 'PUBLIC_SECURITY' }])).data.setJointReview;
    if (set.__typename !== 'JointReview') throw new Error(JSON.stringify(set));
    expect(set.items.find(({ kind }) => kind === 'RESIDENCE_PERMIT')).toMatchObject({ deciderLabel: '公安' });
    expect(set.editions[0]!.changes).toEqual([
      expect.objectContaining({ field: 'RESIDENCE_PERMIT', before: '区教委', after: '公安' }),
    ]);
    const [entry] = await api.sql(
      `select actor_role, district_code from audit_entry where action = 'JOINT_REVIEW_SET' order by id desc limit 1`,
    );
    expect(entry).toEqual({ actor_role: 'DISTRICT_ADMIN', district_code: '01' });
    // The same again is no version.
    expect(
      (await share([{ kind: 'RESIDENCE_PERMIT', decider: 'PUBLIC_SECURITY' }])).data.setJointReview,
    ).toMatchObject({
      revision: set.revision,
    });
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    expect((await other.request(JointReviewDocument, { district: '01' })).data.jointReview).toBeNull();
    const change = { district: '01', deciders: GIVEN, revision: set.revision };
    for (const person of [other, officer, street, mother]) {
      const { errors } = await person.request(SetJointReviewDocument, change);
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    const absent = await other.request(SetJointReviewDocument, { ...change, district: '99' });
    expect(absent.body).toBe((await other.request(SetJointReviewDocument, change)).body);
  });

  test('is refused for the identity check, for an item named twice, and on an old version', async () => {
    const rulesOf = async (deciders: typeof GIVEN, revision?: number) => {
      const now = (await admin.request(JointReviewDocument, { district: '01' })).data.jointReview!;
      const asked = { district: '01', deciders, revision: revision ?? now.revision };
      const { setJointReview } = (await admin.request(SetJointReviewDocument, asked)).data;
      return setJointReview.__typename === 'Refused' ? setJointReview.refusals.map(({ rule }) => rule) : [];
    };
    expect(await rulesOf([{ kind: 'IDENTITY_AND_HUKOU', decider: 'PUBLIC_SECURITY' }] as never)).toEqual([
      'itemStays',
    ]);
    expect(await rulesOf([GIVEN[0]!, GIVEN[0]!])).toEqual(['entryTwice']);
    expect(await rulesOf([{ kind: 'GROUND', decider: 'HOUSING' }] as never, 0)).toEqual(['editedMeanwhile']);
  });

  test('stands at each item of the record, for the district and the family', async () => {
    const { number } = await submitted();
    for (const person of [officer, mother]) {
      const { reviewItems } = (await person.request(RecordFileDocument, { number })).data.collectionRecord!;
      const deciders = Object.fromEntries(reviewItems.map(({ kind, decider }) => [kind, decider]));
      expect(deciders).toMatchObject({
        IDENTITY_AND_HUKOU: 'DISTRICT',
        RESIDENCE: 'SUBDISTRICT',
        EMPLOYMENT: 'HUMAN_RESOURCES',
        HOUSEHOLD_REGISTER: 'DISTRICT',
      });
    }
    expect(ITEMS).toContain('RESIDENCE');
  });
});

test('the role of a reviewer is given with what it is bound to, audited and told', async () => {
  const endsAt = new Date(api.clock.now().getTime() + 86_400_000).toISOString();
  const give = async (more: object, by = admin) =>
    (
      await by.request(GiveRoleDocument, {
        input: {
          account: 'new-reviewer',
          name: '林人社',
          district: '01',
          role: 'DEPARTMENT_REVIEWER',
          endsAt,
          ...more,
        },
      })
    ).data?.giveRole;
  const rulesIn = (given: Awaited<ReturnType<typeof give>>) =>
    given?.__typename === 'Refused' ? given.refusals.map(({ rule, field }) => [rule, field]) : [];
  expect(rulesIn(await give({}))).toEqual([['grantPlace', 'department']]);
  expect(rulesIn(await give({ department: 'HUMAN_RESOURCES' }))).toEqual([['grantPlace', 'items']]);
  expect(rulesIn(await give({ department: 'HUMAN_RESOURCES', items: ['IDENTITY_AND_HUKOU'] }))).toEqual([
    ['grantPlace', 'items'],
  ]);
  const bound = { department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT', 'EMPLOYMENT'] };
  expect(await give(bound, await staff(api, 'MUNICIPAL_ADMIN'))).toBeUndefined();
  const given = await give(bound);
  if (given?.__typename !== 'StaffGrant') throw new Error(JSON.stringify(given));
  expect(given).toMatchObject({ department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'], told: false });
  const [entry] = await api.sql<{ facts: object }>(
    `select facts from audit_entry where action = 'ROLE_GIVEN' order by id desc limit 1`,
  );
  expect(entry!.facts).toMatchObject({ department: 'HUMAN_RESOURCES', items: 'EMPLOYMENT' });
  const { editions } = (await admin.request(StaffGrantDocument, { id: given.id })).data.staffGrant!;
  expect(editions[0]!.changes.map(({ field, after }) => [field, after])).toEqual(
    expect.arrayContaining([
      ['department', '人力社保'],
      ['items', '在京务工就业材料'],
    ]),
  );
  const reviewer = await api.person('new-reviewer');
  expect((await reviewer.request(MyRolesDocument)).data.myRoles[0]).toMatchObject({ items: ['EMPLOYMENT'] });
});
