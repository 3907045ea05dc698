import type { Details } from './details.js';
import type { Question } from './values.js';

/** What a district asks, and what it asks no more. */
export interface Asking {
  readonly questions: readonly Question[];
  /** Keys of questions that it has taken back. */
  readonly retired: ReadonlySet<string>;
}

/**
 * A district may change its questions while families answer them. Whoever fills in answers those of today: an answer to one
 * that was taken back is left out, and never refused. What was submitted stays as it was answered as long as its questions are
 * not open to be corrected (`kept`): nothing new is required of it, and no answer is judged or lost.
 */
export function askedSince(
  details: Details,
  { questions, retired }: Asking,
  kept: Details | null,
): { details: Details; questions: readonly Question[] } {
  const answers = details.answers.filter(({ key }) => !retired.has(key));
  if (kept === null) return { details: { ...details, answers }, questions };
  const keys = new Set([...questions, ...kept.answers].map(({ key }) => key));
  return {
    details: { ...details, answers: [...answers, ...kept.answers.filter(({ key }) => retired.has(key))] },
    questions: [...keys].map((key) => ({ key, kind: 'TEXT', required: false, choices: null })),
  };
}
