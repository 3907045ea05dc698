import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ChangeRoleEndDocument,
  DashboardDocument,
  GiveRoleDocument,
  MyRolesDocument,
  NoteMyRolesDocument,
  RecordDocument,
  StaffCalledDocument,
  StaffGrantDocument,
  StaffGrantsDocument,
  TakeRoleDocument,
  ViewerDocument,
  type GiveRoleInput,
} from '@enrolment/schema/client';
import { asRole } from '../../src/database/orm.js';
import { setUp } from '../../src/setup/setup.service.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let city: Person;
let admin: Person;
let colleague: Person;
let number: string;
beforeAll(async () => {
  api = await startApi({ worker: false });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  colleague = await api.person('colleague', { roles: [{ role: 'DISTRICT_ADMIN', district: '01' }] });
  ({ number } = await register(api, await api.person('mother')));
});
afterAll(() => api.stop());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(api.clock.now().getTime() + days * DAY_MS).toISOString();
let accounts = 0;
const anAccount = () => `account-${(accounts += 1)}`;
const give = async (input: Partial<GiveRoleInput> = {}, by = admin) =>
  by.request(GiveRoleDocument, {
    input: {
      account: anAccount(),
      name: '陈审核',
      role: 'DISTRICT_OFFICER',
      district: '01',
      endsAt: inDays(100),
      ...input,
    },
  });
const given = async (...how: Parameters<typeof give>) => {
  const { data, errors } = await give(...how);
  if (data?.giveRole.__typename !== 'StaffGrant') throw new Error(JSON.stringify(errors ?? data));
  return data.giveRole;
};
const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];
const rolesOf = async (person: Person) =>
  (await person.request(ViewerDocument)).data.viewer!.roles.map(({ role, district, school }) => [
    role,
    district?.code ?? null,
    school?.code ?? null,
  ]);
const rulesIn = (result: { __typename: string; refusals?: { rule: string }[] }) =>
  result.refusals?.map(({ rule }) => rule) ?? result.__typename;
const sees = async (person: Person) =>
  (await person.request(RecordDocument, { number })).data?.collectionRecord != null;

describe('what somebody may', () => {
  test('is what she was given here, whatever the provider’s token says', async () => {
    const token = await api.issuer.sign(
      {
        sub: 'claims a lot',
        name: '王',
        roles: [{ role: 'MUNICIPAL_ADMIN' }, { role: 'DISTRICT_ADMIN', district: '01' }],
      },
      { at: api.clock.now() },
    );
    const { data } = await api.raw(ViewerDocument, undefined, { authorization: `Bearer ${token}` });
    expect(data.viewer).toMatchObject({ account: 'claims a lot', roles: [] });
    const asked = await api.raw(RecordDocument, { number }, { authorization: `Bearer ${token}` });
    expect(asked.data.collectionRecord).toBeNull();
  });

  test('begins and ends at its moments, in the middle of a session', async () => {
    const { account } = await given({ beginsAt: inDays(1), endsAt: inDays(2) });
    const officer = await api.person(account);
    const before = api.clock.now();
    expect([await sees(officer), await rolesOf(officer)]).toEqual([false, []]);
    const long = await api.issuer.sign(
      { sub: account, name: '陈', exp: Math.floor(before.getTime() / 1000) + 4 * 86_400 },
      { at: before },
    );
    const holds = async () => {
      const { data } = await api.raw(ViewerDocument, undefined, { authorization: `Bearer ${long}` });
      return data.viewer!.roles.length;
    };
    try {
      api.clock.set(new Date(before.getTime() + DAY_MS));
      expect(await holds()).toBe(1);
      api.clock.set(new Date(before.getTime() + 2 * DAY_MS - 1));
      expect(await holds()).toBe(1);
      api.clock.set(new Date(before.getTime() + 2 * DAY_MS));
      expect(await holds()).toBe(0);
      const { data, errors } = await api.raw(RecordDocument, { number }, { authorization: `Bearer ${long}` });
      expect([data.collectionRecord, errors]).toEqual([null, undefined]);
    } finally {
      api.clock.set(before);
    }
  });

  test('is gone from the next request on once it is taken, in every process', async () => {
    const { id, account, revision } = await given();
    const officer = await api.person(account);
    const other = await api.anotherProcess();
    const elsewhere = async () =>
      (await other.request(RecordDocument, { number }, officer)).data.collectionRecord !== null;
    try {
      expect([await sees(officer), await elsewhere()]).toEqual([true, true]);
      expect((await admin.request(TakeRoleDocument, { id, revision })).data.takeRole).toMatchObject({
        state: 'TAKEN',
        mayTake: false,
      });
      expect([await sees(officer), await elsewhere()]).toEqual([false, false]);
      const { errors } = await officer.request(DashboardDocument, { district: '01' } as never);
      expect(errors).toMatchObject(FORBIDDEN);
    } finally {
      await other.stop();
    }
  });
});

