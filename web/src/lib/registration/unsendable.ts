import { NOTICE_READING_SECONDS } from '@enrolment/api/rulebook/notice.ts';
import { explain, type ExplainedRefusal } from '@enrolment/api/rulebook/refusal.ts';
import {
  checkRegistration,
  normaliseRegistration,
  type Registration,
} from '@enrolment/api/rulebook/registration.ts';
import type { Language } from '#lib/format.ts';

interface Known {
  season: { bornFrom: string; bornTo: string };
  districts: readonly { code: string; hotline: readonly string[] }[];
}

const ALWAYS = { opensAt: new Date(0), closesAt: new Date(8.64e15) };
const READ_MS = NOTICE_READING_SECONDS * 1000;

/**
 * Every refusal of a form that the API takes no part of, since its sex is missing: told at once with the same rulebook.
 * What the API alone knows (window, notice, what is registered, whether the code is right) is left to it.
 */
export function refusalsOfUnsendable(
  typed: Registration,
  { season, districts }: Known,
  now: Date,
  language: Language,
): ExplainedRefusal[] {
  const { district, service } = typed;
  const facts = {
    season,
    districts: new Set(districts.map(({ code }) => code)),
    hotline: districts.find(({ code }) => code === district)?.hotline[0] ?? '',
    window: ALWAYS,
    notice: { district, service, openedAt: new Date(now.getTime() - READ_MS) },
    privacyPolicyVersion: typed.privacyPolicyVersion || 'none accepted',
    documentTaken: false,
    phoneUsed: 0,
    code: { kind: 'RIGHT' },
  } as const;
  return checkRegistration(normaliseRegistration(typed), facts, now).map((one) => explain(one, language));
}
