import { checkDetails, type DetailsFacts } from '@enrolment/api/rulebook/details/check.ts';
import { settleDetails } from '@enrolment/api/rulebook/details/settle.ts';
import { explain } from '@enrolment/api/rulebook/refusal.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { Needs } from './form.ts';
import { detailsOf, type DetailsValues } from './values.ts';
import type { WordSource } from './words.ts';

interface Known extends WordSource {
  needs: Needs;
  now: string;
  guardian: { documentType: string };
}

/**
 * What the rulebook says to what has been typed so far; that something is not there yet is for the submission to say.
 * Whether a document is the child's or the first guardian's own is left to the API: their numbers stay there.
 */
export function liveRefusals(values: DetailsValues, known: Known): Refusal[] {
  const { needs, questions, districts, now, guardian, language } = known;
  const facts: DetailsFacts = {
    needs,
    questions: questions.map(({ choices, ...question }) => ({ ...question, choices: choices ?? null })),
    districts: new Set(districts.map(({ value }) => value)),
    child: { documentNumber: '' },
    firstGuardian: { documentType: guardian.documentType, documentNumber: '' },
  };
  return checkDetails(settleDetails(detailsOf(values)), facts, new Date(now))
    .filter(({ field }) => field && values[field])
    .map((refusal) => explain(refusal, language));
}
