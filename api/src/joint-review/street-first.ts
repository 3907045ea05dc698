import { sql } from 'kysely';
import { anyFound } from '../database/tables.js';
import type { ofRecord } from '../record/access.predicates.js';

type OfRecord = ReturnType<typeof ofRecord>;

/** 街道先行: the record is in a district where the subdistrict is first, which has not decided all that is its own. */
export const awaitsStreet = (eb: OfRecord) =>
  eb.and([
    eb(
      'r.district',
      '=',
      anyFound<string>(
        eb.selectFrom('district as o').select('o.code').where('o.reviewOrder', '=', 'STREET_FIRST'),
      ),
    ),
    // A home in another district, or without a subdistrict, leaves its items with the district.
    eb('r.residenceDistrict', '=', eb.ref('r.district')),
    eb('r.residenceSubdistrict', 'is not', null),
    sql<boolean>`coalesce(${undecided(eb)}, false)`,
  ]);

/** As a value and not as `exists`, for which PostgreSQL may read the items of the whole city at once. */
const undecided = (eb: OfRecord) =>
  eb
    .selectFrom('review_item as s')
    .innerJoin('item_decider as g', (join) =>
      join.onRef('g.kind', '=', 's.kind').onRef('g.part', '=', 's.part'),
    )
    .select(sql<boolean>`true`.as('one'))
    .whereRef('s.record', '=', 'r.id')
    .whereRef('g.district', '=', 'r.district')
    .where('s.status', '=', 'PENDING')
    .where('g.decider', '=', 'SUBDISTRICT')
    .limit(1);
