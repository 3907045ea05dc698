import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  MyRecordsDocument,
  RecordDocument,
  RegisterChildDocument,
  type RegisterChildMutation,
  type RegisterChildInput,
} from '@enrolment/schema/client';
import {
  aRegistration,
  plantCode,
  receiveCode,
  register,
  startApi,
  type Person,
  type TestApi,
} from '../support/api.js';
import { aDocument, aHongKongPermit, aPassport, aPhone } from '../support/people.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

type Overrides = Parameters<typeof aRegistration>[1];

/** The refusals of a registration that is right but for what is said. */
async function refusalsOf(overrides: Overrides, change: (input: RegisterChildInput) => void = () => {}) {
  const input = await aRegistration(api, overrides);
  input.smsCode = await plantCode(api, input.guardian.phone);
  change(input);
  const { data, errors } = await mother.request(RegisterChildDocument, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return refused(data);
}

const refused = (data: RegisterChildMutation) =>
  data.registerChild.__typename === 'Refused'
    ? data.registerChild.refusals.map(({ code, field }) => [code, field])
    : [];

describe('a registration', () => {
  test('with the code from the SMS issues a collection number and shows the child masked', async () => {
    const phone = aPhone();
    const input = await aRegistration(api, { guardian: { phone } });
    input.smsCode = await receiveCode(api, mother, phone);
    const { data } = await mother.request(RegisterChildDocument, { input });
    expect(data.registerChild).toMatchObject({ __typename: 'CollectionRecord', stage: 'REGISTERED' });
    const number = (data.registerChild as { number: string }).number;
    expect(number).toMatch(/^\d{4}01\d{8}$/);

    const { data: seen } = await mother.request(RecordDocument, { number });
    const record = seen.collectionRecord!;
    expect(record.child).toMatchObject({
      name: '测试甲',
      nationality: 'CN',
      sex: 'MALE',
      hukouProvince: '130000',
    });
    expect(record.child.documentNumber).toBe(
      input.child.documentNumber.replace(/^(.{4}).{10}(.{4})$/, '$1**********$2'),
    );
    expect(record.guardians).toMatchObject([
      { role: 'FIRST', name: '测试家长', phone: `199****${phone.slice(-4)}` },
    ]);
    expect(record.history).toMatchObject([{ kind: 'REGISTERED', by: '监护人（一）' }]);
    expect(record.actions).toContainEqual({ kind: 'WITHDRAW', allowed: true, reason: null });
    const [confirmation] = await api.smsTo(phone, 1, '采集编号');
    expect(confirmation).toContain('注册成功');
    expect(confirmation).toContain('测*甲');
    expect(confirmation).not.toContain('测试甲');
  });

  test('is understood with full-width digits, blanks and a lower-case x', async () => {
    const plain = aDocument('1990-01-01', 'MALE');
    const child = (await aRegistration(api)).child.documentNumber;
    const wide = [...child]
      .map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c.toLowerCase()))
      .join(' ');
    const phone = aPhone();
    await plantCode(api, phone);
    expect(
      await refusalsOf({}, (input) => {
        input.child.documentNumber = wide;
        input.guardian.documentNumber = ` ${plain.toLowerCase()} `;
        input.guardian.phone = `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`;
        input.child.name = ' 测试甲 ';
      }),
    ).toEqual([]);
  });

  test('lists every broken rule at once and writes nothing', async () => {
    const before = await api.sql('select count(*) from collection_record');
    const broken = await refusalsOf({}, (input) => {
      input.child.name = '😀';
      input.child.documentNumber = input.child.documentNumber.replace(/.$/, (c) => (c === '1' ? '2' : '1'));
      input.child.residenceDistrict = '02';
      input.child.birthDate = '2019-02-31';
      input.guardian.phone = '123';
      input.smsCode = '12';
      input.noticeTicket = 'forged';
      input.privacyPolicyVersion = 'none';
    });
    expect(broken).toEqual([
      ['NOTICE_NOT_READ', 'noticeTicket'],
      ['DISTRICT_MISMATCH', 'child.residenceDistrict'],
      ['INVALID_FORMAT', 'child.name'],
      ['DOCUMENT_CHECKSUM', 'child.documentNumber'],
      ['INVALID_FORMAT', 'child.birthDate'],
      ['INVALID_FORMAT', 'guardian.phone'],
      ['INVALID_FORMAT', 'smsCode'],
      ['CONSENT_REQUIRED', 'privacyPolicyVersion'],
    ]);
    expect(await api.sql('select count(*) from collection_record')).toEqual(before);
  });

  const cases: [name: string, change: (input: RegisterChildInput) => void, expected: (string | null)[][]][] =
    [
      [
        'of a child that is too young',
        (input) => (
          (input.child.birthDate = '2024-01-01'),
          (input.child.documentNumber = aDocument('2024-01-01', 'MALE'))
        ),
        [['AGE_OUT_OF_RANGE', 'child.birthDate']],
      ],
      [
        'of a child that is too old',
        (input) => (
          (input.child.birthDate = '2015-01-01'),
          (input.child.documentNumber = aDocument('2015-01-01', 'MALE'))
        ),
        [['AGE_OUT_OF_RANGE', 'child.birthDate']],
      ],
      [
        'born in the future',
        (input) => (
          (input.child.birthDate = '2099-01-01'),
          (input.child.documentType = 'PASSPORT'),
          (input.child.documentNumber = 'E12345678')
        ),
        [
          ['INVALID_FORMAT', 'child.birthDate'],
          ['AGE_OUT_OF_RANGE', 'child.birthDate'],
        ],
      ],
      [
        'whose sex disagrees with the number',
        (input) => (input.child.sex = 'FEMALE'),
        [['DOCUMENT_MISMATCH', 'child.sex']],
      ],
      [
        'with Beijing hukou',
        (input) => (input.child.hukouProvince = '110000'),
        [['SERVICE_MISMATCH', 'child.hukouProvince']],
      ],
      [
        'from Hong Kong',
        (input) => (input.child.hukouProvince = '810000'),
        [['CONSULT_DISTRICT', 'child.hukouProvince']],
      ],
      [
        'from Macao',
        (input) => (input.child.hukouProvince = '820000'),
        [['CONSULT_DISTRICT', 'child.hukouProvince']],
      ],
      [
        'from Taiwan',
        (input) => (input.child.hukouProvince = '710000'),
        [['SERVICE_MISMATCH', 'child.hukouProvince']],
      ],
      [
        'of foreign nationality',
        (input) => (input.child.nationality = 'US'),
        [['CONSULT_DISTRICT', 'child.nationality']],
      ],
      ['without hukou', (input) => delete input.child.hukouProvince, [['REQUIRED', 'child.hukouProvince']]],
      [
        'of an unknown district',
        (input) => (input.child.residenceDistrict = '99'),
        [['INVALID_FORMAT', 'child.residenceDistrict']],
      ],
      [
        'with SQL for a name',
        (input) => (input.child.name = "'; drop table child; --"),
        [['INVALID_FORMAT', 'child.name']],
      ],
      [
        'with HTML for a name',
        (input) => (input.child.name = '<b>甲</b>'),
        [['INVALID_FORMAT', 'child.name']],
      ],
      [
        'with the sign of a lost character in a name',
        (input) => (input.child.name = '测\ufffd甲'),
        [['INVALID_FORMAT', 'child.name']],
      ],
      [
        'with a control character in a name',
        (input) => (input.child.name = '测\u0007甲'),
        [['INVALID_FORMAT', 'child.name']],
      ],
      [
        'with a name of 10,000 characters',
        (input) => (input.child.name = '测'.repeat(10_000)),
        [['INVALID_FORMAT', 'child.name']],
      ],
      ['with a wrong code', (input) => (input.smsCode = '246802'), [['SMS_CODE_WRONG', 'smsCode']]],
    ];
  test.each(cases)('%s is refused', async (_name, change, expected) => {
    expect(await refusalsOf({}, (input) => void change(input))).toEqual(expected);
  });

  test('with a name of 50 characters with · and rare characters is taken', async () => {
    expect(await refusalsOf({ child: { name: `阿卜杜${'买'.repeat(44)}·𠮷` } })).toEqual([]);
  });

  test('in the service for Beijing hukou needs the hukou’s district, and either district may be the chosen one', async () => {
    const local = { service: 'LOCAL_HUKOU' as const, child: { hukouProvince: '110000' } };
    expect(await refusalsOf(local)).toEqual([['REQUIRED', 'child.hukouDistrict']]);
    expect(
      await refusalsOf({
        ...local,
        child: { hukouProvince: '110000', hukouDistrict: '01', residenceDistrict: '02' },
      }),
    ).toEqual([]);
  });

  test('in the service for those treated as local needs a ground', async () => {
    const service = 'TREATED_AS_LOCAL' as const;
    expect(await refusalsOf({ service })).toEqual([['REQUIRED', 'ground']]);
    expect(await refusalsOf({ service, ground: 'POSTDOCTORAL' })).toEqual([]);
    const passport = {
      nationality: 'US',
      documentType: 'PASSPORT' as const,
      documentNumber: `P${Date.now()}`,
    };
    expect(
      await refusalsOf(
        { service, ground: 'FOREIGN_NATIONAL', child: passport },
        (input) => delete input.child.hukouProvince,
      ),
    ).toEqual([]);
  });
});

