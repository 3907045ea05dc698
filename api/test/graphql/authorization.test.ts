import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AuthorizationDocument,
  GrantAuthorizationDocument,
  MyRecordsDocument,
  RecordDetailsDocument,
  RecordDocument,
  RequestWithdrawalCodeDocument,
  RevokeAuthorizationDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { codeIn, register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { dumpDatabase } from '../support/database.js';
import { aGuardianDocument, aPhone } from '../support/people.js';
import { aSecondGuardian, nameSecondGuardian, signIn } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const ABSENT = '20260199999999';
const staff = (role: string, where: object = {}) =>
  api.person(`${role} ${JSON.stringify(where)}`, { roles: [{ role, ...where }] });
const grant = (number: string, person = mother) => person.request(GrantAuthorizationDocument, { number });
const revoke = (number: string, person = mother) => person.request(RevokeAuthorizationDocument, { number });
const sees = async (person: Person, number: string) =>
  (await person.request(RecordDocument, { number })).data?.collectionRecord != null;
const events = async (number: string) =>
  (
    await api.sql<{ kind: string; actor: string }>(
      `select e.kind, e.actor from record_event e join collection_record r on r.id = e.record_id where r.number = $1 order by e.id`,
      [number],
    )
  ).map(({ kind, actor }) => `${kind} ${actor}`);

/** A record with a second guardian in its details, and he signed in. */
async function family() {
  const { number, input } = await register(api, mother);
  const second = await nameSecondGuardian(api, number);
  return { number, input, second, father: await signIn(api, second) };
}

describe('the authorised guardian', () => {
  test('sees the record from the grant on, marked as authorised, and finds it among his own', async () => {
    const { number, father } = await family();
    expect(await sees(father, number)).toBe(false);
    const { data } = await grant(number);
    expect(data.grantAuthorization).toMatchObject({
      number,
      viewerRelation: 'REGISTRANT',
      authorization: { active: true, revokedAt: null, guardian: { phone: expect.stringContaining('****') } },
    });
    expect(await sees(father, number)).toBe(true);
    const mine = (await father.request(MyRecordsDocument)).data.myRecords;
    expect(mine).toMatchObject([{ number, viewerRelation: 'AUTHORIZED' }]);
    expect(
      (await mother.request(MyRecordsDocument)).data.myRecords.find((one) => one.number === number),
    ).toMatchObject({ viewerRelation: 'REGISTRANT' });
    const looks = await api.sql(
      `select from audit_entry where action = 'RECORD_READ' and record_number = $1`,
      [number],
    );
    expect(looks).toHaveLength(0);
  });

  test('fills in the details and submits them, as who the history and the other one read', async () => {
    const { number, second, father } = await family();
    await grant(number);
    const { name, documentNumber, phone } = second;
    const input = await aDetailsInput(api, {
      version: 1,
      secondGuardian: { name, documentType: 'RESIDENT_ID', documentNumber, phone, relation: 'FATHER' },
    });
    const saved = await father.request(SaveDetailsDocument, { number, input });
    expect(saved.data.saveDetails).toMatchObject({ stage: 'DETAILS_DRAFTED', version: 2 });
    expect(
      (await mother.request(RecordDetailsDocument, { number })).data.collectionRecord!.detailsDraft,
    ).toMatchObject({ ethnicity: '01' });
    const submitted = await father.request(SubmitDetailsDocument, {
      number,
      input: { ...input, version: 2 },
    });
    expect(submitted.data.submitDetails).toMatchObject({ stage: 'SUBMITTED', version: 3 });
    expect(await events(number)).toEqual([
      'REGISTERED GUARDIAN',
      'AUTHORIZATION_GRANTED GUARDIAN',
      'DETAILS_DRAFTED SECOND_GUARDIAN',
      'DETAILS_SUBMITTED SECOND_GUARDIAN',
    ]);
    // His grant has not ended by what he typed about himself.
    expect(await sees(father, number)).toBe(true);
  });

  test('may neither withdraw nor authorise, and is told so as if there were no such record', async () => {
    const { number, father } = await family();
    await grant(number);
    for (const [answer, absent] of [
      [await grant(number, father), await grant(ABSENT, father)],
      [await revoke(number, father), await revoke(ABSENT, father)],
      [
        await father.request(RequestWithdrawalCodeDocument, { number }),
        await father.request(RequestWithdrawalCodeDocument, { number: ABSENT }),
      ],
      [
        await father.request(WithdrawRecordDocument, { number, smsCode: '123456' }),
        await father.request(WithdrawRecordDocument, { number: ABSENT, smsCode: '123456' }),
      ],
    ]) {
      expect(answer!.body).toBe(absent!.body);
      expect(answer!.errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    const { data } = await father.request(AuthorizationDocument, { number });
    for (const { kind, allowed } of data.collectionRecord!.actions) {
      if (/AUTHORIZATION|WITHDRAW/.test(kind)) expect([kind, allowed]).toEqual([kind, false]);
    }
    expect(await sees(father, number)).toBe(true);
  });

  test('is matched by document and phone both, as the provider knows them, never by one of them', async () => {
    const { number, second } = await family();
    await grant(number);
    const otherPhone = await signIn(api, { ...second, phone: aPhone() }, 'other phone');
    const otherDocument = await signIn(
      api,
      { ...second, documentNumber: aGuardianDocument() },
      'other document',
    );
    const document = { type: 'RESIDENT_ID', number: second.documentNumber };
    const bare = await Promise.all([
      api.person('no claims'),
      api.person('phone alone', { phone_number: second.phone }),
      api.person('document alone', { document }),
      api.person('document of a wrong shape', {
        phone_number: second.phone,
        document: second.documentNumber,
      }),
      api.person('document of another kind', {
        phone_number: second.phone,
        document: { ...document, type: 'PASSPORT' },
      }),
      api.person('document of no kind', {
        phone_number: second.phone,
        document: { ...document, type: 'toString' },
      }),
      api.person('document with a list', {
        phone_number: second.phone,
        document: { ...document, number: [document.number] },
      }),
    ]);
    const absent = await mother.request(AuthorizationDocument, { number: ABSENT });
    for (const person of [otherPhone, otherDocument, ...bare]) {
      expect((await person.request(AuthorizationDocument, { number })).body).toBe(absent.body);
      expect((await person.request(MyRecordsDocument)).data.myRecords).toEqual([]);
    }
    const written = await api.person('written otherwise', {
      phone_number: `+86 ${second.phone}`,
      document: { type: 'RESIDENT_ID', number: second.documentNumber.toLowerCase().split('').join(' ') },
    });
    expect(await sees(written, number)).toBe(true);
  });
});

describe('a grant', () => {
  test('needs a second guardian in the details, and says what to do', async () => {
    const { number } = await register(api, mother);
    const { data } = await grant(number);
    expect(data.grantAuthorization).toMatchObject({
      refusals: [
        { code: 'REQUIRED', message: expect.any(String), wayOut: expect.stringContaining('监护人（二）') },
      ],
    });
    const seen = await mother.request(AuthorizationDocument, { number });
    expect(seen.data.collectionRecord).toMatchObject({ authorization: null });
    expect(seen.data.collectionRecord!.actions).toContainEqual({
      kind: 'GRANT_AUTHORIZATION',
      allowed: false,
      reason: expect.any(String),
    });
    expect(await events(number)).toEqual(['REGISTERED GUARDIAN']);
  });

  test('is told to both by SMS, masked, and stands in the history', async () => {
    const { number, input, second } = await family();
    await grant(number);
    const [first] = await api.smsTo(input.guardian.phone, 1, '您已授权');
    const [toSecond] = await api.smsTo(second.phone, 1, '您已被授权');
    for (const text of [first!, toSecond!]) {
      expect(text).not.toContain(input.child.name);
      expect(text).not.toContain(second.documentNumber);
    }
    await revoke(number);
    await api.smsTo(input.guardian.phone, 1, '您已取消');
    await api.smsTo(second.phone, 1, '授权已取消');
    expect(await events(number)).toEqual([
      'REGISTERED GUARDIAN',
      'AUTHORIZATION_GRANTED GUARDIAN',
      'AUTHORIZATION_REVOKED GUARDIAN',
    ]);
  });

  test('granted and revoked by 50 requests at once is granted and revoked once', async () => {
    const { number, second } = await family();
    const granted = await Promise.all(Array.from({ length: 50 }, () => grant(number)));
    expect(granted.every(({ data }) => data.grantAuthorization.__typename === 'CollectionRecord')).toBe(true);
    const revoked = await Promise.all(Array.from({ length: 50 }, () => revoke(number)));
    expect(revoked.every(({ data }) => data.revokeAuthorization.__typename === 'CollectionRecord')).toBe(
      true,
    );
    expect((await events(number)).slice(1)).toEqual([
      'AUTHORIZATION_GRANTED GUARDIAN',
      'AUTHORIZATION_REVOKED GUARDIAN',
    ]);
    await api.smsTo(second.phone, 2);
    expect(api.gateway.taken.filter(({ phone }) => phone === second.phone)).toHaveLength(2);
  });

  test('granted and revoked again and again within an hour is told once: no phone is flooded', async () => {
    const { number, input, second } = await family();
    const toldTo = (whom: string) =>
      api.gateway.taken.filter(({ phone, text }) => phone === whom && text.includes('授权')).length;
    for (let n = 0; n < 5; n += 1) {
      await grant(number);
      await revoke(number);
    }
    await api.smsTo(second.phone, 2);
    api.clock.advance(3_600);
    await grant(number);
    // What is told now comes after all that could have been told before.
    await api.smsTo(second.phone, 2, '您已被授权');
    expect(toldTo(second.phone)).toBe(3);
    await api.smsTo(input.guardian.phone, 2, '您已授权');
    expect(toldTo(input.guardian.phone)).toBe(3);
  });

  test('revoked ends with the very next request, in another process too, and can be given again', async () => {
    const { number, father } = await family();
    const other = await api.anotherProcess();
    const elsewhere = () => other.request(RecordDocument, { number }, father);
    await grant(number);
    expect((await elsewhere()).data.collectionRecord).not.toBeNull();
    for (let round = 0; round < 5; round += 1) {
      await revoke(number);
      expect((await elsewhere()).data.collectionRecord).toBeNull();
      expect(await sees(father, number)).toBe(false);
      expect((await father.request(MyRecordsDocument)).data.myRecords).toEqual([]);
      await grant(number);
      expect((await elsewhere()).data.collectionRecord).not.toBeNull();
    }
    await other.stop();
  });

  test('ends in the transaction that names another guardian, or the same with another document or phone', async () => {
    for (const change of [{ phone: aPhone() }, { documentNumber: aGuardianDocument() }, null]) {
      const { number, input, second, father } = await family();
      await grant(number);
      await api.change(mother, number, (tx, actor, record) =>
        api.services.authorization.endGrantIfChanged(
          tx,
          actor,
          record,
          change && { ...second, documentType: 'RESIDENT_ID', ...change },
        ),
      );
      expect(await sees(father, number)).toBe(false);
      expect((await events(number)).at(-1)).toBe('AUTHORIZATION_ENDED GUARDIAN');
      await api.smsTo(input.guardian.phone, 1, '原来的授权随之取消');
      await api.smsTo(second.phone, 1, '授权已取消');
    }
  });

  test('ends with the save of details that name another second guardian, and stays with one that changes anything else', async () => {
    const { number, input, second, father } = await family();
    const another = aSecondGuardian();
    const naming = ({ name, documentNumber, phone }: typeof second) => ({
      name,
      documentType: 'RESIDENT_ID' as const,
      documentNumber,
      phone,
      relation: 'FATHER' as const,
    });
    const save = async (version: number, secondGuardian: ReturnType<typeof naming>, address: string) => {
      const details = await aDetailsInput(api, { version, secondGuardian });
      const saved = { ...details, residence: { ...details.residence!, address } };
      const { data } = await mother.request(SaveDetailsDocument, { number, input: saved });
      expect(data.saveDetails).toMatchObject({ version: version + 1 });
    };
    await grant(number);
    await save(1, naming(second), '示例路 9 号');
    await save(2, { ...naming(second), name: '测试丁' }, '示例路 10 号');
    expect(await sees(father, number)).toBe(true);
    await save(3, naming(another), '示例路 10 号');
    expect(await sees(father, number)).toBe(false);
    // Whoever is named now has not been authorised by it.
    expect(await sees(await signIn(api, another), number)).toBe(false);
    expect((await events(number)).filter((event) => event.startsWith('AUTHORIZATION'))).toEqual([
      'AUTHORIZATION_GRANTED GUARDIAN',
      'AUTHORIZATION_ENDED GUARDIAN',
    ]);
    await api.smsTo(input.guardian.phone, 1, '原来的授权随之取消');
    await api.smsTo(second.phone, 1, '授权已取消');
  });

  test('stays while a number is half typed or a name emptied, and ends when the details name nobody any more', async () => {
    const { number, second, father } = await family();
    await grant(number);
    const named = {
      name: second.name,
      documentType: 'RESIDENT_ID' as const,
      relation: 'FATHER' as const,
      documentNumber: second.documentNumber,
      phone: second.phone,
    };
    const save = async (
      version: number,
      secondGuardianDraft: object | null,
      reason: string | null = null,
    ) => {
      const details = await aDetailsInput(api, { version, secondGuardian: null });
      const input = { ...details, secondGuardianDraft, noSecondGuardianReason: reason };
      const { data } = await mother.request(SaveDetailsDocument, { number, input });
      expect(data.saveDetails).toMatchObject({ version: version + 1 });
    };
    for (const [at, half] of [{ phone: '1990' }, { name: '' }, { documentNumber: '119999' }].entries()) {
      await save(1 + at, { ...named, ...half });
      expect(await sees(father, number)).toBe(true);
    }
    await save(4, named);
    expect(await sees(father, number)).toBe(true);
    await save(5, null, '单亲');
    expect(await sees(father, number)).toBe(false);
  });

  test('stays when only the name is mended, and when the change is taken back', async () => {
    const { number, second, father } = await family();
    await grant(number);
    const same = { ...second, documentType: 'RESIDENT_ID' as const };
    await api.change(mother, number, (tx, actor, record) =>
      api.services.authorization.endGrantIfChanged(tx, actor, record, same),
    );
    await api
      .change(mother, number, async (tx, actor, record) => {
        await api.services.authorization.endGrantIfChanged(tx, actor, record, null);
        throw new Error('the save failed');
      })
      .catch(() => {});
    expect(await sees(father, number)).toBe(true);
    expect((await events(number)).at(-1)).toBe('AUTHORIZATION_GRANTED GUARDIAN');
  });

  test('goes with the record when it is withdrawn', async () => {
    const { number, input, father } = await family();
    await grant(number);
    const [{ id }] = (await api.sql<{ id: string }>('select id from collection_record where number = $1', [
      number,
    ])) as [{ id: string }];
    await mother.request(RequestWithdrawalCodeDocument, { number });
    const smsCode = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
    await mother.request(WithdrawRecordDocument, { number, smsCode });
    expect(await api.sql('select from record_authorization where record_id = $1', [id])).toEqual([]);
    expect(await sees(father, number)).toBe(false);
    const absent = await grant(ABSENT);
    expect((await grant(number)).body).toBe(absent.body);
  });
});

test('only whoever registered it authorises: everybody else is told the same as for what does not exist', async () => {
  const { number } = await family();
  const [absentGrant, absentRevoke] = [await grant(ABSENT), await revoke(ABSENT)];
  for (const person of [
    await api.person('stranger'),
    await staff('DISTRICT_OFFICER', { district: '01' }),
    await staff('DISTRICT_ADMIN', { district: '01' }),
    await staff('MUNICIPAL_ADMIN'),
    await staff('SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
  ]) {
    expect((await grant(number, person)).body).toBe(absentGrant.body);
    expect((await revoke(number, person)).body).toBe(absentRevoke.body);
  }
  expect(absentGrant.errors![0]!.extensions.code).toBe('FORBIDDEN');
  expect((await grant(number, api.nobody)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
});

test('a school sees the approved children of its district, and later those that it preregistered', async () => {
  const { number } = await register(api, mother);
  const registrar = await staff('SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  const others = [
    await api.person('other school', {
      roles: [{ role: 'SCHOOL_REGISTRAR', district: '01', school: '0102' }],
    }),
    await api.person('other district', {
      roles: [{ role: 'SCHOOL_REGISTRAR', district: '02', school: '0201' }],
    }),
    await api.person('no school', { roles: [{ role: 'SCHOOL_REGISTRAR', district: '01' }] }),
  ];
  // One record at every stage, whatever leads there.
  const to = (stage: string) =>
    api.sql('update collection_record set stage = $2 where number = $1', [number, stage]);
  const who = async () => Promise.all([registrar, ...others].map((person) => sees(person, number)));
  for (const stage of ['REGISTERED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'REJECTED', 'APPEALED']) {
    await to(stage);
    expect([stage, await who()]).toEqual([stage, [false, false, false, false]]);
  }
  await to('APPROVED');
  expect(await who()).toEqual([true, true, false, false]);
  const looks = await api.sql<{ actor_role: string }>(
    `select actor_role from audit_entry where action = 'RECORD_READ' and record_number = $1`,
    [number],
  );
  expect(looks).toEqual([{ actor_role: 'SCHOOL_REGISTRAR' }, { actor_role: 'SCHOOL_REGISTRAR' }]);
  await to('PREREGISTERED');
  await api.sql(
    `insert into admission (record_id, school_code, preregistered_at, preregistered_by, outcome)
     select id, '0101', now(), 'registrar', 'PENDING' from collection_record where number = $1`,
    [number],
  );
  expect(await who()).toEqual([true, false, false, false]);
  await to('ADMITTED');
  expect(await who()).toEqual([true, false, false, false]);
});

test('nothing of it stands in logs or a dump in clear', async () => {
  const { number } = await register(api, mother);
  const second = await nameSecondGuardian(api, number, aSecondGuardian({ name: '东方测试己' }));
  const father = await signIn(api, second);
  await grant(number);
  await father.request(MyRecordsDocument);
  await revoke(number);
  await api.smsTo(second.phone, 2);
  const kept = [api.lines.join('\n'), await dumpDatabase(api.database.url)];
  for (const secret of [second.name, second.documentNumber, second.phone]) {
    for (const text of kept) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  }
});
