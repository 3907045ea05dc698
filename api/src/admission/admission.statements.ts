import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import { enqueue } from '../message/outbox.js';

/** One service of a district in a season, which is published at once. */
export interface Published {
  readonly season: number;
  readonly district: string;
  readonly service: ServiceKind;
}

/** The payload of the queue's task: the families that are told, and the instant of the publication. */
export interface Announcement {
  readonly district: string;
  readonly service: ServiceKind;
  readonly publishedAt: string;
}

/** Makes every decided result visible at the same instant, holds their records and returns their ids. */
export async function publishResults(tx: EntityManager, of: Published, now: Date): Promise<string[]> {
  const published = await tables(tx)
    // They are held in the same order as batches hold them.
    .with('decided', (db) =>
      db
        .selectFrom('admission as a')
        .innerJoin('collection_record as r', 'r.id', 'a.record')
        .select('r.id')
        .where('r.season', '=', of.season)
        .where('r.district', '=', of.district)
        .where('r.service', '=', of.service)
        .where('r.withdrawnAt', 'is', null)
        .where('a.approvedAt', 'is not', null)
        .where('a.outcome', '<>', 'PENDING')
        .where('a.publishedAt', 'is', null)
        .orderBy('a.record')
        .forNoKeyUpdate('r')
        .forUpdate('a'),
    )
    .updateTable('admission')
    .from('decided as d')
    .set({ publishedAt: now })
    .whereRef('d.id', '=', 'admission.record')
    .returning('d.id')
    .execute();
  return published.map(({ id }) => id);
}

/** Puts the task into the queue that tells families of this publication, once. */
export async function enqueueAnnouncement(
  tx: EntityManager,
  { district, service }: Published,
  at: Date,
): Promise<void> {
  const payload: Announcement = { district, service, publishedAt: at.toISOString() };
  const key = `results:${district}:${service}:${at.getTime()}`;
  await enqueue(tx, { task: 'announce_results', payload: JSON.stringify(payload), key });
}

/** Finds records with a result of this publication whose families have not been told yet, at most `most` of them. */
export async function findUntold(
  em: EntityManager,
  { district, service, publishedAt }: Announcement,
  most: number,
): Promise<string[]> {
  const untold = await tables(em)
    .selectFrom('collection_record as r')
    .innerJoin('admission as a', 'a.record', 'r.id')
    .select('r.id')
    .where('r.district', '=', district)
    .where('r.service', '=', service)
    .where('r.withdrawnAt', 'is', null)
    .where('a.publishedAt', '=', new Date(publishedAt))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message as m')
            .select('m.id')
            .where((m) => m('m.eventKey', '=', sql<string>`'result:' || ${m.ref('r.id')}`)),
        ),
      ),
    )
    .limit(most)
    .execute();
  return untold.map(({ id }) => id);
}
