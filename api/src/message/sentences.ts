import type { FamilyMessage } from '@enrolment/rulebook/family-messages.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';

/** What a district adds to a message; null where it adds nothing. */
export type Sentences = (kind: FamilyMessage, language: Language) => string | null;

export const NO_SENTENCES: Sentences = () => null;

interface Place {
  readonly season: number;
  readonly district: string;
}

const known = new WeakMap<EntityManager, Map<string, Promise<Sentences>>>();

/**
 * What a district adds to its messages now: read once for a unit of work, however many messages it writes, and in its
 * transaction. What was written before stays as it is.
 */
export function sentencesOf(em: EntityManager, { season, district }: Place): Promise<Sentences> {
  const places = known.get(em) ?? new Map<string, Promise<Sentences>>();
  known.set(em, places);
  const place = `${season}/${district}`;
  const found = places.get(place) ?? readSentences(em, { season, district });
  places.set(place, found);
  return found;
}

async function readSentences(em: EntityManager, { season, district }: Place): Promise<Sentences> {
  const rows = await tables(em)
    .selectFrom('message_sentence')
    .select(['kind', 'text', 'textEn'])
    .where('season', '=', season)
    .where('district', '=', district)
    .execute();
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  return (kind, language) => byKind.get(kind)?.[language === 'en' ? 'textEn' : 'text'] ?? null;
}

/** The first part of the key of a message's event. */
const EVENTS: Readonly<Record<FamilyMessage, string>> = {
  REGISTERED: 'registered',
  REMINDER: 'reminder',
  RETURNED: 'returned',
  IDENTITY_RETURNED: 'identity-returned',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  APPEAL_DECIDED: 'appeal',
  PREREGISTERED: 'preregistered',
  PREREGISTRATION_UNDONE: 'preregistration-undone',
  ORIGINALS_MISSING: 'originals-missing',
  RESULT_PUBLISHED: 'result',
  RESULT_CORRECTED: 'result-corrected',
  CORRECTION_DECLINED: 'correction-declined',
  CORRECTED: 'corrected',
  WRITTEN: 'written',
};

/** How many messages of some kinds have gone to the families of a district since a moment; of a withdrawn record none is kept. */
export async function countSent(
  em: EntityManager,
  { season, district }: Place,
  { kinds, since }: { readonly kinds: readonly FamilyMessage[]; readonly since: Date },
): Promise<number> {
  const events = kinds.map((kind) => EVENTS[kind]);
  const { sent } = await tables(em, 'read')
    .selectFrom('collection_record as r')
    .innerJoin('message as m', 'm.record', 'r.id')
    .where('r.season', '=', season)
    .where('r.district', '=', district)
    .where('r.withdrawnAt', 'is', null)
    .where('m.sentAt', '>=', since)
    .where(({ ref }) => sql<boolean>`split_part(${ref('m.eventKey')}, ':', 1) = any(${events}::text[])`)
    .select(({ fn }) => fn.countAll<string>().as('sent'))
    .executeTakeFirstOrThrow();
  return Number(sent);
}