describe('the notice’s ticket', () => {
  test('is too young before ten seconds by the server’s clock, with the seconds left', async () => {
    const input = await aRegistration(api);
    input.smsCode = await plantCode(api, input.guardian.phone);
    api.clock.advance(-5);
    const { data } = await mother.request(RegisterChildDocument, { input });
    api.clock.advance(5);
    expect(data.registerChild).toMatchObject({
      refusals: [{ code: 'NOTICE_NOT_READ', retryAfterSeconds: 4 }],
    });
  });

  test('of another district, of another service, or a day old is refused', async () => {
    const other = await aRegistration(api, { district: '02' });
    expect(await refusalsOf({}, (input) => (input.noticeTicket = other.noticeTicket))).toEqual([
      ['NOTICE_NOT_READ', 'noticeTicket'],
    ]);
    const service = await aRegistration(api, { service: 'LOCAL_HUKOU' });
    expect(await refusalsOf({}, (input) => (input.noticeTicket = service.noticeTicket))).toEqual([
      ['NOTICE_NOT_READ', 'noticeTicket'],
    ]);
    const old = (await aRegistration(api)).noticeTicket;
    api.clock.advance(24 * 3600);
    mother = await api.person('mother');
    expect(await refusalsOf({}, (input) => (input.noticeTicket = old))).toEqual([
      ['NOTICE_NOT_READ', 'noticeTicket'],
    ]);
  });
});

