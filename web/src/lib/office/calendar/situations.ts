import type { Stage } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';

/** The families that a calendar can be tried for; NEW has not registered. */
export const SITUATIONS = [
  'NEW',
  'REGISTERED',
  'SUBMITTED',
  'IDENTITY_VERIFIED',
  'RETURNED',
  'APPROVED',
  'PREREGISTERED',
] as const satisfies readonly (Stage | 'NEW')[];
export type Situation = (typeof SITUATIONS)[number];

const NAMES: Readonly<Record<Situation, () => string>> = {
  NEW: m.office_cal_family_new,
  REGISTERED: m.office_cal_family_registered,
  SUBMITTED: m.office_cal_family_submitted,
  IDENTITY_VERIFIED: m.office_cal_family_verified,
  RETURNED: m.office_cal_family_returned,
  APPROVED: m.office_cal_family_approved,
  PREREGISTERED: m.office_cal_family_preregistered,
};

export const situationName = (situation: Situation): string => NAMES[situation]();
export const situationIn = (text: string | null): Situation =>
  SITUATIONS.find((one) => one === text) ?? 'REGISTERED';
