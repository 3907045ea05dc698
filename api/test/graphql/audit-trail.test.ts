import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { startOfDay } from '@enrolment/rulebook/wall-clock.js';
import {
  AuditTrailDocument,
  GrantAuthorizationDocument,
  RecordDocument,
  RevealDocumentsDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
  type AuditFilter,
} from '@enrolment/schema/client';
import { codeIn, register, startApi, type Person, type TestApi } from '../support/api.js';
import { approved } from '../support/reviewable.js';
import { dumpDatabase } from '../support/database.js';
import { nameSecondGuardian, signIn } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let administrator: Person;
let city: Person;
let elsewhere: Person;
let registrar: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  [officer, administrator, city, elsewhere, registrar] = await Promise.all([
    staff('DISTRICT_OFFICER', { district: '01' }),
    staff('DISTRICT_ADMIN', { district: '01' }),
    staff('MUNICIPAL_ADMIN'),
    api.person('officer elsewhere', { roles: [{ role: 'DISTRICT_OFFICER', district: '02' }] }),
    staff('SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
  ]);
});
afterAll(() => api.stop());

const ABSENT = '20260199999999';
const staff = (role: string, where: object = {}) =>
  api.person(`${role} ${JSON.stringify(where)}`, { roles: [{ role, ...where }] });
const look = (person: Person, number: string) => person.request(RecordDocument, { number });
const reveal = (person: Person, number: string, purpose = '核对户口簿原件') =>
  person.request(RevealDocumentsDocument, { number, purpose });

async function trail(person: Person, number: string | null, page: { first?: number; after?: string } = {}) {
  const { data, errors } = await person.request(AuditTrailDocument, { number, ...page });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.auditTrail;
}
const entries = async (person: Person, number: string | null, page = {}) =>
  (await trail(person, number, page)).edges.map(({ node }) => node);
const refused = async (person: Person, number: string) => {
  const { body, errors } = await person.request(AuditTrailDocument, { number });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  return body;
};

describe('谁看过孩子的信息', () => {
  test('a family reads each look with role, office, time and purpose, and never who of them it was', async () => {
    const { number } = await register(api, mother);
    await look(officer, number);
    api.clock.advance(60);
    await look(city, number);
    await reveal(administrator, number, ' 核对户口簿原件 ');
    const read = await entries(mother, number);
    expect(read.map(({ actor, summary, detail, byStaff }) => ({ actor, summary, detail, byStaff }))).toEqual([
      {
        actor: '东城区教委 管理人员',
        summary: '查看了完整的证件号码和手机号',
        detail: '核对户口簿原件',
        byStaff: true,
      },
      { actor: '市教委 管理人员', summary: '查看了信息（证件号码遮盖）', detail: null, byStaff: true },
      { actor: '东城区教委 审核人员', summary: '查看了信息（证件号码遮盖）', detail: null, byStaff: true },
      { actor: '监护人（一）', summary: '注册了儿童信息', detail: null, byStaff: false },
    ]);
    expect(read.every(({ actorId }) => actorId === null)).toBe(true);
    expect(Date.parse(read[0]!.at) - Date.parse(read[2]!.at)).toBe(60_000);
    const { body } = await mother.request(AuditTrailDocument, { number }, { 'accept-language': 'en' });
    expect(body).toContain('Dongcheng education commission, officer');
    for (const subject of ['DISTRICT_OFFICER', 'DISTRICT_ADMIN', 'MUNICIPAL_ADMIN']) {
      expect(body).not.toContain(subject);
    }
  });

  test('a school’s look names the school', async () => {
    const { number } = await approved(api, mother);
    await look(registrar, number);
    const [school] = await api.sql<{ name: string }>(`select name from school where code = '0101'`);
    const [newest] = await entries(mother, number);
    expect(newest).toMatchObject({ actor: `${school!.name} 登记人员`, action: 'RECORD_READ', detail: null });
  });

  test('no verdict stands in it before the calendar shows it, and no admission before it is published', async () => {
    const { number } = await register(api, mother);
    const note = (action: string, subject: string | null = null) =>
      api.sql(
        `insert into audit_entry (at, actor, actor_role, action, record_number, district_code, subject)
         values ($1, 'o', 'DISTRICT_OFFICER', $2, $3, '01', $4)`,
        [api.clock.now(), action, number, subject],
      );
    for (const action of ['ITEM_RETURNED', 'RECORD_REJECTED', 'ADMISSION_ADMITTED']) await note(action);
    const opens = (days: number) =>
      api.sql(
        `update phase set opens_at = $1, closes_at = $2 where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = 'REVIEW'`,
        [days, days + 30].map((day) => new Date(api.clock.now().getTime() + day * 86_400_000)),
      );
    const actions = async (person: Person) => (await entries(person, number)).map(({ action }) => action);
    await opens(1);
    expect(await actions(mother)).toEqual(['RECORD_REGISTERED']);
    expect(await actions(officer)).toHaveLength(4);
    await opens(-1);
    expect(await actions(mother)).toEqual(['RECORD_REJECTED', 'ITEM_RETURNED', 'RECORD_REGISTERED']);
    await api.sql(
      `insert into admission (record_id, school_code, preregistered_at, preregistered_by, outcome, approved_at, published_at)
       select id, '0101', now(), 'registrar', 'ADMITTED', now(), $2 from collection_record where number = $1`,
      [number, api.clock.now()],
    );
    expect((await actions(mother))[0]).toBe('ADMISSION_ADMITTED');
  });

  test('the authorised guardian reads it, and no longer once that is over', async () => {
    const { number } = await register(api, mother);
    const father = await signIn(api, await nameSecondGuardian(api, number));
    const absent = await refused(father, ABSENT);
    expect(await refused(father, number)).toBe(absent);
    await mother.request(GrantAuthorizationDocument, { number });
    expect((await entries(father, number))[0]).toMatchObject({ action: 'AUTHORIZATION_GRANTED' });
    await api.sql('update record_authorization set revoked_at = now() where revoked_at is null');
    expect(await refused(father, number)).toBe(absent);
  });
});

