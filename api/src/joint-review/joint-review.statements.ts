import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';

/** The undecided items of a district under review: how many of each kind and part, with and without a subdistrict there. */
export const countUndecided = (em: EntityManager, district: string) =>
  tables(em)
    .selectFrom('collection_record as r')
    .innerJoin('review_item as i', 'i.record', 'r.id')
    .where('r.district', '=', district)
    .where('r.withdrawnAt', 'is', null)
    .where('r.stage', '=', 'IDENTITY_VERIFIED')
    .where('i.status', '=', 'PENDING')
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
