import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import { sql, type Expression } from 'kysely';
import { ofRecord } from '../record/access.predicates.js';
import { UNPUBLISHED } from './unpublished.js';

export interface Order {
  /** The moment that a record has in the order; the id follows. Each but the last has an index of just these words. */
  readonly moment: Expression<Date>;
  readonly descending: boolean;
}

const record = ofRecord();
const END_OF_TIME = sql<Date>`'infinity'::timestamptz`;

const REGISTERED = record.ref('r.registeredAt');
/** What was never submitted stands at the end of time. */
const SUBMITTED = record.fn.coalesce('r.submittedAt', END_OF_TIME);
/**
 * So does what a school has preregistered: it waits for no decision that is told before the publication, and its place must
 * not tell of one.
 */
const WAITED = record
  .case()
  .when('r.stage', 'in', sql<Stage>`(${sql.join(UNPUBLISHED.map((stage) => sql.lit(stage)))})`)
  .then(END_OF_TIME)
  .else(record.ref('r.stageSince'))
  .end();

/** Few records: it goes with the filter that finds them. */
const WRITTEN = record.fn.coalesce(
  record.selectFrom('conversation as m').select('m.waitingSince').whereRef('m.record', '=', 'r.id'),
  END_OF_TIME,
);

export const ORDERS = {
  REGISTERED_AT_ASC: { moment: REGISTERED, descending: false },
  REGISTERED_AT_DESC: { moment: REGISTERED, descending: true },
  SUBMITTED_AT_ASC: { moment: SUBMITTED, descending: false },
  STAGE_SINCE_ASC: { moment: WAITED, descending: false },
  AWAITS_ANSWER_ASC: { moment: WRITTEN, descending: false },
} satisfies Record<string, Order>;

export type RecordOrder = keyof typeof ORDERS;
