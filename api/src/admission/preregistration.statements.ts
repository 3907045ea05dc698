import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import type { MomentPlace } from '../paging.js';

/** What one school has preregistered in a season: on one day, or at any time. */
export interface ListOfSchool {
  readonly school: string;
  readonly season: number;
  readonly from: Date | null;
  readonly to: Date | null;
}

const ofSchool = (em: EntityManager, { school, season, from, to }: ListOfSchool) => {
  const all = tables(em, 'read')
    .selectFrom('preregistration as p')
    .innerJoin('collection_record as r', 'r.id', 'p.record')
    .where('p.school', '=', school)
    .where('r.season', '=', season);
  const since = from === null ? all : all.where('p.at', '>=', from);
  return to === null ? since : since.where('p.at', '<', to);
};

/** A page of it, newest first, with the child as far as the school may still read it. */
export function selectPreregistrations(
  em: EntityManager,
  list: ListOfSchool,
  { before, size }: { readonly before: MomentPlace | null; readonly size: number },
) {
  const page = ofSchool(em, list)
    .innerJoin('child as c', 'c.record', 'r.id')
    .leftJoin('admission as a', 'a.record', 'r.id')
    .select(['p.id', 'p.at', 'p.undoneAt', 'p.reason'])
    .select(['r.id as record', 'r.number', 'r.district', 'r.service', 'r.stage', 'r.keyId', 'r.wrappedKey'])
    .select(['c.name', 'c.birthDate', 'c.sex', 'c.document', 'c.documentType'])
    .select(['a.school as atSchool', 'a.approvedAt'])
    .orderBy('p.at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(size);
  return (
    before === null
      ? page
      : page.where(
          ({ ref }) =>
            sql<boolean>`(${ref('p.at')}, ${ref('p.id')}) < (${before.at}::timestamptz, ${before.id}::uuid)`,
        )
  ).execute();
}
export type PreregistrationRow = Awaited<ReturnType<typeof selectPreregistrations>>[number];

/** How many stand, and how many were undone. */
export async function countPreregistrations(
  em: EntityManager,
  list: ListOfSchool,
): Promise<{ standing: number; undone: number }> {
  return ofSchool(em, list)
    .select(({ cast, fn }) => [
      cast<number>(fn.countAll().filterWhere('p.undoneAt', 'is', null), 'integer').as('standing'),
      cast<number>(fn.countAll().filterWhere('p.undoneAt', 'is not', null), 'integer').as('undone'),
    ])
    .executeTakeFirstOrThrow();
}
