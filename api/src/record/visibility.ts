import type { Stage } from '../vocabulary.js';
import type { EventRow } from './record.loaders.js';
import type { RecordRow } from './record.service.js';

/** Verdicts of the review: a family sees them from the opening of the district's REVIEW phase on. */
const VERDICTS: readonly Stage[] = ['RETURNED', 'REJECTED', 'APPEALED', 'APPROVED'];
/** Events of the review that change no stage, and what the district decides before it publishes. */
const REVIEW_EVENTS = /^ITEM_/;
const ADMISSION_EVENTS = /^ADMI/;

export const reviewShown = ({ review_opens_at: opensAt }: RecordRow, now: Date): boolean =>
  opensAt === null || new Date(opensAt) <= now;

/**
 * The stage as the family may know it: no verdict before the district's calendar shows it, and no admission before the
 * result is published (五(二)1). What was returned by the identity check is no verdict.
 */
export function familyStage(record: RecordRow, now: Date): Stage {
  const { stage } = record;
  if (stage === 'ADMITTED' && record.published_at === null) return 'PREREGISTERED';
  if (!VERDICTS.includes(stage) || reviewShown(record, now)) return stage;
  return stage === 'RETURNED' && record.identity_status === 'RETURNED' ? stage : 'IDENTITY_VERIFIED';
}

/** The history as the family may know it: it ends where the shown stage was last reached. */
export function familyEvents(record: RecordRow, events: readonly EventRow[], now: Date): EventRow[] {
  const shown = familyStage(record, now);
  const visible = events.filter(
    ({ kind }) =>
      (reviewShown(record, now) || !REVIEW_EVENTS.test(kind)) &&
      (record.published_at !== null || !ADMISSION_EVENTS.test(kind)),
  );
  if (shown === record.stage) return visible;
  const last = visible.findLastIndex(({ to_stage: stage }) => stage === shown);
  return visible.slice(0, last + 1);
}
