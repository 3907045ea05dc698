import { placeInForm } from './fields.js';
import { blockOf, pathsOf, type Details } from './details.js';
import { refuse, type Refusal } from '../refusal.js';
import type { DetailBlock, ReviewItemKind } from '../../vocabulary.js';

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
