import './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import { toHalfWidth } from './text.js';

/** What a family signed at the desk, in place of what it would confirm in its own account. */
export interface SignedPaper {
  /** By which it is found again: a number or a date. It is audited and outlives the record. */
  readonly reference: string;
  /** Of what was read to the family. */
  readonly noticeVersion: string;
  readonly privacyPolicyVersion: string;
  /** The officer says that the texts were read to the family, and that the signed paper is kept. */
  readonly kept: boolean;
}

export const PAPER_LENGTH = 40;
/** 2026-05-20, 2026年5月20日 or 20260520. */
const DATE =
  /(^|\D)20\d{2}(?:[-./年]\d{1,2}[-./月]\d{1,2}日?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/g;
/** Running numbers have fewer digits, in all and in a row; a document or a phone has so many. */
const DIGITS_OF_ALL = 11;
const DIGITS_IN_A_ROW = 8;
/** Passports with letters have six digits or more. */
const DIGITS_WITH_LETTERS = 6;

/** Whether it can be a document or a phone, however it is spaced. A date is neither. */
function isPersonal(written: string): boolean {
  const count = (text: string) => text.replace(/\D/g, '').length;
  const rest = written.replace(DATE, '$1').replace(/\s/g, '');
  const numbered = rest.match(/[A-Za-z\d]+/g) ?? [];
  return (
    count(rest) >= DIGITS_OF_ALL ||
    new RegExp(`\\d{${DIGITS_IN_A_ROW},}`).test(rest) ||
    numbered.some((one) => /[A-Za-z]/.test(one) && count(one) >= DIGITS_WITH_LETTERS)
  );
}

export function checkPaperReference(reference: string, field: string): Refusal[] {
  const written = toHalfWidth(reference).trim();
  if (written.length < 2 || !/\d/.test(written)) return [refuse('required', { field })];
  if (isPersonal(written)) return [refuse('paperPersonal', { field })];
  return checkReason(reference, field, { required: true, longest: PAPER_LENGTH });
}

export type TextsInForce = Pick<SignedPaper, 'noticeVersion' | 'privacyPolicyVersion'>;

/** 一(一)5: what the family has heard and signed must be what is in force. */
export function checkSignedPaper(paper: SignedPaper, inForce: TextsInForce, field: string): Refusal[] {
  const { reference, kept, noticeVersion, privacyPolicyVersion } = paper;
  const renewed =
    noticeVersion !== inForce.noticeVersion || privacyPolicyVersion !== inForce.privacyPolicyVersion;
  const consent = kept ? renewed && 'textsRenewed' : 'paperNotKept';
  return [
    ...checkPaperReference(reference, `${field}.reference`),
    ...(consent ? [refuse(consent, { field: `${field}.kept` })] : []),
  ];
}
