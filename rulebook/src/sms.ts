import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Refusal } from './refusal.js';

/** One SMS has room for so many characters; a longer text goes in parts, each of which says which part it is. */
const ALONE_LENGTH = 70;
export const PART_LENGTH = 67;

/** How many SMS a text of so many UTF-16 units takes: each of ours has a character that only UCS-2 can carry. */
export const partsOf = (length: number): number =>
  length <= ALONE_LENGTH ? 1 : Math.ceil(length / PART_LENGTH);

/** A scheme, an address of mail, or letters behind a dot, which phones turn into a link. */
const LINK = /:\/\/|@|(?:^|[^a-z])www(?![a-z])|[\p{L}\d][.。](?:[a-z]{2,}|中国|公司|网络|政务|公益)/iu;

/** Brackets mark an SMS’s sender; the others are of pages and of templates, and nothing here fills them in. */
const MARKUP = /[<>{}[\]【】]|&#?\w+;|%[sd\d]|\$\w/u;

/** 2027-06-08, 2027年6月8日 or 20270608, and 9:30: numbers that are neither a phone nor a document. */
const DATE =
  /(^|\D)20\d{2}(?:[-./年]\d{1,2}[-./月]\d{1,2}日?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/g;
const TIME = /(^|\D)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/g;
/** Digits as they are spoken, too. */
const DIGIT = /[\p{Nd}〇零一二三四五六七八九幺]/gu;
/** So many digits, with whatever people put between them. */
const NUMBER = new RegExp(`0(?:[\\s\\-‐-―−.·•*/()_~#,，:+]*0){${OFFICE_RULES.smsNumber.limit - 1},}`, 'u');
/** Passports with letters have six digits or more. */
const DIGITS_WITH_LETTERS = 6;

function hasNumber(text: string): boolean {
  const rest = text.replace(DATE, '$1日').replace(TIME, '$1时');
  const lettered = (rest.match(/[a-z\d]+/gi) ?? []).some(
    (one) => /[a-z]/i.test(one) && one.replace(/\D/g, '').length >= DIGITS_WITH_LETTERS,
  );
  return lettered || NUMBER.test(rest.replace(DIGIT, '0'));
}

/** What goes to every family by SMS: nothing to follow, nothing to call, nothing about anybody, nothing to be filled in. */
export function checkOfSms(text: string, field: string): Refusal[] {
  // As a phone reads it: full-width letters, circled digits and the like are what they stand for.
  const plain = text.normalize('NFKC');
  return [
    ...(LINK.test(plain) ? [refuse('smsLink', { field })] : []),
    ...(hasNumber(plain) ? [refuse('smsNumber', { field })] : []),
    ...(MARKUP.test(plain) ? [refuse('smsMarkup', { field })] : []),
  ];
}
