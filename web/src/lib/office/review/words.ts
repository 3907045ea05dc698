import { m } from '#lib/i18n/messages/messages.js';

/** What a reviewer has decided, as the page tells it. */
export const DECIDED = ['PASSED', 'RETURNED', 'PENDING'] as const;
export type Decided = (typeof DECIDED)[number];

const WORDS: Record<Decided, () => string> = {
  PASSED: m.office_review_done_passed,
  RETURNED: m.office_review_done_returned,
  PENDING: m.office_review_done_pending,
};
export const decidedName = (decided: Decided): string => WORDS[decided]();
