import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { anyOf, tables } from '../database/tables.js';

/**
 * What waits in a district for whoever decides it: how many items of each kind and part, with and without a subdistrict
 * there. It counts as the queues do, so what is disputed waits for nobody.
 */
export const countUndecided = (em: EntityManager, district: string, seasons: readonly number[]) =>
  tables(em)
    .selectFrom('collection_record as r')
    .innerJoin('review_item as i', 'i.record', 'r.id')
    .where('r.season', '=', anyOf(seasons))
    .where('r.district', '=', district)
    .where('r.withdrawnAt', 'is', null)
    .where('r.stage', '=', 'IDENTITY_VERIFIED')
    .where('i.status', '=', 'PENDING')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('record_freeze as f').select('f.record').whereRef('f.record', '=', 'r.id'))),
    )
    .select(({ ref }) => [
      'i.kind',
      'i.part',
      sql<boolean>`coalesce(${ref('r.residenceDistrict')} = ${ref('r.district')} and ${ref('r.residenceSubdistrict')} is not null, false)`.as(
        'atHome',
      ),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(['i.kind', 'i.part', 'atHome'])
    .execute();
export type UndecidedItems = Awaited<ReturnType<typeof countUndecided>>[number];
