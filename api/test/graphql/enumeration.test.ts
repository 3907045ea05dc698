import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RegisterChildDocument, type RegisterChildInput } from '@enrolment/schema/client';
import { aRegistration, plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { aPhone } from '../support/people.js';

let api: TestApi;
let mother: Person;
let stranger: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  stranger = await api.person('stranger');
});
afterAll(() => api.stop());

/** What is told to somebody about an input, with the code that they have. */
async function told(person: Person, input: RegisterChildInput): Promise<string[]> {
  const { data } = await person.request(RegisterChildDocument, { input });
  return data.registerChild.__typename === 'Refused'
    ? data.registerChild.refusals.map(({ code }) => code)
    : [];
}

const bodyOf = async (person: Person, input: RegisterChildInput) =>
  (await person.request(RegisterChildDocument, { input })).body;

test('without the code of the phone, a registered document and a full phone are answered like unknown ones, byte for byte', async () => {
  const phone = aPhone();
  let taken = '';
  for (let n = 0; n < 3; n += 1)
    taken = (await register(api, mother, { guardian: { phone } })).input.child.documentNumber;
  const unknown = await aRegistration(api);
  for (const smsCode of ['', '000001']) {
    const asked = await bodyOf(stranger, { ...unknown, smsCode });
    const child = { ...unknown.child, documentNumber: taken };
    expect(await bodyOf(stranger, { ...unknown, smsCode, child })).toBe(asked);
    expect(await bodyOf(stranger, { ...unknown, smsCode, guardian: { ...unknown.guardian, phone } })).toBe(
      asked,
    );
  }
});

test('one is told of what one has registered oneself, with or without the code', async () => {
  const { input } = await register(api, mother);
  const again = await aRegistration(api, { child: { documentNumber: input.child.documentNumber } });
  expect(await told(mother, again)).toContain('DOCUMENT_ALREADY_REGISTERED');
});

test('finding out that a document is registered costs a try: after five the code is void', async () => {
  const taken = (await register(api, mother)).input.child.documentNumber;
  const phone = aPhone();
  const smsCode = await plantCode(api, phone, { asker: 'stranger' });
  const probe = await aRegistration(api, { smsCode, guardian: { phone }, child: { documentNumber: taken } });
  for (let n = 0; n < 5; n += 1) expect(await told(stranger, probe)).toEqual(['DOCUMENT_ALREADY_REGISTERED']);
  expect(await told(stranger, probe)).toEqual(['SMS_ATTEMPTS_EXCEEDED']);
});

test('a form that is wrong on purpose answers nothing about other people’s children, however often it is sent', async () => {
  const taken = (await register(api, mother)).input.child.documentNumber;
  const phone = aPhone();
  const smsCode = await plantCode(api, phone, { asker: 'stranger' });
  const wrong = await aRegistration(api, { smsCode, guardian: { phone, name: '1' } });
  const probe = { ...wrong, child: { ...wrong.child, documentNumber: taken } };
  for (let n = 0; n < 8; n += 1) expect(await bodyOf(stranger, probe)).toBe(await bodyOf(stranger, wrong));
  expect(await told(stranger, probe)).toEqual(['INVALID_FORMAT']);
});