test('a process that hears of changes reads the roles of staff alone, and no family waits for it', async () => {
  const hearing = await startApi({ worker: false });
  const statements = new SentStatements();
  try {
    await hearing.reference.listen(asRole(hearing.database.servingUrl, 'enrolment_app'));
    const [mother, officer] = [
      await hearing.person('mother'),
      await staff(hearing, 'DISTRICT_OFFICER', { district: '01' }),
    ];
    const lookupsOf = async (person: Person) => {
      await person.request(ViewerDocument);
      await statements.of(() => person.request(ViewerDocument));
      return statements.lookups;
    };
    expect([await lookupsOf(mother), await lookupsOf(officer)]).toEqual([0, 1]);
    await hearing.grant('mother', [{ role: 'DISTRICT_OFFICER', district: '01' }]);
    expect(await rolesOf(mother)).toEqual([['DISTRICT_OFFICER', '01', null]]);
  } finally {
    statements.stop();
    await hearing.stop();
  }
});

describe('a role', () => {
  test('is given by the city to administrators, and by a district to its own people', async () => {
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    const mother = await api.person('mother');
    const DISTRICT_ADMIN = { role: 'DISTRICT_ADMIN' } as const;
    const CITY = { role: 'MUNICIPAL_ADMIN', district: null } as const;
    const REGISTRAR = { role: 'SCHOOL_REGISTRAR', school: '0101' } as const;
    for (const [by, input] of [
      [city, DISTRICT_ADMIN],
      [city, CITY],
      [admin, {}],
      [admin, REGISTRAR],
    ] as const) {
      expect((await given(input, by)).state).toBe('HOLDS');
    }
    for (const [by, input] of [
      [city, {}],
      [city, REGISTRAR],
      [admin, DISTRICT_ADMIN],
      [admin, CITY],
      [admin, { district: '02' }],
      [admin, { district: '99' }],
      [admin, { role: 'DISTRICT_SYSTEM' }],
      [admin, { role: 'GUARDIAN', district: null }],
      [officer, {}],
      [registrar, REGISTRAR],
      [mother, {}],
    ] as const) {
      expect((await give(input, by)).errors).toMatchObject(FORBIDDEN);
    }
    expect((await give({}, api.nobody)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('is refused for oneself, for a school elsewhere, for whoever has it, and without an end', async () => {
    const refused = async (input: Partial<GiveRoleInput>) => rulesIn((await give(input)).data.giveRole);
    expect(await refused({ account: admin.subject })).toEqual(['grantOfOneself']);
    expect(await refused({ role: 'SCHOOL_REGISTRAR', school: '0201' })).toEqual(['grantPlace']);
    expect(await refused({ role: 'SCHOOL_REGISTRAR', school: '0199' })).toEqual(['grantPlace']);
    expect(await refused({ role: 'SCHOOL_REGISTRAR' })).toEqual(['grantPlace']);
    expect(await refused({ endsAt: inDays(0) })).toEqual(['grantDates']);
    expect(await refused({ endsAt: inDays(1_097) })).toEqual(['grantDates']);
    expect(await refused({ account: ' ', name: '' })).toEqual(['required', 'required']);
    const { account } = await given();
    expect(await refused({ account })).toEqual(['grantTwice']);
    expect(await refused({ account, beginsAt: inDays(200), endsAt: inDays(300) })).toEqual(['grantTwice']);
    expect(await refused({ account, role: 'SCHOOL_REGISTRAR', school: '0101' })).toBe('StaffGrant');
  });

  test('does not begin before it is given', async () => {
    const { beginsAt } = await given({ beginsAt: inDays(-30) });
    expect(beginsAt).toBe(api.clock.now().toISOString());
  });

  test('given by fifty at once is given once', async () => {
    const account = anAccount();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => give({ account }, n % 2 ? admin : colleague)),
    );
    const results = answers.map(({ data }) => rulesIn(data.giveRole));
    expect(results.filter((one) => one === 'StaffGrant')).toHaveLength(1);
    expect(results.filter((one) => one !== 'StaffGrant')).toEqual(Array(49).fill(['grantTwice']));
  });

  test('that has ended is given anew, and the one before stays as it was', async () => {
    const { id, account } = await given({ endsAt: inDays(1) });
    const before = api.clock.now();
    try {
      api.clock.set(new Date(before.getTime() + 2 * DAY_MS));
      const [again, officer] = [
        await staff(api, 'DISTRICT_ADMIN', { district: '01' }),
        await api.person(account),
      ];
      expect(await rolesOf(officer)).toEqual([]);
      const newer = await given({ account, endsAt: inDays(10) }, again);
      expect(await rolesOf(officer)).toEqual([['DISTRICT_OFFICER', '01', null]]);
      const { staffGrant } = (await again.request(StaffGrantDocument, { id })).data;
      expect(staffGrant).toMatchObject({ state: 'ENDED', mayChangeEnd: false, mayTake: false });
      const change = await again.request(ChangeRoleEndDocument, { id, revision: 1, endsAt: inDays(20) });
      expect(rulesIn(change.data.changeRoleEnd)).toEqual(['grantOver']);
      expect(newer.id).not.toBe(id);
    } finally {
      api.clock.set(before);
    }
  });
});

describe('a change', () => {
  test('of its end is a version of its own, and the second of two administrators is told', async () => {
    const { id, revision } = await given();
    const end = (by: Person, seen: number, days: number) =>
      by.request(ChangeRoleEndDocument, { id, revision: seen, endsAt: inDays(days) });
    const [first, second] = await Promise.all([end(admin, revision, 200), end(colleague, revision, 300)]);
    const results = [first, second].map(({ data }) => rulesIn(data.changeRoleEnd));
    expect(results.filter((one) => one === 'StaffGrant')).toHaveLength(1);
    expect(results).toContainEqual(['editedMeanwhile']);
    const { staffGrant } = (await admin.request(StaffGrantDocument, { id })).data;
    expect(staffGrant).toMatchObject({ revision: 2 });
    expect(staffGrant!.editions.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ['endsAt'],
      ['account', 'name', 'role', 'district', 'beginsAt', 'endsAt'],
    ]);
    expect(rulesIn((await end(admin, 2, 1_097)).data.changeRoleEnd)).toEqual(['grantDates']);
  });

  test('that changes nothing is no version, and its holder is not told anew', async () => {
    const { id, account, revision } = await given({ endsAt: inDays(100) });
    const holder = await api.person(account);
    await holder.request(NoteMyRolesDocument);
    const same = await admin.request(ChangeRoleEndDocument, { id, revision, endsAt: inDays(100) });
    expect(same.data.changeRoleEnd).toMatchObject({ revision });
    expect((await holder.request(MyRolesDocument)).data.myRoles).toMatchObject([{ told: true }]);
    const trail = await api.sql(
      `select from audit_entry where action = 'ROLE_END_CHANGED' and subject = $1`,
      [id],
    );
    expect(trail).toEqual([]);
  });

  test('is for whoever gives such a role; the city takes every one, and nobody her own', async () => {
    const officer = await given();
    const take = (by: Person, id: string, revision: number) => by.request(TakeRoleDocument, { id, revision });
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    const end = await city.request(ChangeRoleEndDocument, { id: officer.id, revision: 1, endsAt: inDays(9) });
    expect(end.errors).toMatchObject(FORBIDDEN);
    const absent = '00000000-0000-7000-8000-000000000000';
    const strip = ({ body }: { body: string }) => body;
    expect(strip(await take(other, officer.id, 1))).toBe(strip(await take(other, absent, 1)));
    expect((await take(other, officer.id, 1)).errors).toMatchObject(FORBIDDEN);
    const readBy = async (by: Person) =>
      (await by.request(StaffGrantDocument, { id: officer.id })).data.staffGrant;
    expect([await readBy(other), (await readBy(city))?.mayTake, (await readBy(city))?.mayChangeEnd]).toEqual([
      null,
      true,
      false,
    ]);
    expect(rulesIn((await take(city, officer.id, 1)).data.takeRole)).toBe('StaffGrant');
    const own = (await admin.request(MyRolesDocument)).data.myRoles[0]!;
    expect([own.mayTake, own.mayChangeEnd]).toEqual([false, false]);
    expect(rulesIn((await take(admin, own.id, 0)).data.takeRole)).toEqual(['grantOfOneself']);
  });

  test('of two administrators who take each other’s role one succeeds, and one stays', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = await Promise.all(
        [0, 1].map(() => api.person(anAccount(), { roles: [{ role: 'MUNICIPAL_ADMIN' }] })),
      );
      const idOf = async (person: Person) => (await person.request(MyRolesDocument)).data.myRoles[0]!.id;
      const [ofOne, ofTwo] = [await idOf(one!), await idOf(two!)];
      const taken = await Promise.all([
        one!.request(TakeRoleDocument, { id: ofTwo, revision: 0 }),
        two!.request(TakeRoleDocument, { id: ofOne, revision: 0 }),
      ]);
      const done = taken.filter(({ data }) => data?.takeRole.__typename === 'StaffGrant');
      expect(done).toHaveLength(1);
      expect((await Promise.all([rolesOf(one!), rolesOf(two!)])).flat()).toHaveLength(1);
    }
  });

  test('is in the trail, with who, what and whose', async () => {
    const { id, account } = await given();
    await admin.request(ChangeRoleEndDocument, { id, revision: 1, endsAt: inDays(7) });
    await admin.request(TakeRoleDocument, { id, revision: 2 });
    const entries = await api.sql(
      'select action, actor, actor_role as role, district_code as district, facts from audit_entry where subject = $1 order by id',
      [id],
    );
    expect(entries).toMatchObject(
      ['ROLE_GIVEN', 'ROLE_END_CHANGED', 'ROLE_TAKEN'].map((action) => ({
        action,
        actor: admin.subject,
        role: 'DISTRICT_ADMIN',
        district: '01',
        facts: { account, role: 'DISTRICT_OFFICER' },
      })),
    );
  });

  test('is told to whoever holds it, until it is read', async () => {
    const { id, account } = await given();
    const officer = await api.person(account);
    const told = async () =>
      (await officer.request(MyRolesDocument)).data.myRoles.map((one) => [one.state, one.told]);
    expect(await told()).toEqual([['HOLDS', false]]);
    await officer.request(NoteMyRolesDocument);
    expect(await told()).toEqual([['HOLDS', true]]);
    await admin.request(TakeRoleDocument, { id, revision: 1 });
    expect(await told()).toEqual([['TAKEN', false]]);
    await officer.request(NoteMyRolesDocument);
    expect(await told()).toEqual([['TAKEN', true]]);
    expect((await colleague.request(MyRolesDocument)).data.myRoles.map((one) => one.account)).toEqual([
      'colleague',
    ]);
  });
});

