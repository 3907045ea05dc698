import { wrap, type EntityProperty } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { Message } from '../message/message.entity.js';
import { job, jobOf } from '../message/outbox.js';

/**
 * Writes new entities in one statement, those of one table in the order given, and a message with its job. It goes past
 * subscribers, validation and the identity map, and makes its text from the entities' metadata, whatever they are: for the operation that a whole city does in its first hour, and for what
 * stands at the end of a transaction.
 */
export async function insertAtOnce(tx: EntityManager, entities: readonly object[]): Promise<void> {
  const tables = Map.groupBy(entities, (entity) => wrap(entity, true).__meta);
  const parts = [...tables.values()].map((rows, place) => insertInto(tx, rows, place));
  const jobs = entities.flatMap((entity) => (entity instanceof Message ? [job(jobOf(entity))] : []));
  await sql`with ${sql.join(parts)} select ${jobs.length > 0 ? sql.join(jobs) : sql`1`}`.execute(
    tx.getKysely(),
  );
}

function insertInto(tx: EntityManager, entities: readonly object[], place: number): RawBuilder<unknown> {
  const meta = wrap(entities[0]!, true).__meta;
  const rows = entities.map((entity) => tx.getComparator().prepareEntity(entity) as Record<string, unknown>);
  // A column that no row fills gets its default.
  const properties = (meta.props as EntityProperty[]).filter(
    ({ name, persist }) => persist !== false && rows.some((row) => row[name] != null),
  );
  const values = rows.map((row) => sql`(${sql.join(properties.map(({ name }) => row[name] ?? null))})`);
  return sql`${sql.ref(`new_${place}`)} as (insert into ${sql.table(meta.tableName)}
    (${sql.join(properties.map(({ fieldNames }) => sql.ref(fieldNames[0]!)))}) values ${sql.join(values)})`;
}
