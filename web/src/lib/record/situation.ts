import type { Stage, WayFragment } from '@enrolment/schema/client';

/** The parts of a record that say whose turn it is. */
export type OnItsWay = WayFragment & { number: string; stage: Stage };

/** Where a record stands for its family: its stage, and what can be done in it now. */
export type Situation =
  | 'DETAILS_AHEAD'
  | 'DETAILS'
  | 'DETAILS_DRAFTED'
  | 'DETAILS_OVER'
  | 'IDENTITY'
  | 'RETURNED'
  | 'REVIEW'
  | 'REJECTED'
  | 'REJECTED_FOR_GOOD'
  | 'APPEALED'
  | 'FORM_AHEAD'
  | 'FORM'
  | 'PREREGISTRATION_MISSED'
  | 'RESULT_AHEAD'
  | 'RESULT'
  | 'WITHDRAWN';

export function situationOf({ stage, turn, admissionResult, missedPreregistration }: OnItsWay): Situation {
  switch (stage) {
    case 'REGISTERED':
    case 'DETAILS_DRAFTED':
      if (turn.holder !== 'GUARDIAN') return 'DETAILS_AHEAD';
      if (turn.until === null) return 'DETAILS_OVER';
      return stage === 'REGISTERED' ? 'DETAILS' : 'DETAILS_DRAFTED';
    case 'SUBMITTED':
      return 'IDENTITY';
    case 'IDENTITY_VERIFIED':
      return 'REVIEW';
    case 'REJECTED':
      return turn.holder === 'GUARDIAN' ? 'REJECTED' : 'REJECTED_FOR_GOOD';
    case 'APPROVED':
      if (missedPreregistration) return 'PREREGISTRATION_MISSED';
      return turn.holder === 'GUARDIAN' ? 'FORM' : 'FORM_AHEAD';
    case 'PREREGISTERED':
    case 'ADMITTED':
      return admissionResult ? 'RESULT' : 'RESULT_AHEAD';
    default:
      return stage;
  }
}

/** The next day that matters to this family: the end of their turn, otherwise what opens next. */
export type NextDate = { until: string } | { label: string; from: string };

export function nextDateOf({ turn, steps }: OnItsWay, now: string): NextDate | null {
  const ahead = (when: string | null): when is string => when !== null && Date.parse(when) > Date.parse(now);
  if (turn.holder === 'GUARDIAN' && ahead(turn.until)) return { until: turn.until };
  for (const { state, label, opensAt } of steps) {
    if (state !== 'DONE' && ahead(opensAt)) return { label, from: opensAt };
  }
  return null;
}
