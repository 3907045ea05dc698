import { FILE_COLUMN_NAMES, type FileColumn, type FileKind } from '@enrolment/rulebook/decision-file.ts';
import { ADMISSION_OUTCOME_NAMES } from '@enrolment/rulebook/names.ts';
import { TOLD_STAGES } from '@enrolment/rulebook/stage-lists.ts';
import type { JobKind, JobOutcome, JobQuery, JobShownFragment, JobState } from '@enrolment/schema/client';
import { itemName, statusName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import type { Mark } from '../words.ts';

type Order = NonNullable<JobQuery['job']>['order'];

const KINDS: Record<JobKind, () => string> = {
  DECIDE_REVIEW_ITEM: m.office_bulk_kind_item,
  DECIDE_IDENTITY_CHECK: m.office_bulk_identity,
  REJECT_RECORDS: () => stageName('REJECTED'),
  PREREGISTER: m.office_bulk_kind_preregister,
  APPROVE_ADMISSIONS: m.office_bulk_admission,
  CLAIM_RECORDS: m.office_bulk_claim,
  RELEASE_RECORDS: m.office_bulk_release,
  TAKE_OVER_RECORDS: m.office_bulk_take_over,
  EXPORT_LIST: m.office_export,
};

/** What is done: “居住材料：通过”. Once the order is no longer kept, its kind. */
export function orderInWords(kind: JobKind, order: Order | undefined): string {
  const decision = order && decisionName(order);
  const what = order?.item ? itemName(order.item) : KINDS[kind]();
  return decision ? m.office_bulk_of_item({ item: what, status: decision }) : what;
}

const decisionName = ({ status, outcome }: NonNullable<Order>): string | null =>
  status ? statusName(status) : outcome && ADMISSION_OUTCOME_NAMES[outcome][getLocale()];

/** What a file says of one record, apart from the reason. */
export function rowOrderInWords(order: Order | undefined): string {
  if (!order) return '';
  const school = order.school && m.office_bulk_at_school({ school: order.school.name });
  return [order.item && itemName(order.item), decisionName(order), school].filter(Boolean).join(' ');
}

/** What is decided by the lines of a file. */
export const fileKindName = (kind: FileKind): string =>
  kind === 'APPROVE_ADMISSIONS' ? m.office_bulk_import_admission() : KINDS[kind]();

/** A mistake in a line, with the column that it is in. */
export function mistakeInWords({ field, message }: { field: string | null; message: string }): string {
  const column = FILE_COLUMN_NAMES[field as FileColumn]?.[getLocale()];
  return column ? m.office_bulk_at_column({ column, message }) : message;
}

const STATES: Record<JobState, { word: () => string; mark: Mark }> = {
  PROPOSED: { word: m.office_bulk_state_proposed, mark: 'turn' },
  QUEUED: { word: m.office_bulk_state_queued, mark: 'wait' },
  RUNNING: { word: m.office_bulk_state_running, mark: 'wait' },
  DONE: { word: m.office_bulk_state_done, mark: 'done' },
  FAILED: { word: m.office_bulk_state_failed, mark: 'wrong' },
  CANCELLED: { word: m.office_bulk_state_cancelled, mark: 'off' },
  DECLINED: { word: m.office_bulk_state_declined, mark: 'off' },
  EXPIRED: { word: m.office_bulk_state_expired, mark: 'off' },
};
export function stateName({ state, dryRun }: Pick<JobShownFragment, 'state' | 'dryRun'>): string {
  if (dryRun && state === 'DONE') return m.office_bulk_state_tried();
  if (dryRun && state === 'RUNNING') return m.office_bulk_state_trying();
  return STATES[state].word();
}
export const stateMark = (state: JobState): Mark => STATES[state].mark;

type Summary = NonNullable<JobQuery['job']>['summary'];

export const familiesTold = (summary: Summary): number =>
  summary
    .filter(({ stage }) => stage !== null && TOLD_STAGES.includes(stage))
    .reduce((sum, { count }) => sum + count, 0);

/** What became of a record, or would become of it. */
export function outcomeName(
  outcome: JobOutcome | null,
  { kind, dryRun }: Pick<JobShownFragment, 'kind' | 'dryRun'>,
): string {
  if (outcome === null) return m.office_bulk_waits();
  if (outcome === 'REFUSED')
    return kind === 'EXPORT_LIST' ? m.office_export_left_out() : m.office_bulk_refused();
  if (kind === 'EXPORT_LIST') return m.office_export_written();
  return dryRun ? m.office_bulk_would() : m.office_bulk_done();
}
