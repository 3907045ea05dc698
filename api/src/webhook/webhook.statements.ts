import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type NotNull } from 'kysely';
import { v7 as uuid } from 'uuid';
import { anyOf, tables } from '../database/tables.js';
import { enqueue } from '../message/outbox.js';
import type { DeliveryState } from './webhook.entity.js';

/** Active webhooks that have something to send now and for which nobody sends. */
export async function findDue(em: EntityManager, now: Date): Promise<string[]> {
  const due = await tables(em)
    .selectFrom('webhook as w')
    .select('w.id')
    .where('w.state', '=', 'ACTIVE')
    .where(({ eb }) => eb.or([eb('w.busyUntil', 'is', null), eb('w.busyUntil', '<=', now)]))
    .where(({ eb }) => eb.or([eb('w.pausedUntil', 'is', null), eb('w.pausedUntil', '<=', now)]))
    .where(({ eb, exists, selectFrom }) =>
      eb.or([
        exists(
          selectFrom('webhook_delivery as d')
            .select('d.id')
            .whereRef('d.webhook', '=', 'w.id')
            .where('d.state', '=', 'WAITING')
            .where('d.dueAt', '<=', now),
        ),
        exists(
          selectFrom('record_change as c')
            .select('c.event')
            .whereRef('c.position', '>', 'w.place')
            .whereRef('c.district', '=', 'w.district'),
        ),
        eb.and([
          eb('w.district', 'is', null),
          exists(selectFrom('record_change as c').select('c.event').whereRef('c.position', '>', 'w.place')),
        ]),
      ]),
    )
    .execute();
  return due.map(({ id }) => id);
}

export async function enqueueWebhook(em: EntityManager, id: string): Promise<void> {
  await enqueue(em, { task: 'deliver_webhook', payload: JSON.stringify({ id }), key: `webhook:${id}` });
}

/** Whoever takes a webhook sends for it alone; a process that was killed loses it when the time is over. */
export async function takeWebhook(em: EntityManager, id: string, now: Date, until: Date): Promise<boolean> {
  const taken = await tables(em)
    .updateTable('webhook')
    .set({ busyUntil: until })
    .where('id', '=', id)
    .where('state', '=', 'ACTIVE')
    .where(({ eb }) => eb.or([eb('busyUntil', 'is', null), eb('busyUntil', '<=', now)]))
    .returning('id')
    .execute();
  return taken.length === 1;
}

export async function leaveWebhook(em: EntityManager, id: string, until: Date): Promise<void> {
  await tables(em)
    .updateTable('webhook')
    .set({ busyUntil: null })
    .where('id', '=', id)
    .where('busyUntil', '=', until)
    .execute();
}

/** Of what is due, first what was tried least: one change that a receiver never takes holds up no other. */
export async function nextDue(
  em: EntityManager,
  webhook: string,
  now: Date,
): Promise<{ id: string; place: string } | null> {
  const next = await tables(em)
    .selectFrom('webhook_delivery as d')
    .select(['d.id', 'd.place'])
    .where('d.webhook', '=', webhook)
    .where('d.state', '=', 'WAITING')
    .where('d.dueAt', '<=', now)
    .orderBy('d.attempts')
    .orderBy('d.place')
    .limit(1)
    .executeTakeFirst();
  return next ?? null;
}

/** Changes that the webhook is to be told of: those that it was told of before it is told of again. */
export async function addDeliveries(
  tx: EntityManager,
  webhook: string,
  places: readonly string[],
  now: Date,
): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map((place) => ({
    id: uuid(),
    webhook,
    place,
    state: 'WAITING' as const,
    attempts: 0,
    dueAt: now,
    createdAt: now,
  }));
  await tables(tx)
    .insertInto('webhook_delivery')
    .values(rows)
    .onConflict((conflict) =>
      conflict.constraint('webhook_delivery_once').doUpdateSet({ state: 'WAITING', attempts: 0, dueAt: now }),
    )
    .execute();
}

/** What was tried while the receiver was away is due now that it is back; all that waits, if no moment is given. */
export async function hurry(
  tx: EntityManager,
  webhook: string,
  since: Date | null,
  now: Date,
): Promise<void> {
  await tables(tx)
    .updateTable('webhook_delivery')
    .set({ dueAt: now })
    .where('webhook', '=', webhook)
    .where('state', '=', 'WAITING')
    .$if(since !== null, (some) => some.where('triedAt', '>=', since!))
    .execute();
}

