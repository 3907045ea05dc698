import type { SeasonEnds } from '@enrolment/rulebook/retention.js';
import { UNSUBMITTED_STAGES } from '@enrolment/rulebook/stage-lists.js';
import type { RetentionKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { anyOf, tables } from '../database/tables.js';
import { SUBJECT_OF_TOKEN } from '../api-token/api-token.entity.js';
import { erasePersonal } from '../record/erase.statements.js';
import { TOMBSTONE } from '../record/record.entity.js';

/** A period that has passed for something: whose it is, and since which instant it may go. */
export interface Due {
  readonly season: number;
  readonly kind: RetentionKind;
  readonly days: number;
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** Live records of a season that are due: never submitted since the details closed, or all since it was archived. */
const dueRecords = (em: EntityManager, { season, kind, days }: Due, now: Date) => {
  const live = tables(em)
    .selectFrom('collection_record as r')
    .where('r.season', '=', season)
    .where('r.withdrawnAt', 'is', null);
  if (kind === 'RECORDS') {
    return live.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('season as s')
          .whereRef('s.year', '=', 'r.season')
          .where('s.archivedAt', '<=', before(now, days))
          .select('s.year'),
      ),
    );
  }
  return live
    .where('r.stage', 'in', UNSUBMITTED_STAGES)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('phase as p')
          .whereRef('p.season', '=', 'r.season')
          .whereRef('p.district', '=', 'r.district')
          .whereRef('p.service', '=', 'r.service')
          .where('p.kind', '=', 'DETAILS')
          .where('p.closesAt', '<=', before(now, days))
          .select('p.kind'),
      ),
    );
};

/** Whether no newer season says for how long: what belongs to no season goes by the newest that does. */
function isNewest(em: EntityManager, { season, kind }: Due) {
  const { not, exists } = expressionBuilder();
  const later = tables(em)
    .selectFrom('retention_period as later')
    .where('later.kind', '=', kind)
    .where('later.season', '>', season)
    .select('later.season');
  return not(exists(later));
}

/** Messages that belong to no record any more, such as the word after a withdrawal. */
const dueMessages = (em: EntityManager, due: Due, now: Date) =>
  tables(em)
    .selectFrom('message as m')
    .where('m.record', 'is', null)
    .where('m.queuedAt', '<=', before(now, due.days))
    .where(isNewest(em, due));

/** API tokens that ended or were revoked, but not while a webhook names its system by one of them. */
const dueTokens = (em: EntityManager, due: Due, now: Date) =>
  tables(em)
    .selectFrom('api_token as t')
    .where(({ fn }) => fn<Date>('least', ['t.expiresAt', 't.revokedAt']), '<=', before(now, due.days))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook as w')
            .where((w) => w('w.system', '=', sql<string>`${SUBJECT_OF_TOKEN}::text || ${w.ref('t.id')}`))
            .select('w.id'),
        ),
      ),
    )
    .where(isNewest(em, due));

const dueOf = (em: EntityManager, due: Due, now: Date) => {
  const count = sql<string>`count(*)`.as('n');
  if (due.kind === 'MESSAGES') return dueMessages(em, due, now).select(count);
  if (due.kind === 'API_TOKENS') return dueTokens(em, due, now).select(count);
  return dueRecords(em, due, now).select(count);
};

export const countDue = async (em: EntityManager, due: Due, now: Date): Promise<number> =>
  Number((await dueOf(em, due, now).executeTakeFirstOrThrow()).n);

/** What the periods of each season run from. */
export async function findSeasonEnds(em: EntityManager): Promise<ReadonlyMap<number, SeasonEnds>> {
  const rows = await tables(em, 'read')
    .selectFrom('season as s')
    .leftJoin('phase as p', (join) => join.onRef('p.season', '=', 's.year').on('p.kind', '=', 'DETAILS'))
    .select(({ fn }) => ['s.year', 's.archivedAt', fn.min('p.closesAt').as('detailsClose')])
    .groupBy(['s.year', 's.archivedAt'])
    .execute();
  return new Map(rows.map(({ year, ...ends }) => [year, ends]));
}

/** At most `most` of them, held; those that somebody works on wait for the next run. */
export async function holdDue(tx: EntityManager, due: Due, now: Date, most: number): Promise<string[]> {
  const held = await dueRecords(tx, due, now)
    .select('r.id')
    .orderBy('r.id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return held.map(({ id }) => id);
}

/** Rows and keys: what stays is number and history, as after a withdrawal. */
export async function erase(tx: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  await erasePersonal(tx, { records: ids });
  await tables(tx)
    .updateTable('collection_record')
    .set(({ eb }) => ({
      stage: 'WITHDRAWN' as const,
      stageSince: now,
      withdrawnAt: now,
      version: eb('version', '+', 1),
      ...TOMBSTONE,
    }))
    .where('id', '=', anyOf(ids))
    .execute();
}

export async function eraseMessages(tx: EntityManager, due: Due, now: Date, most: number): Promise<number> {
  const ids = await dueMessages(tx, due, now).select('m.id').limit(most).forUpdate().skipLocked().execute();
  await tables(tx)
    .deleteFrom('message')
    .where('id', '=', anyOf(ids.map(({ id }) => id)))
    .execute();
  return ids.length;
}

export async function eraseTokens(tx: EntityManager, due: Due, now: Date, most: number): Promise<number> {
  const ids = await dueTokens(tx, due, now).select('t.id').limit(most).forUpdate().skipLocked().execute();
  await tables(tx)
    .deleteFrom('api_token')
    .where('id', '=', anyOf(ids.map(({ id }) => id)))
    .execute();
  return ids.length;
}
