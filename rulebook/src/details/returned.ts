import { placeInForm } from './fields.js';
import { COMMON_BLOCKS, type DraftFacts } from './check.js';
import { blockOf, NO_DETAILS, pathsOf, type Details } from './details.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Window } from '../window.js';
import type { CheckStatus, DetailBlock, ReviewItemKind } from '../vocabulary.js';

/** How the review stands, as far as its reader may know. */
interface ReturnFacts {
  readonly items: readonly {
    readonly kind: ReviewItemKind;
    readonly status: CheckStatus;
    readonly dueAt: Date | null;
  }[];
  readonly identity: { readonly status: CheckStatus; readonly checkedAt: Date | null } | null;
  /** Whether the calendar shows what the review has decided. The identity check is not part of that. */
  readonly reviewShown: boolean;
  readonly correction: Window | undefined;
}

export interface ReturnedItem {
  readonly kind: ReviewItemKind;
  /** Until when it can be corrected; null without a date. */
  readonly dueAt: Date | null;
}

/** The deadline for what was returned: the officer's, or else the end of the calendar's correction window. */
export function correctionDue(
  dueAt: Date | null,
  correction: Window | undefined,
  returnedAt: Date,
): Date | null {
  if (dueAt) return dueAt;
  return correction && correction.closesAt > returnedAt ? correction.closesAt : null;
}

/** What is returned, and until when it can be corrected. The identity check has no date of its own but the calendar's. */
export function returnedItems({ items, identity, reviewShown, correction }: ReturnFacts): ReturnedItem[] {
  const returned = items.filter(({ status }) => reviewShown && status === 'RETURNED');
  if (identity?.status !== 'RETURNED') return returned;
  const dueAt = correctionDue(null, correction, identity.checkedAt ?? new Date(0));
  return [...returned, { kind: 'IDENTITY_AND_HUKOU', dueAt }];
}

/** It can be corrected up to, and not including, the instant at which it is due. */
export const isCorrectable = ({ dueAt }: { dueAt: Date | null }, now: Date): boolean =>
  dueAt === null || now < dueAt;

/**
 * What can still be corrected, the most pressing first. Each item stays open until its own date. The family is always
 * told the next date, so whoever keeps to it has missed none.
 */
export const correctable = (returned: readonly ReturnedItem[], now: Date): ReturnedItem[] =>
  returned
    .filter((item) => isCorrectable(item, now))
    .sort((one, other) => (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity));

/** The parts of the form that an item of the review looks at. They open when the item is returned. */
export const BLOCKS_OF_ITEM: Readonly<Record<ReviewItemKind, readonly DetailBlock[]>> = {
  IDENTITY_AND_HUKOU: ['CHILD', 'HOUSEHOLD', 'GUARDIANS'],
  HOUSEHOLD_REGISTER: ['CHILD', 'HOUSEHOLD'],
  RESIDENCE_PERMIT: ['RESIDENCE_PERMIT'],
  RESIDENCE: ['RESIDENCE'],
  EMPLOYMENT: ['EMPLOYMENT'],
  GROUND: ['GROUND', 'GUARDIANS', 'QUESTIONS'],
  OTHER: ['GUARDIANS', 'SUPPORT', 'QUESTIONS'],
};

/**
 * What can be changed once these items are returned: what they look at, and what is needed today but was not asked when
 * the details were submitted. Without the latter nothing could be sent any more.
 */
export function openBlocks(
  returned: readonly ReviewItemKind[],
  needs: DraftFacts['needs'],
  submitted: Details | null,
): ReadonlySet<DetailBlock> {
  if (returned.length === 0) return new Set();
  const given = new Set(pathsOf(submitted ?? NO_DETAILS).map(([path]) => blockOf(path)));
  const askedSince = COMMON_BLOCKS.filter((block) => needs[block] === 'REQUIRED' && !given.has(block));
  return new Set([...returned.flatMap((kind) => BLOCKS_OF_ITEM[kind]), ...askedSince]);
}

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
    .sort((a, b) => placeInForm(a) - placeInForm(b))
    .map((field) => refuse('notReturned', { field }));
}
