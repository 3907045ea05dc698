import type { EntityManager } from '@mikro-orm/postgresql';
import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { tables } from '../../database/tables.js';
import type { KeyRing } from '../keys.js';
import { AuditSeal } from './audit-seal.entity.js';
import { AuditChain } from './audit.entity.js';

/** The signature before the first seal. */
const BEGINNING = Buffer.alloc(32);

interface Head {
  readonly chain: number;
  readonly length: string;
  readonly hash: string;
}

/**
 * Signs the ends of the audit chains. Their hashes are no secret, so whoever owns the database could rewrite a chain from
 * its beginning, but not the seals, since the key is the service's. A seal written down elsewhere holds against the
 * service, too.
 */
export class AuditSeals {
  private readonly key: KeyObject;

  constructor(keys: KeyRing) {
    this.key = keys.derive('audit-seal');
  }

  async seal(em: EntityManager, at: Date): Promise<AuditSeal> {
    return em.transactional(async (tx) => {
      const [last] = await tx.find(AuditSeal, {}, { orderBy: { id: 'desc' }, limit: 1 });
      const chains = await tx.find(AuditChain, { length: { $gt: '0' } }, { orderBy: { chain: 'asc' } });
      const heads = chains.map(({ chain, length, head }) => `${chain} ${length} ${head.toString('hex')}`);
      const previous = last?.signature ?? BEGINNING;
      const content = { at, heads: heads.join('\n'), previous };
      const seal = new AuditSeal({ ...content, signature: this.sign(content) });
      tx.persist(seal);
      return seal;
    });
  }

  /** Finds the seals that do not hold: wrongly signed, removed, inserted, or of a chain whose past has changed. */
  async broken(em: EntityManager): Promise<string[]> {
    const seals = await em.find(AuditSeal, {}, { orderBy: { id: 'asc' } });
    const broken: string[] = [];
    let previous: Buffer = BEGINNING;
    for (const seal of seals) {
      if (!(await this.holds(em, seal, previous))) broken.push(seal.id);
      previous = seal.signature;
    }
    return broken;
  }

  /** The newest seal, and whether it holds; null before the first. */
  async newest(em: EntityManager): Promise<{ id: string; at: Date; holds: boolean } | null> {
    const [seal, before] = await em.find(AuditSeal, {}, { orderBy: { id: 'desc' }, limit: 2 });
    if (!seal) return null;
    return { id: seal.id, at: seal.at, holds: await this.holds(em, seal, before?.signature ?? BEGINNING) };
  }

  /** Null before the first. */
  async firstAt(em: EntityManager): Promise<Date | null> {
    const [seal] = await em.find(AuditSeal, {}, { orderBy: { id: 'asc' }, limit: 1 });
    return seal?.at ?? null;
  }

  private async holds(em: EntityManager, seal: AuditSeal, previous: Buffer): Promise<boolean> {
    return (
      previous.equals(seal.previous) &&
      timingSafeEqual(seal.signature, this.sign(seal)) &&
      (await headsStand(em, readHeads(seal.heads)))
    );
  }

  private sign({ at, heads, previous }: Pick<AuditSeal, 'at' | 'heads' | 'previous'>): Buffer {
    const text = JSON.stringify([at.toISOString(), previous.toString('hex'), heads]);
    return createHmac('sha256', this.key).update(text).digest();
  }
}

function readHeads(lines: string): Head[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [chain = '', length = '', hash = ''] = line.split(' ');
      return { chain: Number(chain), length, hash };
    });
}

async function headsStand(em: EntityManager, heads: readonly Head[]): Promise<boolean> {
  if (heads.length === 0) return true;
  const found = await tables(em)
    .selectFrom('audit_entry')
    .select(['chain', 'hash'])
    .where(({ eb, or, and }) =>
      or(heads.map(({ chain, length }) => and([eb('chain', '=', chain), eb('position', '=', length)]))),
    )
    .execute();
  const standing = new Map(found.map(({ chain, hash }) => [chain, hash.toString('hex')]));
  return heads.every(({ chain, hash }) => standing.get(chain) === hash);
}
