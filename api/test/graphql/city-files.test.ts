import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { SetUpCityDocument } from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let city: Person;
let registrar: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
});
afterAll(() => api.stop());

/** 1,500 schools in 18 districts, and policies as long as they get. */
const aWholeCity = (): string => {
  const districts = Array.from({ length: 18 }, (_, index) => String(index + 1).padStart(2, '0'));
  const schools = Array.from({ length: 1_500 }, (_, index) => {
    const district = districts[index % 18]!;
    return `  - { code: '${district}${String(index).padStart(4, '0')}', district: '${district}', name: 测试街道第${index}中心小学（测试校区）, nameEn: No. ${index} Central Primary School of Some Subdistrict (Test Campus), address: 测试街道测试南路 ${index} 号院 12 号楼, phone: 010-0000 ${String(index).padStart(4, '0')} }`;
  });
  return `schools:\n${schools.join('\n')}\n# ${'政策正文。'.repeat(40_000)}\n`;
};

const post = (
  { token }: Pick<Person, 'token'>,
  body: string | Readable,
  headers: Record<string, string> = {},
) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    payload: body,
  });

/** A body of this length that would go on for ever, and how often more of it was asked for. */
function endless(length: number) {
  const asked = { times: 0 };
  const body = new Readable({
    read() {
      asked.times += 1;
      this.push(' '.repeat(1_024));
    },
  });
  return { asked, body, headers: { 'content-length': String(length) } };
}

describe('the files of a whole city', () => {
  test('are taken from whoever may set it up', async () => {
    const files = [{ name: 'city.yaml', text: aWholeCity() }];
    const { data } = await city.request(SetUpCityDocument, { files, apply: false });
    const { mistakes, changes, applied } = data.setUpCity;
    expect({ mistakes, applied }).toEqual({ mistakes: [], applied: false });
    expect(changes.filter(({ section, kind }) => section === 'schools' && kind === 'ADDED')).toHaveLength(
      1_500,
    );
  });

  test('have an end as well', async () => {
    const { body, headers } = endless(5 * 1024 * 1024);
    expect((await post(city, body, headers)).statusCode).toBe(413);
  });

  test.each([
    ['a school’s registrar', () => registrar.token, 413],
    ['nobody', () => null, 413],
    ['a token that is none', () => 'eyJhbGciOiJub25lIn0.e30.', 401],
  ])('of %s are not read', async (_, token, status) => {
    const { asked, body, headers } = endless(200 * 1024);
    const { statusCode, headers: answered } = await post({ token: token() }, body, headers);
    expect([statusCode, asked.times]).toEqual([status, 0]);
    expect(answered.connection).toBe('close');
  });

  test('that do not say their length are no more than anybody’s', async () => {
    const query = JSON.stringify({ query: '{ now }' });
    expect((await post(city, Readable.from([query]))).statusCode).toBe(200);
    expect((await post(city, Readable.from([query, ' '.repeat(200 * 1024)]))).statusCode).toBe(413);
  });
});
