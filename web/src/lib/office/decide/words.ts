import { m } from '#lib/i18n/messages/messages.js';
import type { Done } from '#lib/server/decide.ts';

const DONE_NAMES: Record<Done, () => string> = {
  CLAIMED: m.office_done_claimed,
  GIVEN: m.office_given,
  PASSED: m.office_done_passed,
  PENDING: m.office_done_pending,
  RETURNED: m.office_done_returned,
  REJECTED: m.office_done_rejected,
  APPEAL_ACCEPTED: m.office_done_appeal_accepted,
  APPEAL_DISMISSED: m.office_done_appeal_dismissed,
  ADMITTED: m.office_done_admitted,
  NOT_ADMITTED: m.office_done_not_admitted,
  TAKEN_BACK: m.office_done_taken_back,
  CORRECTED: m.office_done_corrected,
};
export const doneName = (done: Done): string => DONE_NAMES[done]();