test('the list is of one’s own district, newest first, the past ones on request, in pages', async () => {
  const first = await given();
  const second = await given();
  await admin.request(TakeRoleDocument, { id: first.id, revision: 1 });
  const list = async (person: Person, district: string | null, past = false, after: string | null = null) =>
    (await person.request(StaffGrantsDocument, { district, past, after })).data?.staffGrants;
  const idsOf = async (...asked: Parameters<typeof list>) =>
    (await list(...asked))!.nodes.map(({ id }) => id);
  const now = await idsOf(admin, '01');
  expect(now[0]).toBe(second.id);
  expect(now).not.toContain(first.id);
  expect((await idsOf(admin, '01', true)).slice(0, 2)).toEqual([second.id, first.id]);
  expect((await idsOf(city, null))[0]).toBe(second.id);
  expect(await idsOf(city, '02')).not.toContain(second.id);
  for (const [person, district] of [
    [admin, '02'],
    [admin, null],
    [await staff(api, 'DISTRICT_OFFICER', { district: '01' }), '01'],
  ] as const) {
    expect((await person.request(StaffGrantsDocument, { district, past: false })).errors).toMatchObject(
      FORBIDDEN,
    );
  }
});

test('the people of a name are found among any number of others, however the name is typed', async () => {
  const kept = await given({ name: 'Wang  Fang ２' });
  const taken = await given({ name: 'Wang Fang 2' });
  await admin.request(TakeRoleDocument, { id: taken.id, revision: 1 });
  await given({ name: 'Wang Fang 21' });
  const accountsOf = async (person: Person, district: string | null, called: string) =>
    (await person.request(StaffCalledDocument, { district, called })).data?.staffGrants.nodes.map(
      ({ account }) => account,
    );
  for (const called of ['Wang Fang 2', ' Wang　Fang ２ '])
    expect(await accountsOf(admin, '01', called)).toEqual([taken.account, kept.account]);
  expect(await accountsOf(city, null, 'Wang Fang 2')).toEqual([taken.account, kept.account]);
  expect(await accountsOf(city, '02', 'Wang Fang 2')).toEqual([]);
  expect(await accountsOf(admin, '01', '')).toEqual([]);
});

