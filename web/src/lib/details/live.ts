import { checkRelations } from '@enrolment/rulebook/details/relations.ts';
import { checkDetails, type DetailsFacts } from '@enrolment/rulebook/details/check.ts';
import { settleDetails } from '@enrolment/rulebook/details/settle.ts';
import { explain } from '@enrolment/rulebook/refusal.ts';
import type { Sex } from '@enrolment/rulebook/vocabulary.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { Needs } from './form.ts';
import { detailsOf, type DetailsValues } from './values.ts';
import type { WordSource } from './words.ts';

interface Known extends WordSource {
  needs: Needs;
  now: string;
  guardian: { documentType: string };
  /** What the first guardian's number implies; the number itself stays at the API. */
  firstGuardianSex: Sex | null;
}

/**
 * What the rulebook says about what has been typed so far. Blank fields are left to the submission. Whether a number is the
 * child's or the first guardian's own is left to the API, which alone has those numbers.
 */
export function liveRefusals(values: DetailsValues, known: Known): Refusal[] {
  const { needs, questions, districts, ground, now, guardian, firstGuardianSex, language } = known;
  const facts: DetailsFacts = {
    needs,
    ground,
    questions: questions.map(({ choices, ...question }) => ({ ...question, choices: choices ?? null })),
    districts: new Set(districts.map(({ value }) => value)),
    child: { documentNumber: '' },
    firstGuardian: { documentType: guardian.documentType, documentNumber: '' },
  };
  const details = settleDetails(detailsOf(values));
  return [...checkDetails(details, facts, new Date(now)), ...checkRelations(details, firstGuardianSex)]
    .filter(({ field }) => field && values[field])
    .map((refusal) => explain(refusal, language));
}
