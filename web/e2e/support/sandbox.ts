import { expect } from '@jest/globals';
import type { TypedDocumentString } from '@enrolment/schema/client';

const SANDBOX = () => process.env.E2E_SANDBOX!;

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(SANDBOX() + path, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  });
  return (await response.json()) as T;
}

export interface MadeUpChild {
  name: string;
  documentNumber: string;
  sex: 'MALE' | 'FEMALE';
  birthDate: string;
}

export const aChild = async () => (await ask<MadeUpChild[]>('/children?count=1'))[0]!;
/** The service's clock. */
export const now = async () => new Date((await ask<{ now: string }>('/clock')).now);
export const advanceClock = (advanceSeconds: number) => ask('/clock', { advanceSeconds });
export const setVerification = (documentNumber: string, outcome: 'FAILED' | 'SILENT') =>
  ask('/verification/rules', { documentNumber, outcome });
export const setSmsGateway = (mode: 'OK' | 'FAIL') => ask('/gateway/rules', { sms: { mode } });

/** What a browser works out for the proof of work. */
export const solveRobotCheck = async (id: string) =>
  (await ask<{ answer: string }>(`/captcha/${id}/solve`, {})).answer;

export interface Identity {
  id: string;
  name: string;
  documentNumber: string;
  phone: string;
}

/** Somebody of the sandbox, as the identity provider knows him. */
export async function identity(id: string): Promise<Identity> {
  return (await ask<Identity[]>('/identities')).find((known) => known.id === id)!;
}

let phones = 0;
export const aPhone = (start = '1990003') => `${start}${String((phones += 1)).padStart(4, '0')}`;

interface Sms {
  text: string;
  code: string | null;
}

/** Waits for an SMS to a phone that says something. */
export async function smsTo(phone: string, saying: RegExp): Promise<Sms> {
  for (let wait = 0; wait < 300; wait += 1) {
    const found = (await ask<Sms[]>(`/sms?phone=${phone}`)).find(({ text }) => saying.test(text));
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the SMS did not come');
}

/** The code in the newest SMS to a phone that says something. */
export async function codeSentTo(phone: string, saying: RegExp): Promise<string> {
  const { code } = await smsTo(phone, saying);
  expect(code).toMatch(/^\d{6}$/);
  return code!;
}

/** Asks the API as somebody of the sandbox: what staff do while a family watches. */
export async function askAs<Result, Variables>(
  identity: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { access_token: token } = await ask<{ access_token: string }>(`/identities/${identity}/token`, {});
  const response = await fetch(`${process.env.E2E_API!}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
