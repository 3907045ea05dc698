import { EXPECTED_STAGES } from '@enrolment/rulebook/stages.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import type { MomentPlace } from '../paging.js';
import { notOwn, type Reach } from '../record/access.predicates.js';

interface MissingAt {
  readonly school: string;
  readonly season: number;
  readonly reach: Reach;
}

/** What still has to be brought to a school; none of the reader’s own children. */
const missingAt = (em: EntityManager, { school, season, reach }: MissingAt) =>
  tables(em, 'read')
    .selectFrom('missing_originals as m')
    .innerJoin('collection_record as r', 'r.id', 'm.record')
    .where('m.school', '=', school)
    .where('r.season', '=', season)
    .where('r.withdrawnAt', 'is', null)
    .where('r.stage', 'in', EXPECTED_STAGES)
    .whereRef('m.at', '>=', 'r.stageSince')
    .where((eb) => notOwn(reach)(eb as never));

/** A page of it, newest first. */
export function selectMissing(
  em: EntityManager,
  list: MissingAt,
  { before, size }: { readonly before: MomentPlace | null; readonly size: number },
) {
  const page = missingAt(em, list)
    .innerJoin('child as c', 'c.record', 'r.id')
    .select(['m.record', 'm.at', 'm.form', 'm.kinds', 'm.school'])
    .select(['r.number', 'r.district', 'r.keyId', 'r.wrappedKey', 'c.name'])
    .orderBy('m.at', 'desc')
    .orderBy('m.record', 'desc')
    .limit(size);
  return (
    before === null
      ? page
      : page.where(
          ({ ref }) =>
            sql<boolean>`(${ref('m.at')}, ${ref('m.record')}) < (${before.at}::timestamptz, ${before.id}::uuid)`,
        )
  ).execute();
}
export type ListedMissingRow = Awaited<ReturnType<typeof selectMissing>>[number];

export async function countMissing(em: EntityManager, list: MissingAt): Promise<number> {
  const { n } = await missingAt(em, list)
    .select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