describe('the district’s window', () => {
  test('is open from its first instant up to, and not including, its last', async () => {
    const now = api.clock.now();
    const at = async (opens: number, closes: number) => {
      await api.sql(
        `update phase set opens_at = $1, closes_at = $2 where district_code = '03' and kind = 'REGISTRATION'`,
        [new Date(now.getTime() + 11_000 + opens), new Date(now.getTime() + 11_000 + closes)],
      );
      api.clock.set(now);
      return refusalsOf({ district: '03' });
    };
    expect(await at(1_000, 60_000)).toEqual([['OUTSIDE_WINDOW', null]]);
    expect(await at(0, 60_000)).toEqual([]);
    expect(await at(-60_000, 1_000)).toEqual([]);
    expect(await at(-60_000, 0)).toEqual([['OUTSIDE_WINDOW', null]]);
    await api.sql(`delete from phase where district_code = '03' and kind = 'REGISTRATION'`);
    api.clock.set(now);
    expect(await refusalsOf({ district: '03' })).toEqual([['OUTSIDE_WINDOW', null]]);
  });
});

describe('one document, one live number; one phone, three', () => {
  test('a document that is registered is refused everywhere in the city, however it is written', async () => {
    const { input } = await register(api, mother);
    const documentNumber = input.child.documentNumber.toLowerCase().replace(/(.{6})/, '$1 ');
    expect(await refusalsOf({ district: '02', child: { documentNumber } })).toEqual([
      ['DOCUMENT_ALREADY_REGISTERED', 'child.documentNumber'],
    ]);
  });

  test('a permit that was renewed names the child that is registered', async () => {
    const treated = { service: 'TREATED_AS_LOCAL', ground: 'POSTDOCTORAL' } as const;
    const permit = aHongKongPermit();
    const child = { hukouProvince: '810000', documentType: 'HK_MACAO_PERMIT' } as const;
    await register(api, mother, { ...treated, child: { ...child, documentNumber: `${permit}01` } });
    for (const documentNumber of [permit, `${permit}02`]) {
      expect(await refusalsOf({ ...treated, child: { ...child, documentNumber } })).toEqual([
        ['DOCUMENT_ALREADY_REGISTERED', 'child.documentNumber'],
      ]);
    }
  });

  test('one passport number of two states is two children', async () => {
    const documentNumber = aPassport();
    const of = (nationality: string) =>
      refusalsOf({
        service: 'TREATED_AS_LOCAL',
        ground: 'FOREIGN_NATIONAL',
        child: { nationality, hukouProvince: null, documentType: 'PASSPORT', documentNumber },
      });
    expect(await of('US')).toEqual([]);
    expect(await of('DE')).toEqual([]);
    expect(await of('US')).toEqual([['DOCUMENT_ALREADY_REGISTERED', 'child.documentNumber']]);
  });

  test('a fourth live record on one phone is refused', async () => {
    const phone = aPhone();
    for (let n = 0; n < 3; n += 1) await register(api, mother, { guardian: { phone } });
    expect(await refusalsOf({ guardian: { phone } })).toEqual([['PHONE_LIMIT_REACHED', 'guardian.phone']]);
  });
});

