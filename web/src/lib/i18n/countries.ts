import { NATIONALITIES } from '@enrolment/rulebook/countries.ts';
import type { Language } from '#lib/format.ts';

interface Choice {
  value: string;
  label: string;
}

const sorted = new Map<Language, readonly Choice[]>();

/** Every nationality, sorted for its language. Naming and sorting 250 takes longer than the rest of the page. */
export function nationalities(language: Language): readonly Choice[] {
  const known = sorted.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const choices = [...NATIONALITIES]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  sorted.set(language, choices);
  return choices;
}
