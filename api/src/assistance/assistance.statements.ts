import type { DocumentType } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';

/** Of which record somebody at the desk speaks, if it is open. */
export const findOpen = (em: EntityManager, number: string, officer: string, now: Date) =>
  tables(em)
    .selectFrom('assistance as a')
    .innerJoin('collection_record as r', 'r.id', 'a.record')
    .select(['r.id', 'r.district'])
    .where('r.number', '=', number)
    .where('r.withdrawnAt', 'is', null)
    .where('a.openedBy', '=', officer)
    .where('a.openedUntil', '>', now)
    .executeTakeFirst();

/** Families come once or twice: more than these nobody has at the desk. */
const MOST = 20;

/** The records of the desk whose first guardian has this document, and that no account has taken over. */
export const findToTakeOver = (
  em: EntityManager,
  { type, index }: { readonly type: DocumentType; readonly index: Buffer },
) =>
  tables(em)
    .selectFrom('guardian as g')
    .innerJoin('assistance as a', 'a.record', 'g.record')
    .innerJoin('collection_record as r', 'r.id', 'g.record')
    .innerJoin('child as c', 'c.record', 'g.record')
    .select(['r.id', 'r.number', 'r.district', 'r.keyId', 'r.wrappedKey', 'a.officerName', 'a.at', 'c.name'])
    .where('g.documentIndex', '=', index)
    .where('g.documentType', '=', type)
    .where('g.role', '=', 'FIRST')
    .where('a.takenOverAt', 'is', null)
    .where('r.withdrawnAt', 'is', null)
    .orderBy('a.at')
    .limit(MOST)
    .execute();
