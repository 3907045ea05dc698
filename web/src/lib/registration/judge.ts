import { NOTICE_READING_SECONDS } from '@enrolment/rulebook/notice.ts';
import { explain, type ExplainedRefusal } from '@enrolment/rulebook/refusal.ts';
import {
  checkRegistration,
  normaliseRegistration,
  type PeopleFacts,
  type Registration,
} from '@enrolment/rulebook/registration.ts';
import type { Language } from '#lib/format.ts';

export interface Known {
  season: { bornFrom: string; bornTo: string };
  districts: readonly { code: string; hotline: readonly string[] }[];
}

const ALWAYS = { opensAt: new Date(0), closesAt: new Date(8.64e15) };
const READ_MS = NOTICE_READING_SECONDS * 1000;

/** As if all were well with what only the API knows. */
export const peopleFactsOf = ({ season, districts }: Known, district: string): PeopleFacts => ({
  season,
  districts: new Set(districts.map(({ code }) => code)),
  hotline: districts.find(({ code }) => code === district)?.hotline[0] ?? '',
  window: ALWAYS,
  document: 'FREE',
  phoneUsed: 0,
});

/**
 * Every refusal of what is typed, by the same function that the API asks. The page asks it while somebody types, and for
 * a form that cannot reach the API because the sex is missing. What only the API knows (window, notice, what is registered,
 * whether the code is right) is left to the API.
 */
export function refusalsOf(
  typed: Registration,
  known: Known,
  now: Date,
  language: Language,
): ExplainedRefusal[] {
  const { district, service } = typed;
  const facts = {
    ...peopleFactsOf(known, district),
    notice: { district, service, openedAt: new Date(now.getTime() - READ_MS) },
    privacyPolicyVersion: typed.privacyPolicyVersion || 'none accepted',
    code: { kind: 'RIGHT' },
  } as const;
  return checkRegistration(normaliseRegistration(typed), facts, now).map((one) => explain(one, language));
}
