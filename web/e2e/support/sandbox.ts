import { randomInt } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  PlannedSchoolDocument,
  UpdateSchoolDocument,
  type TypedDocumentString,
} from '@enrolment/schema/client';

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
/** Reads the service's clock. */
export const now = async () => new Date((await ask<{ now: string }>('/clock')).now);
export const advanceClock = (advanceSeconds: number) => ask('/clock', { advanceSeconds });
export const setVerification = (documentNumber: string, outcome: 'FAILED' | 'SILENT') =>
  ask('/verification/rules', { documentNumber, outcome });
export const setSmsGateway = (mode: 'OK' | 'FAIL') => ask('/gateway/rules', { sms: { mode } });

/** Solves the proof of work as a browser does. */
export const solveRobotCheck = async (id: string) =>
  (await ask<{ answer: string }>(`/captcha/${id}/solve`, {})).answer;

export interface Identity {
  id: string;
  name: string;
  documentNumber: string;
  phone: string;
}

/** A person of the sandbox, as the identity provider knows them. */
export async function identity(id: string): Promise<Identity> {
  return (await ask<Identity[]>('/identities')).find((known) => known.id === id)!;
}

/** Nobody else's, in no other file of tests either: each of them reads the codes that came to it. */
export const aPhone = () => `199${String(randomInt(100_000_000)).padStart(8, '0')}`;

interface Sms {
  text: string;
  code: string | null;
  sentAt: string;
}

/** Sets how many children a school can take this season, as its district's administrator does. */
export async function setPlan(school: string, quota: number | null): Promise<void> {
  const { plannedSchool } = await askAs('admin-01', PlannedSchoolDocument, { school });
  const { name, nameEn, address, phone, revision } = plannedSchool!;
  const input = { name, nameEn, address, phone, quota, closed: false };
  const { updateSchool } = await askAs('admin-01', UpdateSchoolDocument, { school, input, revision });
  expect(updateSchool.__typename).toBe('PlannedSchool');
}

/** Waits for an SMS to the phone that contains the given words. */
export async function smsTo(
  phone: string,
  saying: RegExp,
  isIt: (sms: Sms) => boolean = () => true,
): Promise<Sms> {
  for (let wait = 0; wait < 300; wait += 1) {
    const sent = await ask<Sms[]>(`/sms?phone=${phone}`);
    const found = sent.find((sms) => saying.test(sms.text) && isIt(sms));
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the SMS did not come');
}

const codesRead = new Set<string>();

/** Returns the code in an SMS to the phone that contains the given words and has not been read before. */
export async function codeSentTo(phone: string, saying: RegExp): Promise<string> {
  const keyOf = ({ text, sentAt }: Sms) => [phone, sentAt, text].join();
  const sms = await smsTo(phone, saying, (one) => !codesRead.has(keyOf(one)));
  codesRead.add(keyOf(sms));
  expect(sms.code).toMatch(/^\d{6}$/);
  return sms.code!;
}

/** Asks the API as a person of the sandbox, as staff do while a family watches. */
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
