import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { ApiError, forbidden } from '../platform/errors.js';
import { placesOf } from '../record/access.js';
import { newestPlace, numberChanges, readChanges } from './record-change.statements.js';
import { toldChange, type ToldChange } from './told-change.js';

interface Asked {
  /** The place after which the page begins; null for the beginning. */
  readonly after: string | null;
  readonly first: number;
}

/** The order of all changes. Followers get each of them once, even after a restart, and none is overtaken. */
export class RecordChangeService {
  /** Gives newly committed changes their places; runs every second. */
  number(em: EntityManager): Promise<number> {
    return numberChanges(em);
  }

  newest(em: EntityManager): Promise<string> {
    return newestPlace(em);
  }

  async read(em: EntityManager, { viewer }: Actor, { after, first }: Asked): Promise<ToldChange[]> {
    const { wholeCity, districts } = placesOf(viewer, 'READ_CHANGES');
    if (!wholeCity && districts.length === 0) throw forbidden();
    const rows = await readChanges(em, {
      districts: wholeCity ? null : [...new Set(districts)],
      knowing: placesOf(viewer, 'READ_UNPUBLISHED_RESULT').districts,
      after: after ?? '0',
      most: first,
    });
    if (rows.length === 0 && BigInt(after ?? 0) > BigInt(await newestPlace(em))) throw beyond();
    return rows.map(toldChange);
  }
}

/** A cursor of another database, or of this one before it was set back: going on from it would leave something out. */
export const beyond = () => new ApiError('BAD_USER_INPUT', { message: 'since is beyond the newest change.' });
