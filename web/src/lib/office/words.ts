import type { CheckStatus, ItemDecider, ServiceKind, Stage, TurnHolder } from '@enrolment/schema/client';
import { holderName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** The mark beside a word: done, waiting, somebody's turn, something wrong, out of the way. */
export type Mark = 'wait' | 'done' | 'turn' | 'wrong' | 'off';

const STAGE_MARKS: Record<Stage, Mark> = {
  REGISTERED: 'wait',
  DETAILS_DRAFTED: 'wait',
  SUBMITTED: 'wait',
  IDENTITY_VERIFIED: 'wait',
  RETURNED: 'turn',
  REJECTED: 'wrong',
  APPEALED: 'turn',
  APPROVED: 'done',
  PREREGISTERED: 'done',
  ADMITTED: 'done',
  WITHDRAWN: 'off',
};
export const stageMark = (stage: Stage): Mark => STAGE_MARKS[stage];

const STATUS_MARKS: Record<CheckStatus, Mark> = {
  PENDING: 'wait',
  PASSED: 'done',
  RETURNED: 'turn',
  FAILED: 'wrong',
};
export const statusMark = (status: CheckStatus): Mark => STATUS_MARKS[status];

/** Whose turn it is, in an office's words: 您 would mean the officer there. */
export const turnName = (holder: TurnHolder): string =>
  holder === 'GUARDIAN' ? m.office_family() : holderName(holder);

const SHORT_SERVICES: Record<ServiceKind, () => string> = {
  NON_LOCAL_HUKOU: m.portal_non_local,
  TREATED_AS_LOCAL: m.portal_treated_as_local,
  LOCAL_HUKOU: m.portal_local,
};
/** A service where room is scarce. */
export const shortService = (service: ServiceKind): string => SHORT_SERVICES[service]();

/** Who is waited for, or who has decided; null where it is the district's own. */
export const decidedBy = ({
  status,
  decider,
  deciderLabel: who,
  waitsForStreet,
}: {
  status: CheckStatus;
  decider: ItemDecider;
  deciderLabel: string;
  waitsForStreet: boolean;
}): string | null => {
  if (waitsForStreet) return m.office_review_street_first();
  if (decider === 'DISTRICT') return null;
  return status === 'PENDING' ? m.office_review_waits_for({ who }) : m.office_review_decided_by({ who });
};
