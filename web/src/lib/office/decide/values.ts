import { REVIEW_ITEM_KINDS, type ReviewItemKind } from '@enrolment/rulebook/vocabulary.ts';
import type { ReturnTextChosenFragment } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';

/** What was typed into a decision, as it is shown again. */
export interface Typed {
  reason: string;
  remedy: string;
  /** A calendar day; until the end of it. */
  due: string;
}

/** With scripts a common text that is chosen is in the fields at once; what was taken out of them stays out. */
export function asWritten(form: FormData): void {
  form.delete('template');
}

/**
 * What is written to a family: the officer's own words, or those of the common text that was chosen and, without scripts,
 * is not in the fields yet. Another common text there is from a preview before, and no words of the officer's own.
 */
export function typedIn(form: FormData, texts: readonly ReturnTextChosenFragment[]): Typed {
  const chosen = texts.find(({ key }) => key === textIn(form, 'template'));
  const written = (field: 'reason' | 'remedy'): string => {
    const text = textIn(form, field).trim();
    if (!chosen) return text;
    const isCommon = texts.some((common) => common[field] === text);
    return text === '' || isCommon ? (chosen[field] ?? '') : text;
  };
  return {
    reason: written('reason'),
    remedy: written('remedy'),
    due: textIn(form, 'due').trim(),
  };
}

export const kindIn = (form: FormData): ReviewItemKind | undefined =>
  REVIEW_ITEM_KINDS.find((kind) => kind === textIn(form, 'kind'));
