import { sql, type RawBuilder } from 'kysely';
import { ofRecord } from '../record/access.predicates.js';
import { UNPUBLISHED } from './unpublished.js';

export interface Order {
  /** The moment that a record has in the order; the id follows. Each but the last has an index of just these words. */
  readonly moment: RawBuilder<Date>;
  readonly descending: boolean;
}

const REGISTERED = sql<Date>`r.registered_at`;
/** What was never submitted stands at the end of time. */
const SUBMITTED = sql<Date>`coalesce(r.submitted_at, 'infinity'::timestamptz)`;
/**
 * So does what a school has preregistered: it waits for no decision that is told before the publication, and its place must
 * not tell of one.
 */
const WAITED = sql<Date>`case when r.stage in (${sql.join(UNPUBLISHED.map((stage) => sql.lit(stage)))}) then 'infinity'::timestamptz else r.stage_since end`;

/** Few records: it goes with the filter that finds them. */
const WRITTEN = sql<Date>`coalesce(${ofRecord()
  .selectFrom('conversation as m')
  .select('m.waitingSince')
  .whereRef('m.record', '=', 'r.id')}, 'infinity'::timestamptz)`;

export const ORDERS = {
  REGISTERED_AT_ASC: { moment: REGISTERED, descending: false },
  REGISTERED_AT_DESC: { moment: REGISTERED, descending: true },
  SUBMITTED_AT_ASC: { moment: SUBMITTED, descending: false },
  STAGE_SINCE_ASC: { moment: WAITED, descending: false },
  AWAITS_ANSWER_ASC: { moment: WRITTEN, descending: false },
} satisfies Record<string, Order>;

export type RecordOrder = keyof typeof ORDERS;
