import { GIVEABLE_ITEMS, partOf } from '@enrolment/rulebook/joint-review.js';
import type { Details } from '@enrolment/rulebook/details/details.js';
import type { ItemPart, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Expression } from 'kysely';
import { tables } from '../database/tables.js';
import type { CollectionRecord } from '../record/record.entity.js';

type Submitted = Pick<Details, 'employments'>;

/** Of which part each kind of item is by these details. */
const partIn = (details: Submitted, kind: Expression<ReviewItemKind>) => {
  const parts = Object.fromEntries(GIVEABLE_ITEMS.map((one) => [one, partOf(one, details)]));
  return sql<ItemPart>`${JSON.stringify(parts)}::jsonb ->> ${kind}`;
};

/**
 * Lays out the items of the record's season, service and district: a district with rows of its own for a service has those
 * instead of the common ones.
 */
export async function layItems(
  tx: EntityManager,
  { id, season, district, service }: Pick<CollectionRecord, 'id' | 'season' | 'district' | 'service'>,
  details: Submitted,
): Promise<void> {
  await tables(tx)
    .insertInto('review_item')
    .columns(['record', 'kind', 'label', 'labelEn', 'position', 'part', 'status'])
    .expression((eb) =>
      eb
        .selectFrom('review_requirement as q')
        .select(({ ref }) => [
          sql<string>`${id}::uuid`.as('record'),
          'q.kind',
          'q.label',
          'q.labelEn',
          'q.position',
          partIn(details, ref('q.kind')).as('part'),
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

/** What had been returned goes back to review; what waits is of the part that it is of now; what had passed stays passed. */
export async function sendBack(tx: EntityManager, record: string, details: Submitted): Promise<void> {
  await tables(tx)
    .updateTable('review_item')
    .set(({ ref }) => ({ status: 'PENDING', decidedAt: null, part: partIn(details, ref('kind')) }))
    .where('record', '=', record)
    .where(({ eb, or, ref }) =>
      or([
        eb('status', '=', 'RETURNED'),
        eb('status', '=', 'PENDING').and('part', '<>', partIn(details, ref('kind'))),
      ]),
    )
    .execute();
}
