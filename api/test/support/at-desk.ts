import { randomUUID } from 'node:crypto';
import {
  GuardianNoticeDocument,
  RegisterAtDeskDocument,
  type RegisterAtDeskInput,
  type RegisterChildInput,
} from '@enrolment/schema/client';
import { aRegistration, type Person, type TestApi } from './api.js';

export const PAPER = '代办 17 号';

/** A registration as an officer fills it in at the desk. */
export async function anInputAtDesk(
  api: TestApi,
  officer: Person,
  overrides: Partial<RegisterAtDeskInput> = {},
): Promise<RegisterAtDeskInput> {
  const { district, service, child, guardian, privacyPolicyVersion }: RegisterChildInput =
    await aRegistration(api);
  const { data } = await officer.request(GuardianNoticeDocument, { district, service });
  const noticeVersion = data.guardianNotice.version;
  return {
    idempotencyKey: randomUUID(),
    district,
    service,
    child,
    guardian,
    paper: { reference: PAPER, noticeVersion, privacyPolicyVersion, kept: true },
    ...overrides,
  };
}

/** Registers a child at the desk, where the record stays open. */
export async function registerAtDesk(
  api: TestApi,
  officer: Person,
  overrides: Partial<RegisterAtDeskInput> = {},
): Promise<{ number: string; input: RegisterAtDeskInput }> {
  const input = await anInputAtDesk(api, officer, overrides);
  const { data, errors } = await officer.request(RegisterAtDeskDocument, { input });
  if (data?.registerAtDesk.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(errors ?? data));
  return { number: data.registerAtDesk.number, input };
}

/** What makes a request the family’s, while the officer has its record open. */
export const deskHeaders = (number: string): Record<string, string> => ({ 'x-desk-record': number });
