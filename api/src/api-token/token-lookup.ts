import type { EntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '../database/one-at-a-time.js';
import { findTokens, type TokenRow } from './api-token.statements.js';

interface Asked {
  readonly em: EntityManager;
  readonly hash: Buffer;
}

/**
 * Finds tokens by the hashes of their secrets, with one statement at a time for all who ask meanwhile: however many made-up
 * secrets come in, they take one connection. Nothing is kept.
 */
export class TokenLookup {
  private readonly loader = oneAtATime<Asked, TokenRow | null>(readTokens);

  find(em: EntityManager, hash: Buffer): Promise<TokenRow | null> {
    return this.loader.load({ em, hash });
  }
}

async function readTokens(asked: readonly Asked[]): Promise<(TokenRow | null)[]> {
  const found = await findTokens(
    asked[0]!.em,
    asked.map(({ hash }) => hash),
  );
  const byHash = new Map(found.map((row) => [row.secretHash.toString('hex'), row]));
  return asked.map(({ hash }) => byHash.get(hash.toString('hex')) ?? null);
}
