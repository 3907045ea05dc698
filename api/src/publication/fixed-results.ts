import { inWords } from '@enrolment/rulebook/calendar.js';
import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Publication, type PublicationPlace } from './publication.entity.js';

/** Why no decision about these results can be made now: two administrators have confirmed them. */
export async function refusedByPublication(
  tx: EntityManager,
  { season, district, service }: PublicationPlace,
): Promise<Refusal[]> {
  const confirmed = await tx.findOne(Publication, { season, district, service, state: 'CONFIRMED' });
  return confirmed ? [refuse('publicationFixed', { params: { at: inWords(confirmed.publishAt) } })] : [];
}
