import { sql, type QueryCreator } from 'kysely';
import { prepared, type Places } from '../database/prepared.js';
import { anyOf, type Tables } from '../database/tables.js';

/** Every table with personal data. */
const PERSONAL = [
  'admission',
  'assistance',
  'child',
  'conversation',
  'conversation_message',
  'correction_request',
  'details',
  'guardian',
  'identity_check',
  'message',
  'missing_originals',
  'preregistration',
  'record_authorization',
  'record_claim',
  'record_freeze',
  'rejection',
  'result_correction',
  'review_item',
  'sms_code',
  'untold_verdict',
] as const satisfies readonly (keyof Tables)[];

type Erasing = Pick<QueryCreator<Tables>, 'with' | 'selectNoFrom'>;

/** Deletes all personal data of these records; the records themselves become tombstones. */
export const erasePersonal = prepared((db, { records }: Places<{ records: readonly string[] }>) =>
  PERSONAL.reduce<Erasing>(
    (all, table) =>
      all.with(`no_${table}`, (one) =>
        one.deleteFrom(table as 'child').where('record', '=', anyOf(records)),
      ) as unknown as Erasing,
    db,
  )
    .with('no_near_duplicate', (one) =>
      one
        .deleteFrom('near_duplicate')
        .where((eb) => eb.or([eb('one', '=', anyOf(records)), eb('other', '=', anyOf(records))])),
    )
    // What an export that is still kept says of them.
    .with('no_export', (one) =>
      one
        .updateTable('job_row')
        .set({ content: null })
        .where('content', 'is not', null)
        .where('number', 'in', (eb) =>
          eb.selectFrom('collection_record as r').select('r.number').where('r.id', '=', anyOf(records)),
        ),
    )
    .selectNoFrom(sql<number>`1`.as('erased')),
);
