import { isBuiltLikeResidentId, normaliseDocument } from './document.js';
import { comparableName } from './name-parts.js';
import { refuse, type Refusal } from './refusal.js';

/** In what two live records of a season are so alike that they may be of one child. */
export const LIKENESSES = ['NAME_AND_BIRTH_DATE', 'DOCUMENT_ONE_OFF', 'SAME_GUARDIAN'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What has been said of such a pair: nothing yet, or that they are two children. */
export const DUPLICATE_VERDICTS = ['NOT_DUPLICATE'] as const;
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number];

/** A child as it is compared, in clear. */
export interface ComparedChild {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly documentNumber: string;
}

/**
 * The places of a number in which two of them can differ by a slip. The check digit of GB 11643 follows the 17 before it:
 * a number that is one off in these has another check digit, too, or it would have been refused.
 */
export function placesOf(raw: string): string {
  const number = normaliseDocument(raw);
  return isBuiltLikeResidentId(number) ? number.slice(0, -1) : number;
}

const withoutPlace = (places: string, place: number): string =>
  `${places.slice(0, place)}_${places.slice(place + 1)}`;

/**
 * Texts of which two children share one if they have the same name and birth date, or the same name and numbers that differ
 * in one place. They are kept as blind indexes. The name is part of each: numbers of one place and day follow one another,
 * so that children who were born next to each other would be alike by their numbers alone.
 */
export function likenessTexts({ name, birthDate, documentNumber }: ComparedChild): string[] {
  const known = comparableName(name);
  const places = placesOf(documentNumber);
  return [
    `birth/${known}/${birthDate}`,
    ...Array.from(
      { length: places.length },
      (_, place) => `document/${known}/${withoutPlace(places, place)}`,
    ),
  ];
}

/** The one place, counted from 1, in which two numbers differ; null if they differ in none or in more. */
export function differsAt(one: string, other: string): number | null {
  const [these, those] = [placesOf(one), placesOf(other)];
  if (these.length !== those.length) return null;
  const places = [...these].flatMap((character, place) => (character === those[place] ? [] : [place + 1]));
  return places.length === 1 ? places[0]! : null;
}

/** In what two children are alike; `sameGuardian` says whether a guardian's document stands in both records. */
export function likenessesOf(one: ComparedChild, other: ComparedChild, sameGuardian: boolean): Likeness[] {
  const sameName = comparableName(one.name) === comparableName(other.name);
  const sameBirth = one.birthDate === other.birthDate;
  const alike: Record<Likeness, boolean> = {
    NAME_AND_BIRTH_DATE: sameName && sameBirth,
    DOCUMENT_ONE_OFF: sameName && differsAt(one.documentNumber, other.documentNumber) !== null,
    // Twins are alike in this, too: an officer says so once.
    SAME_GUARDIAN: sameGuardian && sameBirth,
  };
  return LIKENESSES.filter((likeness) => alike[likeness]);
}

/** Nothing is decided on a record whose document is disputed until an officer has cleared it up. */
export const checkFrozen = (frozen: boolean): Refusal[] => (frozen ? [refuse('recordFrozen')] : []);
