import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { MyRecordsDocument, PortalDocument, RecordDocument, ViewerDocument } from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { AUDIENCE } from '../support/outside.js';

let api: TestApi;
let mother: Person;
let number: string;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  number = (await register(api, mother)).number;
});
afterAll(() => api.stop());

const staff = (role: string, where: object = {}) => api.person(role, { roles: [{ role, ...where }] });
const sees = async (person: Person) =>
  (await person.request(RecordDocument, { number })).data?.collectionRecord != null;

describe('a record', () => {
  test('is seen by whoever registered it, the district’s staff and the city', async () => {
    expect(await sees(mother)).toBe(true);
    expect(await sees(await staff('DISTRICT_OFFICER', { district: '01' }))).toBe(true);
    expect(await sees(await staff('DISTRICT_ADMIN', { district: '01' }))).toBe(true);
    expect(await sees(await staff('MUNICIPAL_ADMIN'))).toBe(true);
  });

  test('is not seen by other guardians, other districts and schools, byte for byte as if it were absent', async () => {
    const absent = await mother.request(RecordDocument, { number: '20260199999999' });
    const strip = (body: string) => body.replace(/"now":"[^"]*"/, '');
    for (const person of [
      await api.person('stranger'),
      await staff('DISTRICT_OFFICER', { district: '02' }),
      await staff('SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
      await staff('DISTRICT_OFFICER'),
    ]) {
      expect(strip((await person.request(RecordDocument, { number })).body)).toBe(strip(absent.body));
    }
  });

  test('read by staff leaves an audit entry; read by its guardian does not', async () => {
    const count = async () =>
      (
        await api.sql<{ n: number }>(
          `select count(*)::int as n from audit_entry where action = 'RECORD_READ' and record_number = $1`,
          [number],
        )
      )[0]!.n;
    const before = await count();
    await sees(mother);
    expect(await count()).toBe(before);
    await sees(await staff('DISTRICT_OFFICER', { district: '01' }));
    expect(await count()).toBe(before + 1);
  });
});

describe('a token', () => {
  const claims = { sub: 'mother', name: '测试家长' };
  const answer = async (token: string) => {
    const { status, errors } = await api.raw(ViewerDocument, undefined, { authorization: `Bearer ${token}` });
    return [status, errors?.[0]?.extensions.code];
  };
  const refused = [401, 'UNAUTHENTICATED'];

  test('is good with the right issuer, audience, type and time', async () => {
    expect(await answer(await api.issuer.sign(claims, { at: api.clock.now() }))).toEqual([200, undefined]);
  });

  test('expired, of another issuer or audience, of another type, or signed by a stranger is refused', async () => {
    const at = api.clock.now();
    const bad = await Promise.all([
      api.issuer.sign(claims, { at: new Date(at.getTime() - 2 * 86_400_000) }),
      api.issuer.sign({ ...claims, iss: 'https://elsewhere.example' }, { at }),
      api.issuer.sign({ ...claims, aud: 'urn:other' }, { at }),
      api.issuer.sign(claims, { at, typ: 'JWT' }),
      api.issuer.sign(claims, { at, key: api.issuer.strangersKey }),
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(api.issuer.url)
        .setAudience(AUDIENCE)
        .setExpirationTime('1h')
        .sign(Buffer.alloc(32)),
    ]);
    for (const token of bad) expect(await answer(token)).toEqual(refused);
  });

  test('with alg none, or rubbish, is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ ...claims, iss: api.issuer.url, aud: AUDIENCE, exp: 9e9 })}.`;
    for (const token of [none, `${none}x`, 'rubbish', 'a.b.c']) expect(await answer(token)).toEqual(refused);
  });

  test('names its scheme in any spelling, with one blank or more', async () => {
    const token = await api.issuer.sign(claims, { at: api.clock.now() });
    for (const scheme of ['bearer ', 'BEARER ', 'Bearer  ']) {
      const { status } = await api.raw(ViewerDocument, undefined, { authorization: `${scheme}${token}` });
      expect(status).toBe(200);
    }
  });

  test('without a subject that can be one, or from the future, is refused', async () => {
    const at = api.clock.now();
    const ahead = Math.floor(at.getTime() / 1000) + 3_600;
    const subjects = ['', ' ', 42, 'a\0b', 'a\nb', '\ud800', 'x'.repeat(256)];
    const bad = [
      ...subjects.map((sub) => api.issuer.sign({ ...claims, sub: sub as string }, { at })),
      api.issuer.sign({ ...claims, iat: ahead }, { at }),
    ];
    for (const token of await Promise.all(bad)) expect(await answer(token)).toEqual(refused);
  });

  test('once verified is refused when its time is over', async () => {
    const token = await api.issuer.sign(claims, { at: api.clock.now() });
    expect(await answer(token)).toEqual([200, undefined]);
    api.clock.advance(86_401);
    expect(await answer(token)).toEqual(refused);
  });
});

test('a provider that has never been reached is no reason to call a token bad', async () => {
  const other = await startApi({ worker: false });
  const person = await other.person('mother');
  await other.issuer.close();
  const { status, errors } = await person.request(ViewerDocument);
  expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect((await other.nobody.request(PortalDocument)).status).toBe(200);
  await other.stop();
});

test('the keys that were fetched are gone on with for a day while the provider is away', async () => {
  const people = await Promise.all(['now', 'later', 'too late'].map(() => api.person('mother')));
  await api.issuer.close();
  const ask = async (person: Person) => {
    const { data, errors } = await person.request(MyRecordsDocument);
    return errors?.[0]?.extensions.code ?? data.myRecords.length;
  };
  expect(await ask(people[0]!)).toBe(1);
  // The library forgets keys after ten minutes of real time.
  const real = Date.now.bind(Date);
  const ahead = jest.spyOn(Date, 'now');
  ahead.mockImplementation(() => real() + 20 * 3_600_000);
  expect(await ask(people[1]!)).toBe(1);
  ahead.mockImplementation(() => real() + 25 * 3_600_000);
  expect(await ask(people[2]!)).toBe('SERVICE_UNAVAILABLE');
  ahead.mockRestore();
});
