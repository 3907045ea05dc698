import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';
import { notOwn, type Reach } from '../record/access.predicates.js';

/** How many are listed: they are few, and each one waits for a colleague. */
export const MOST_WAITING = 50;

/** Corrections of published results that wait for another administrator, the oldest first; none of the reader’s own children. */
export const selectWaiting = (
  em: EntityManager,
  { district, season, reach }: { readonly district: string; readonly season: number; readonly reach: Reach },
) =>
  tables(em)
    .selectFrom('result_correction as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(['c.id', 'r.number', 'r.service', 'c.name', 'c.at', 'c.by'])
    .where('r.district', '=', district)
    .where('r.season', '=', season)
    .where((eb) => notOwn(reach)(eb as never))
    .where('c.state', '=', 'PROPOSED')
    .orderBy('c.at')
    .orderBy('c.id')
    .limit(MOST_WAITING)
    .execute();
export type WaitingCorrection = Awaited<ReturnType<typeof selectWaiting>>[number];
