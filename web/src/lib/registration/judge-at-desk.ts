import { checkDeskRegistration, type DeskRegistration } from '@enrolment/rulebook/desk-registration.ts';
import { explain, type ExplainedRefusal } from '@enrolment/rulebook/refusal.ts';
import { normalisePeople } from '@enrolment/rulebook/registration.ts';
import type { Language } from '#lib/format.ts';
import { peopleFactsOf, type Known } from './judge.ts';

/** The same as `refusalsOf` for what an officer fills in with a family: no family's page loads its rules. */
export const refusalsAtDesk = (
  typed: DeskRegistration,
  known: Known,
  now: Date,
  language: Language,
): ExplainedRefusal[] =>
  // Whether the texts are still in force is the API's to say.
  checkDeskRegistration(
    normalisePeople(typed),
    { ...peopleFactsOf(known, typed.district), ...typed.paper },
    now,
  ).map((one) => explain(one, language));