describe('the idempotency key', () => {
  test('with the same input gives the same record again; with other input it is refused', async () => {
    const { input, number } = await register(api, mother);
    const again = await mother.request(RegisterChildDocument, { input });
    expect(again.data.registerChild).toMatchObject({ number });
    const other = { ...input, child: { ...input.child, name: '测试乙' } };
    expect(refused((await mother.request(RegisterChildDocument, { input: other })).data)).toEqual([
      ['ATTEMPT_REUSED', 'idempotencyKey'],
    ]);
    const stranger = await api.person('stranger');
    expect(refused((await stranger.request(RegisterChildDocument, { input })).data)).toEqual([
      ['ATTEMPT_REUSED', 'idempotencyKey'],
    ]);
  });

  test('that is no UUID is malformed', async () => {
    const input = { ...(await aRegistration(api)), idempotencyKey: '1' };
    const { errors } = await mother.request(RegisterChildDocument, { input });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('refusals speak the reader’s language and cite clause and way out', async () => {
  const input = await aRegistration(api, { child: { residenceDistrict: '02' } });
  input.smsCode = await plantCode(api, input.guardian.phone);
  const ask = async (language: string) =>
    (await mother.request(RegisterChildDocument, { input }, { 'accept-language': language })).data
      .registerChild;
  expect(await ask('zh-CN')).toMatchObject({
    refusals: [{ clause: '一(二)2', message: expect.stringContaining('入学区') }],
  });
  expect(await ask('en')).toMatchObject({
    refusals: [{ clause: '一(二)2', message: expect.stringContaining('chosen district') }],
  });
});

test('nobody registers without signing in', async () => {
  const input = await aRegistration(api, { idempotencyKey: randomUUID() });
  const { errors } = await api.nobody.request(RegisterChildDocument, { input });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('myRecords lists what the viewer registered, oldest first, and nothing of others', async () => {
  const father = await api.person('father');
  const first = await register(api, father);
  api.clock.advance(60);
  const second = await register(api, father);
  const { data } = await father.request(MyRecordsDocument);
  expect(data.myRecords.map(({ number }) => number)).toEqual([first.number, second.number]);
});

describe('a collection number', () => {
  const serial = async (district: string) => {
    const [found] = await api.sql<{ last: number }>(
      'select last from collection_serial where season = (select max(year) from season) and district_code = $1',
      [district],
    );
    return found!.last;
  };
  const codes = async (overrides: NonNullable<Overrides>, change?: (input: RegisterChildInput) => void) =>
    (await refusalsOf({ district: '07', ...overrides }, change)).map(([code]) => code);

  test('is counted for each district, and tries that are refused use none up, whatever they are refused for', async () => {
    const phone = aPhone();
    const { number, input } = await register(api, mother, { district: '07', guardian: { phone } });
    expect(number.slice(4, 13)).toBe('070000001');
    for (let n = 0; n < 2; n += 1) await register(api, mother, { district: '07', guardian: { phone } });
    expect(await serial('07')).toBe(3);
    const { documentNumber } = input.child;
    for (let n = 0; n < 5; n += 1) {
      expect(await codes({ child: { name: '1' } })).toEqual(['INVALID_FORMAT']);
      expect(await codes({ child: { documentNumber } })).toEqual(['DOCUMENT_ALREADY_REGISTERED']);
      expect(await codes({ guardian: { phone } })).toEqual(['PHONE_LIMIT_REACHED']);
      expect(await codes({}, (sent) => void (sent.smsCode = '999999'))).toEqual(['SMS_CODE_WRONG']);
      expect(await codes({}, (sent) => void (sent.noticeTicket = 'x'))).toEqual(['NOTICE_NOT_READ']);
      expect(await codes({}, (sent) => void (sent.idempotencyKey = input.idempotencyKey))).toEqual([
        'ATTEMPT_REUSED',
      ]);
    }
    expect(await serial('07')).toBe(3);
    expect((await register(api, mother, { district: '07' })).number.slice(4, 13)).toBe('070000004');
  });
});

test('a document and the places on a phone are counted within a season', async () => {
  const phone = aPhone();
  const earlier = [];
  for (let n = 0; n < 3; n += 1) earlier.push(await register(api, mother, { guardian: { phone } }));
  const { child } = earlier[0]!.input;
  const numbers = earlier.map(({ number }) => number);
  // As if they had been registered a year before.
  await api.sql(
    `with past as (update collection_record set season = season - 1 where number = any($1) returning id),
      children as (update child set season = season - 1 where record_id in (select id from past))
     update guardian set season = season - 1 where record_id in (select id from past)`,
    [numbers],
  );
  const { number } = await register(api, mother, {
    guardian: { phone },
    child: { documentNumber: child.documentNumber },
  });
  expect(numbers).not.toContain(number);
  const again = await aRegistration(api, { child: { documentNumber: child.documentNumber } });
  again.smsCode = await plantCode(api, again.guardian.phone);
  const { data } = await mother.request(RegisterChildDocument, { input: again });
  expect(data.registerChild).toMatchObject({ refusals: [{ code: 'DOCUMENT_ALREADY_REGISTERED' }] });
  for (let n = 0; n < 2; n += 1) await register(api, mother, { guardian: { phone } });
  const fourth = await aRegistration(api, { guardian: { phone } });
  fourth.smsCode = await plantCode(api, phone);
  const { data: refused } = await mother.request(RegisterChildDocument, { input: fourth });
  expect(refused.registerChild).toMatchObject({ refusals: [{ code: 'PHONE_LIMIT_REACHED' }] });
});
