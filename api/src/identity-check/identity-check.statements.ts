import { LOOKED_THROUGH } from '@enrolment/rulebook/service-health.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Expression } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { v4 as uuid } from 'uuid';
import { tables } from '../database/tables.js';
import { job } from '../message/outbox.js';

/** The most that are asked again at a time, so that a gateway that has just come back is not overrun. */
const ASKED_AT_ONCE = 200;

/** The job that sends a request. Its key is the request's id, so it is never in the queue twice. */
const asking = (id: Expression<string>) =>
  job({ task: 'verify_identity', payload: jsonBuildObject({ requestId: id }), key: id });

/** A request for the gateway, and the job that sends it. */
export async function requestCheck(
  tx: EntityManager,
  record: string,
  fingerprint: Buffer,
  now: Date,
): Promise<void> {
  const requestId = uuid();
  const anew = { requestId, fingerprint, status: 'PENDING', requestedAt: now } as const;
  const nothing = {
    askedAt: null,
    overdueAt: null,
    checkedAt: null,
    decidedBy: null,
    reason: null,
    differences: [],
  };
  const requested = tables(tx)
    .insertInto('identity_check')
    .values({ record, ...anew })
    .onConflict((conflict) => conflict.column('record').doUpdateSet({ ...anew, ...nothing }))
    .returning('requestId as anew');
  await tables(tx)
    .with('requested', () => requested)
    .selectFrom('requested as r')
    .select(({ ref }) => asking(ref('r.anew')).as('job'))
    .execute();
}

export async function markAsked(em: EntityManager, requestId: string, now: Date): Promise<void> {
  await tables(em)
    .updateTable('identity_check')
    .set({ askedAt: now })
    .where('requestId', '=', requestId)
    .execute();
}

/** Asks again, with the same request id, for answers that were last asked for before `before`. */
export async function askAgain(em: EntityManager, now: Date, before: Date): Promise<void> {
  const db = tables(em);
  const due = db
    .selectFrom('identity_check as c')
    .select('c.record')
    .where('c.status', '=', 'PENDING')
    .where('c.requestedAt', '<=', before)
    .where(({ fn }) => sql<boolean>`${fn.coalesce('c.askedAt', 'c.requestedAt')} <= ${before}`)
    .orderBy('c.requestedAt')
    .limit(ASKED_AT_ONCE)
    .forUpdate()
    .skipLocked();
  await db
    .with('asked', (cte) =>
      cte
        .updateTable('identity_check')
        .set({ askedAt: now })
        .where('record', 'in', due)
        .returning('requestId as again'),
    )
    .selectFrom('asked as a')
    .select(({ ref }) => asking(ref('a.again')).as('job'))
    .execute();
}

/** Marks checks that have waited since `since` or longer, and returns the district of each that is overdue now. */
export async function markOverdue(em: EntityManager, now: Date, since: Date): Promise<string[]> {
  const overdue = await tables(em)
    .updateTable('identity_check')
    .from('collection_record as r')
    .set({ overdueAt: now })
    .whereRef('r.id', '=', 'identity_check.record')
    .where('identity_check.status', '=', 'PENDING')
    .where('identity_check.overdueAt', 'is', null)
    .where('identity_check.requestedAt', '<=', since)
    .returning('r.district')
    .execute();
  return overdue.map(({ district }) => district);
}

/** How many checks wait since `since` or longer, in each district, and the oldest of them. */
export function countOverdue(em: EntityManager, since: Date) {
  const overdue = tables(em, 'read')
    .selectFrom('identity_check as c')
    .select(['c.record as about', 'c.requestedAt as begun'])
    .where('c.status', '=', 'PENDING')
    .where('c.requestedAt', '<=', since)
    .orderBy('c.requestedAt')
    .limit(LOOKED_THROUGH);
  return tables(em, 'read')
    .selectFrom(overdue.as('some'))
    .innerJoin('collection_record as r', 'r.id', 'some.about')
    .select(({ cast, fn }) => [
      'r.district',
      cast<number>(fn.countAll(), 'integer').as('count'),
      fn.min('some.begun').as('since'),
    ])
    .groupBy('r.district')
    .execute();
}