describe('who reads which trail', () => {
  test('officers their district’s, the city all, with who it was; others are told the same as for what is absent', async () => {
    const { number } = await register(api, mother);
    await look(officer, number);
    for (const person of [officer, administrator, city]) {
      expect((await entries(person, number))[0]).toMatchObject({
        action: 'RECORD_READ',
        actorId: 'DISTRICT_OFFICER {"district":"01"}',
        record: number,
      });
    }
    const absent = await refused(mother, ABSENT);
    for (const person of [
      elsewhere,
      registrar,
      await api.person('stranger'),
      await staff('DISTRICT_OFFICER'),
    ]) {
      expect(await refused(person, number)).toBe(absent);
    }
    const { errors } = await api.nobody.request(AuditTrailDocument, { number });
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('an office reads one kind of act, what one person did, and what was done on some days', async () => {
    const { number } = await register(api, mother);
    const today = businessDay(api.clock.now());
    const earlier = dayAfter(today, -2);
    await api.sql(
      `insert into audit_entry (at, actor, actor_role, action, record_number, district_code)
       values ($1, $2, 'DISTRICT_ADMIN', 'RECORD_READ', $3, '01')`,
      [startOfDay(earlier), administrator.subject, number],
    );
    await look(officer, number);
    await reveal(administrator, number);
    const read = async (filter: AuditFilter, person = city) => {
      const { data } = await person.request(AuditTrailDocument, { number, filter });
      return data.auditTrail.edges.map(({ node }) => `${node.actorId} ${node.action}`);
    };
    expect(await read({ kind: 'WHOLE_NUMBERS' })).toEqual([`${administrator.subject} DOCUMENTS_REVEALED`]);
    expect(await read({ kind: 'FAMILY' })).toEqual(['null RECORD_REGISTERED']);
    expect(await read({ actor: administrator.subject })).toEqual([
      `${administrator.subject} DOCUMENTS_REVEALED`,
      `${administrator.subject} RECORD_READ`,
    ]);
    expect(await read({ from: today, kind: 'LOOK' })).toEqual([`${officer.subject} RECORD_READ`]);
    expect(await read({ from: earlier, to: earlier })).toEqual([`${administrator.subject} RECORD_READ`]);
    expect(await read({ district: '02' })).toEqual([]);
    // A family reads offices alone, so it cannot try out persons.
    expect(await read({ kind: 'LOOK' }, mother)).toHaveLength(2);
    expect(await read({ actor: administrator.subject }, mother)).toEqual([]);
    const wrong = await city.request(AuditTrailDocument, { filter: { from: '2026-02-31' } });
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('without a number everybody reads what is theirs, and nothing else', async () => {
    const other = await api.person('another mother');
    const here = await register(api, other);
    const there = await register(api, other, { district: '02' });
    await api.sql(
      `insert into audit_entry (at, actor, actor_role, action, district_code, season, subject, facts)
       values (now(), 'admin', 'DISTRICT_ADMIN', 'PHASE_SET', '02', 2026, 'REVIEW', '{"service": "NON_LOCAL_HUKOU"}')`,
    );
    const seen = async (person: Person) =>
      (await entries(person, null, { first: 100 })).map(({ record, action }) => record ?? action);
    expect(await seen(other)).toEqual([there.number, here.number]);
    const [ofOne, ofTwo, ofAll] = await Promise.all([officer, elsewhere, city].map(seen));
    expect(ofOne).toContain(here.number);
    expect(ofOne).not.toContain(there.number);
    expect(ofOne).not.toContain('PHASE_SET');
    expect(ofTwo).toEqual(['PHASE_SET', there.number]);
    expect(ofAll).toEqual(expect.arrayContaining([here.number, there.number, 'PHASE_SET']));
    expect(await seen(await api.person('stranger'))).toEqual([]);
    expect(await seen(registrar)).toEqual([]);
  });

  test('what stays of a withdrawn record is the district’s to read, and nobody else’s', async () => {
    const { number, input } = await register(api, mother);
    await mother.request(RequestWithdrawalCodeDocument, { number });
    const smsCode = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
    await mother.request(WithdrawRecordDocument, { number, smsCode });
    expect((await entries(officer, number))[0]).toMatchObject({ action: 'RECORD_WITHDRAWN' });
    expect(await refused(mother, number)).toBe(await refused(mother, ABSENT));
  });
});

describe('its pages', () => {
  test('follow each other without a gap while new entries come', async () => {
    const { number } = await register(api, mother);
    for (let n = 0; n < 7; n += 1) await look(officer, number);
    const whole = (await trail(mother, number)).edges.map(({ cursor }) => cursor);
    expect(whole).toHaveLength(8);
    const read: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const { edges, pageInfo } = await trail(mother, number, { first: 3, ...(after ? { after } : {}) });
      expect(pageInfo).toEqual({
        hasNextPage: page < 2,
        hasPreviousPage: page > 0,
        startCursor: edges[0]!.cursor,
        endCursor: edges.at(-1)!.cursor,
      });
      read.push(...edges.map(({ cursor }) => cursor));
      after = pageInfo.endCursor!;
      await look(officer, number);
    }
    expect(read).toEqual(whole);
  });

  test.each([[{ first: 0 }], [{ first: 101 }], [{ after: 'rubbish' }], [{ after: '' }]])(
    '%j is malformed',
    async (page) => {
      const { errors } = await mother.request(AuditTrailDocument, page);
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    },
  );
});

describe('whole numbers', () => {
  test('are shown to an officer of the district who says what for, with those of the second guardian', async () => {
    const { number, input } = await register(api, mother);
    const second = await nameSecondGuardian(api, number);
    const { data } = await reveal(officer, number);
    expect(data.revealDocuments).toEqual({
      childDocumentNumber: input.child.documentNumber,
      guardians: [
        {
          role: 'FIRST',
          documentNumber: input.guardian.documentNumber,
          phone: input.guardian.phone,
        },
        { role: 'SECOND', documentNumber: second.documentNumber, phone: second.phone },
      ],
    });
  });

  test('are not shown to anybody else, alike for what is absent', async () => {
    const { number } = await register(api, mother);
    const absent = (await reveal(officer, ABSENT)).body;
    for (const person of [mother, city, elsewhere, registrar]) {
      expect((await reveal(person, number)).body).toBe(absent);
    }
    expect((await entries(mother, number)).map(({ action }) => action)).toEqual(['RECORD_REGISTERED']);
  });

  test('without a purpose, or with one that names somebody, are not shown and leave no entry', async () => {
    const { number, input } = await register(api, mother);
    for (const purpose of ['', '核'.repeat(201), `核对${input.child.name}`, input.guardian.phone]) {
      const { errors, body } = await reveal(officer, number, purpose);
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
      expect(body).not.toContain(input.child.documentNumber);
    }
    expect(await entries(mother, number)).toHaveLength(1);
    expect(await dumpDatabase(api.database.url)).not.toContain(input.guardian.phone);
    expect(api.lines.join('\n')).not.toContain(input.child.documentNumber);
  });

  test('are not shown when the entry cannot be written', async () => {
    const { number, input } = await register(api, mother);
    await api.sql('revoke insert on audit_entry from enrolment_app');
    const { body, errors } = await reveal(officer, number);
    await api.sql('grant insert on audit_entry to enrolment_app');
    expect(errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(body).not.toContain(input.child.documentNumber);
  });
});
