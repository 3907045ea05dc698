import './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import { toHalfWidth } from './text.js';

/** What a family signed at the desk, in place of what it would confirm in its own account. */
export interface SignedPaper {
  /** By which it is found again: a number or a date. It is audited and outlives the record. */
  readonly reference: string;
  /** The officer says that the texts were read to the family, and that the signed paper is kept. */
  readonly kept: boolean;
}

export const PAPER_LENGTH = 40;
/** Dates and running numbers have fewer; a document or a phone has so many. */
const PERSONAL_DIGITS = 11;

export function checkPaperReference(reference: string, field: string): Refusal[] {
  const written = toHalfWidth(reference).trim();
  const digits = written.replace(/\D/g, '').length;
  if (written.length < 2 || digits === 0) return [refuse('required', { field })];
  if (digits >= PERSONAL_DIGITS)
    return [refuse('reasonPersonal', { field, params: { limit: PERSONAL_DIGITS } })];
  return checkReason(reference, field, { required: true, longest: PAPER_LENGTH });
}

export const checkSignedPaper = ({ reference, kept }: SignedPaper, field: string): Refusal[] => [
  ...checkPaperReference(reference, `${field}.reference`),
  ...(kept ? [] : [refuse('paperNotKept', { field: `${field}.kept` })]),
];
