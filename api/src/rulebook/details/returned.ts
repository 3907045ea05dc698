import { placeInForm } from './fields.js';
import { blockOf, pathsOf, type Details } from './details.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Window } from '../window.js';
import type { CheckStatus, DetailBlock, ReviewItemKind } from '../../vocabulary.js';

/** How the review stands, as its reader may know it. */
export interface ReturnFacts {
  readonly items: readonly {
    readonly kind: ReviewItemKind;
    readonly status: CheckStatus;
    readonly dueAt: Date | null;
  }[];
  readonly identity: { readonly status: CheckStatus; readonly checkedAt: Date | null } | null;
  /** Whether the calendar shows what the review has decided. The identity check is none of it. */
  readonly reviewShown: boolean;
  readonly correction: Window | undefined;
}

export interface ReturnedItem {
  readonly kind: ReviewItemKind;
  /** Until when it can be corrected; null without a date. */
  readonly dueAt: Date | null;
}

/** Until when what was returned can be sent again: as the officer says, else until the calendar's correction closes. */
export function correctionDue(
  dueAt: Date | null,
  correction: Window | undefined,
  returnedAt: Date,
): Date | null {
  if (dueAt) return dueAt;
  return correction && correction.closesAt > returnedAt ? correction.closesAt : null;
}

/** What is returned, and until when. The identity check has no date of its own: the calendar's holds for it. */
export function returnedItems({ items, identity, reviewShown, correction }: ReturnFacts): ReturnedItem[] {
  const returned = items.filter(({ status }) => reviewShown && status === 'RETURNED');
  if (identity?.status !== 'RETURNED') return returned;
  const dueAt = correctionDue(null, correction, identity.checkedAt ?? new Date(0));
  return [...returned, { kind: 'IDENTITY_AND_HUKOU', dueAt }];
}

/** Up to, and not including, the instant at which it is due. */
export const isCorrectable = ({ dueAt }: { dueAt: Date | null }, now: Date): boolean =>
  dueAt === null || now < dueAt;

/**
 * What can still be corrected, the most pressing first. Each item stays open until its own date, and what is told is
 * always the next date that is to come: who keeps to it has missed none.
 */
export const correctable = (returned: readonly ReturnedItem[], now: Date): ReturnedItem[] =>
  returned
    .filter((item) => isCorrectable(item, now))
    .toSorted((one, other) => (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity));

/** Which parts of the form an item of the review looks at: they open when the item is returned. */
const BLOCKS_OF_ITEM: Readonly<Record<ReviewItemKind, readonly DetailBlock[]>> = {
  IDENTITY_AND_HUKOU: ['CHILD', 'HOUSEHOLD', 'GUARDIANS'],
  HOUSEHOLD_REGISTER: ['CHILD', 'HOUSEHOLD'],
  RESIDENCE_PERMIT: ['RESIDENCE_PERMIT'],
  RESIDENCE: ['RESIDENCE'],
  EMPLOYMENT: ['EMPLOYMENT'],
  GROUND: ['GUARDIANS', 'QUESTIONS'],
  OTHER: ['GUARDIANS', 'QUESTIONS'],
};

export const openBlocks = (returned: readonly ReviewItemKind[]): ReadonlySet<DetailBlock> =>
  new Set(returned.flatMap((kind) => BLOCKS_OF_ITEM[kind]));

/** 退回 opens only what was returned: everything else stays as it was submitted. */
export function checkOnlyReturnedChanged(
  submitted: Details,
  details: Details,
  open: ReadonlySet<DetailBlock>,
): Refusal[] {
  const before = new Map(pathsOf(submitted));
  const after = new Map(pathsOf(details));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path) && !open.has(blockOf(path)))
    .toSorted((a, b) => placeInForm(a) - placeInForm(b))
    .map((field) => refuse('notReturned', { field }));
}
