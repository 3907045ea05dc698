import type { EntityManager } from '@mikro-orm/postgresql';
import { firstOf, tables } from '../database/tables.js';
import type { CollectionRecord } from '../record/record.entity.js';

interface Looked {
  readonly document: Buffer;
  readonly phone: Buffer;
}

/** Looks the corrected document and phone up among the other records, in one statement. */
export async function correctionFacts(
  tx: EntityManager,
  { id, season, district }: CollectionRecord,
  { document, phone }: Looked,
) {
  const found = await tables(tx)
    .selectFrom('season as s')
    .select((eb) => [
      's.bornFrom',
      's.bornTo',
      eb
        .selectFrom('district as d')
        .select(({ ref }) => firstOf(ref('d.hotline')).as('hotline'))
        .where('d.code', '=', district)
        .as('hotline'),
      eb
        .selectFrom('district as known')
        .select((known) => known.fn.agg<string[]>('array_agg', ['known.code']).as('codes'))
        .as('districts'),
      eb
        .exists(
          eb
            .selectFrom('child as c')
            .select('c.record')
            .where('c.documentIndex', '=', document)
            .where('c.season', '=', season)
            .where('c.record', '<>', id),
        )
        .as('documentTaken'),
      eb
        .selectFrom('guardian as g')
        .select((g) => g.fn.agg<number[] | null>('array_agg', ['g.phoneSlot']).as('slots'))
        .where('g.phoneIndex', '=', phone)
        .where('g.season', '=', season)
        .where('g.phoneSlot', 'is not', null)
        .where('g.record', '<>', id)
        .as('slotsUsed'),
    ])
    .where('s.year', '=', season)
    .executeTakeFirstOrThrow();
  return {
    season: { bornFrom: found.bornFrom, bornTo: found.bornTo },
    hotline: found.hotline ?? '',
    districts: new Set(found.districts ?? []),
    documentTaken: Boolean(found.documentTaken),
    slotsUsed: found.slotsUsed ?? [],
  };
}
