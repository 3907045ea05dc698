import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import type { CollectionRecord } from '../record/record.entity.js';

/**
 * Lays out the items of the record's season, service and district: a district with rows of its own for a service has those
 * instead of the common ones.
 */
export async function layItems(
  tx: EntityManager,
  { id, season, district, service }: Pick<CollectionRecord, 'id' | 'season' | 'district' | 'service'>,
): Promise<void> {
  await tables(tx)
    .insertInto('review_item')
    .columns(['record', 'kind', 'label', 'labelEn', 'position', 'status'])
    .expression((eb) =>
      eb
        .selectFrom('review_requirement as q')
        .select([
          sql<string>`${id}::uuid`.as('record'),
          'q.kind',
          'q.label',
          'q.labelEn',
          'q.position',
          sql<'PENDING'>`'PENDING'`.as('status'),
        ])
        .where('q.season', '=', season)
        .where('q.service', '=', service)
        .where('q.kind', '<>', 'IDENTITY_AND_HUKOU')
        .where('q.district', 'is not distinct from', ({ selectFrom }) =>
          selectFrom('review_requirement as own')
            .select(({ fn }) => fn.max('own.district').as('district'))
            .where('own.season', '=', season)
            .where('own.service', '=', service)
            .where('own.district', '=', district),
        ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What had been returned goes back to review; what had passed stays passed. The kinds that were sent back. */
export async function sendBack(tx: EntityManager, record: string): Promise<ReviewItemKind[]> {
  const items = await tables(tx)
    .updateTable('review_item')
    .set({ status: 'PENDING', decidedAt: null })
    .where('record', '=', record)
    .where('status', '=', 'RETURNED')
    .returning('kind')
    .execute();
  return items.map(({ kind }) => kind);
}
