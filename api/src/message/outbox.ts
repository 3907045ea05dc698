import type { EventArgs, EventSubscriber } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Expression, type RawBuilder } from 'kysely';
import { tables } from '../database/tables.js';
import { Message } from './message.entity.js';

/** Somebody waits for a code with the form open, so it goes first; what goes to thousands at once holds up nothing else. */
export const PRIORITY = { code: -10, other: 0, toMany: 10 } as const;

interface QueuedJob {
  readonly task: string;
  /** JSON: a value, or a column of the statement. */
  readonly payload: string | Expression<unknown>;
  /** Two jobs with the same key are one. */
  readonly key: string | Expression<unknown>;
  readonly runAt?: Date | null;
  /** The lower, the sooner. */
  readonly priority?: number;
}

/** A column of a statement: it puts a job into the queue, in the statement's own transaction. */
export const job = ({ task, payload, key, runAt = null, priority = 0 }: QueuedJob): RawBuilder<unknown> =>
  sql`outbox.enqueue(${task}, ${payload}::json, ${key}::text, ${runAt}::timestamptz, ${priority}::int)`;

/** The same as a statement of its own. */
export async function enqueue(tx: EntityManager, queued: QueuedJob): Promise<void> {
  await tables(tx).selectNoFrom(job(queued).as('job')).execute();
}

interface QueueStanding {
  /** Workers that live, of whatever process. */
  readonly workers: number;
  /** Jobs whose time has come, a thousand at most. */
  readonly due: number;
  /** By the real clock: the oldest of those that somebody waits for, and of the others. */
  readonly urgent: Date | null;
  readonly patient: Date | null;
  /** Since the given moment. */
  readonly abandoned: number;
  readonly abandonedSince: Date | null;
}

/** How the queue stands. The service may put jobs into it and ask this, and reads none of them. */
export const queueStanding = (em: EntityManager, since: Date): Promise<QueueStanding> =>
  tables(em)
    .selectFrom(
      sql<QueueStanding>`outbox.standing(${since}::timestamptz)`.as<'q'>(
        sql`q(workers, due, urgent, patient, abandoned, "abandonedSince")`,
      ),
    )
    .select(['q.workers', 'q.due', 'q.urgent', 'q.patient', 'q.abandoned', 'q.abandonedSince'])
    .executeTakeFirstOrThrow();

/** A message's job. Its key is the message's id, so there is only one. */
export const jobOf = ({ id, runAt, carriesCode, goesToMany }: Message): QueuedJob => ({
  task: 'send_message',
  payload: JSON.stringify({ id }),
  key: id,
  runAt: runAt ?? null,
  priority: carriesCode ? PRIORITY.code : goesToMany ? PRIORITY.toMany : PRIORITY.other,
});

/** Every message that is flushed has its job in the same transaction. */
export class Outbox implements EventSubscriber<Message> {
  getSubscribedEntities() {
    return [Message];
  }

  async afterCreate({ entity, em }: EventArgs<Message>): Promise<void> {
    await enqueue(em as EntityManager, jobOf(entity));
  }
}
