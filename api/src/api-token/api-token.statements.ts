import type { EntityManager } from '@mikro-orm/postgresql';
import { anyOf, tables } from '../database/tables.js';

/** What a request needs to know of the tokens with these hashes. */
export const findTokens = (em: EntityManager, hashes: readonly Buffer[]) =>
  tables(em)
    .selectFrom('api_token')
    .select(['id', 'name', 'secretHash', 'district', 'scopes', 'addressRanges'])
    .select(['createdAt', 'expiresAt', 'revokedAt', 'lastUsedAt'])
    .where('secretHash', '=', anyOf(hashes))
    .execute();
export type TokenRow = Awaited<ReturnType<typeof findTokens>>[number];

/** What the systems of these tokens are called, by id. */
export async function findTokenNames(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(em)
    .selectFrom('api_token')
    .select(['id', 'name'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The list shows when a token was last used to the minute: one that is busy writes its row no more often than that. */
const AS_FINE_AS_MS = 60_000;

/** Whether this use has to be noted. */
export const isNews = (lastUsedAt: Date | null | undefined, now: Date): boolean =>
  lastUsedAt == null || now.getTime() - lastUsedAt.getTime() >= AS_FINE_AS_MS;

/** Notes a use, once a minute however many processes see it. */
export async function noteUse(em: EntityManager, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - AS_FINE_AS_MS);
  await tables(em)
    .updateTable('api_token')
    .set({ lastUsedAt: now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<=', before)]))
    .execute();
}