/** Sends those of them that are over once more; returns how many they were. */
export async function sendAgain(
  tx: EntityManager,
  webhook: string,
  deliveries: readonly string[],
  now: Date,
): Promise<number> {
  const again = await tables(tx)
    .updateTable('webhook_delivery')
    .set({ state: 'WAITING', attempts: 0, dueAt: now })
    .where('webhook', '=', webhook)
    .where('id', '=', sql<string>`any(${deliveries}::uuid[])`)
    .where('state', '<>', 'WAITING')
    .returning('id')
    .execute();
  return again.length;
}

export interface LogPage {
  readonly webhook: string;
  readonly state: DeliveryState | null;
  /** Id before which to go on, the newest being the first. */
  readonly before: string | null;
  readonly first: number;
}

/** The log of a webhook, newest first. */
export function readLog(em: EntityManager, { webhook, state, before, first }: LogPage) {
  let log = tables(em)
    .selectFrom('webhook_delivery as d')
    .innerJoin('record_change as c', 'c.position', 'd.place')
    .innerJoin('record_event as e', 'e.id', 'c.event')
    .innerJoin('collection_record as r', 'r.id', 'e.record')
    .select(['d.id', 'd.place', 'd.state', 'd.attempts', 'd.createdAt', 'd.triedAt', 'd.dueAt'])
    .select(['d.status', 'd.failure', 'r.number'])
    .where('d.webhook', '=', webhook)
    .orderBy('d.id', 'desc')
    .limit(first);
  if (state !== null) log = log.where('d.state', '=', state);
  if (before !== null) log = log.where('d.id', '<', before);
  return log.execute();
}
export type LogRow = Awaited<ReturnType<typeof readLog>>[number];

/** How many wait and how many were given up, by webhook. */
export async function countDeliveries(
  em: EntityManager,
  webhooks: readonly string[],
): Promise<Map<string, { waiting: number; dead: number }>> {
  const counts = await tables(em)
    .selectFrom('webhook_delivery as d')
    .select(['d.webhook', 'd.state', ({ fn }) => fn.countAll<string>().as('n')])
    .where('d.webhook', '=', sql<string>`any(${webhooks}::uuid[])`)
    .where('d.state', '=', anyOf(['WAITING', 'DEAD'] as const))
    .groupBy(['d.webhook', 'd.state'])
    .execute();
  const of = (webhook: string, state: DeliveryState) =>
    Number(counts.find((row) => row.webhook === webhook && row.state === state)?.n ?? 0);
  return new Map(webhooks.map((id) => [id, { waiting: of(id, 'WAITING'), dead: of(id, 'DEAD') }]));
}

/** More dead letters of one webhook are not counted: there are so many or more. */
export const DEAD_COUNTED = 1_000;

/** The webhooks that send, or would if they were not switched off: how they stand, and what was given up. */
export function selectStanding(em: EntityManager, now: Date) {
  return tables(em, 'read')
    .selectFrom('webhook as w')
    .select(['w.district', 'w.state', 'w.failures', 'w.failingSince'])
    .select(({ selectFrom }) => {
      const dead = selectFrom('webhook_delivery as d')
        .select('d.triedAt as givenUp')
        .whereRef('d.webhook', '=', 'w.id')
        .where('d.state', '=', 'DEAD')
        .limit(DEAD_COUNTED)
        .as('some');
      return [
        selectFrom(dead)
          .select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('count'))
          .as('dead'),
        selectFrom(dead)
          .select(({ fn }) => fn.min('some.givenUp').as('since'))
          .as('deadSince'),
        // What comes next: the others are younger, unless they were tried in vain. Sent again, it waits since then.
        selectFrom('webhook_delivery as d')
          .select(({ fn, ref }) => fn<Date>('greatest', [ref('d.createdAt'), ref('d.dueAt')]).as('begun'))
          .whereRef('d.webhook', '=', 'w.id')
          .where('d.state', '=', 'WAITING')
          .where('d.dueAt', '<=', now)
          .orderBy('d.attempts')
          .orderBy('d.place')
          .limit(1)
          .as('waitingSince'),
      ];
    })
    .where('w.state', '<>', 'PAUSED')
    .$narrowType<{ dead: NotNull }>()
    .execute();
}

/** What was over before a moment. */
export async function dropLog(em: EntityManager, before: Date): Promise<void> {
  await tables(em)
    .deleteFrom('webhook_delivery')
    .where('state', '<>', 'WAITING')
    .where('triedAt', '<', before)
    .execute();
}
