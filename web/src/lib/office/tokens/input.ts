import { checkToken, isScopeFor, TOKEN_NAME_LENGTH, type TokenFacts } from '@enrolment/rulebook/api-token.ts';
import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.ts';
import { explain, refuse, type ExplainedRefusal, type Language } from '@enrolment/rulebook/refusal.ts';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.ts';
import { TOKEN_SCOPES, type TokenScope } from '@enrolment/rulebook/vocabulary.ts';
import { textIn } from '#lib/form-text.ts';
import { endOf } from '../days.ts';

/** What the form to create a token holds. */
export interface TokenValues {
  name: string;
  scopes: TokenScope[];
  /** The last day on which it is valid. */
  expiresAt: string;
  /** One a line. */
  addressRanges: string;
}

export const readTokenValues = (form: FormData): TokenValues => ({
  name: textIn(form, 'name').trim(),
  scopes: TOKEN_SCOPES.filter((scope) => form.getAll('scopes').includes(scope)),
  expiresAt: textIn(form, 'expiresAt'),
  addressRanges: textIn(form, 'addressRanges'),
});

/** What such a token would be like; null where the day is none. */
export function tokenOf(values: TokenValues, district: string | null): TokenFacts | null {
  const { name, scopes, expiresAt, addressRanges } = values;
  const end = endOf(expiresAt);
  if (end === null) return null;
  const ranges = addressRanges.split(/[\s,，、;；]+/).filter(Boolean);
  return { name, district, scopes, expiresAt: end, addressRanges: ranges };
}

/** Every rule that it does not meet: the API, which asks the same rulebook, tells the first alone. */
export function refusalsOf(
  values: TokenValues,
  facts: TokenFacts | null,
  { now, language }: { now: string; language: Language },
): ExplainedRefusal[] {
  const broken = facts
    ? checkToken(facts, new Date(now))
    : [refuse('dateFormat', { field: 'expiresAt', params: { value: values.expiresAt } })];
  return broken.map((refusal) => explain(refusal, language));
}

/** What the form offers. */
export interface TokenChoices {
  scopes: TokenScope[];
  nameLength: number;
  /** The first and the last day that it can be valid to, and how many days lie between. */
  from: string;
  until: string;
  days: number;
}

/** For a token of this district, or of the city. */
export function choicesFor(district: string | null, now: string): TokenChoices {
  const today = businessDay(new Date(now));
  // Today is one of them.
  const days = OFFICE_RULES.tokenExpiry.limit - 1;
  return {
    scopes: TOKEN_SCOPES.filter((scope) => isScopeFor(district, scope)),
    nameLength: TOKEN_NAME_LENGTH,
    from: today,
    until: dayAfter(today, days),
    days,
  };
}
