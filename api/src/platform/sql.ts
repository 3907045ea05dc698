import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Runs one parametrised statement ($1, $2 …) in the entity manager's transaction, or alone; rows as PostgreSQL gives them. */
export async function run<Row>(em: EntityManager, text: string, values: readonly unknown[]): Promise<Row[]> {
  const result = await em.getKysely().executeQuery(CompiledQuery.raw(text, [...values]));
  return result.rows as Row[];
}

/** A moment as a statement of `run` gives it back. */
export const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