describe('with the city', () => {
  const actor = { subject: 'setup', role: 'OPERATOR' } as const;
  const lay = (staff: object[], by: { subject: string; role: 'OPERATOR' | 'MUNICIPAL_ADMIN' } = actor) =>
    setUp(api.orm.em.fork(), [{ name: 'staff.yaml', text: JSON.stringify({ staff }) }], {
      apply: true,
      now: api.clock.now(),
      actor: by,
    });

  test('the first roles are set up, once; what was taken in the office does not come back', async () => {
    const account = anAccount();
    const row = { account, name: '第一人', role: 'MUNICIPAL_ADMIN' };
    expect(await lay([row])).toMatchObject({ applied: true, mistakes: [], changes: [{ kind: 'ADDED' }] });
    expect(await lay([row])).toMatchObject({ changes: [], mistakes: [] });
    const person = await api.person(account);
    expect(await rolesOf(person)).toEqual([['MUNICIPAL_ADMIN', null, null]]);
    const [own] = (await person.request(MyRolesDocument)).data.myRoles;
    expect(own).toMatchObject({ endsAt: null, givenBy: null, told: true });
    await city.request(TakeRoleDocument, { id: own!.id, revision: 0 });
    expect(await lay([row])).toMatchObject({ changes: [], mistakes: [] });
    expect(await rolesOf(person)).toEqual([]);
  });

  test('a hundred take no more statements than one, those among them that have ended', async () => {
    const rows = Array.from({ length: 100 }, () => ({
      account: anAccount(),
      name: '测试人员',
      role: 'DISTRICT_OFFICER',
      district: '01',
      endsAt: inDays(2).slice(0, 10),
    }));
    const statements = new SentStatements();
    const counted = async (some: object[]) => (await statements.of(() => lay(some))).length;
    const before = api.clock.now();
    try {
      const [one, ...others] = rows;
      const first = [await counted([one!]), await counted(others)];
      api.clock.advance(3 * 86_400);
      const again = rows.map((row) => ({ ...row, endsAt: inDays(2).slice(0, 10) }));
      const anew = [await counted(again.slice(0, 1)), await counted(again.slice(1))];
      expect(first[1]).toBe(first[0]);
      expect(anew[1]).toBe(anew[0]);
      expect((await lay(again)).changes).toEqual([]);
    } finally {
      statements.stop();
      api.clock.set(before);
    }
  });

  test('a role without its place, or at a school of another district, is a mistake of the file', async () => {
    const wrong = async (row: object) =>
      (await lay([{ account: anAccount(), name: '某人', ...row }])).mistakes.map(({ message }) => message);
    expect(await wrong({ role: 'DISTRICT_OFFICER' })).toEqual(['DISTRICT_OFFICER: “district” is missing']);
    expect(await wrong({ role: 'MUNICIPAL_ADMIN', district: '01' })).toEqual([
      'MUNICIPAL_ADMIN: “district” is not for this role',
    ]);
    expect(await wrong({ role: 'SCHOOL_REGISTRAR', district: '01', school: '0201' })).toEqual([
      'there is no school 0201 in the district 01',
    ]);
    expect(await wrong({ role: 'GUARDIAN' })).toHaveLength(1);
  });

  test('nobody gives herself a role by a file through the API', async () => {
    const row = { account: city.subject, name: '某人', role: 'DISTRICT_OFFICER', district: '01' };
    const report = await lay([row], { subject: city.subject, role: 'MUNICIPAL_ADMIN' });
    expect(report).toMatchObject({
      applied: false,
      mistakes: [{ message: expect.stringContaining('office') }],
    });
    expect(await rolesOf(city)).toEqual([['MUNICIPAL_ADMIN', null, null]]);
  });
});
