import './office-rules.js';
import { officeFor, type GivenItem, type OfficeGrant } from './access.js';
import type { Details } from './details/details.js';
import { ITEM_DECIDER_NAMES } from './names.js';
import { refuse, type Refusal } from './refusal.js';
import {
  DEPARTMENTS,
  REVIEW_ITEM_KINDS,
  type CheckStatus,
  type Department,
  type DetailBlock,
  type DocumentHolder,
  type EmploymentKind,
  type ItemDecider,
  type ItemPart,
  type ReviewItemKind,
  type ReviewOrder,
} from './vocabulary.js';
import { BLOCKS_OF_ITEM } from './details/returned.js';

/** What a district can give to others. The identity check has its own gateway, and its exceptions are the district's. */
export const GIVEABLE_ITEMS: readonly ReviewItemKind[] = REVIEW_ITEM_KINDS.filter(
  (kind) => kind !== 'IDENTITY_AND_HUKOU',
);

/** 3.1: by what an item can be given to different offices. Work is checked by the office that keeps its register. */
const DIVIDED: Readonly<Partial<Record<ReviewItemKind, readonly ItemPart[]>>> = {
  EMPLOYMENT: ['EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED'],
};

/** The parts of an item, the rest of it first. */
export const partsOf = (kind: ReviewItemKind): readonly ItemPart[] => ['WHOLE', ...(DIVIDED[kind] ?? [])];

/** An item, as far as it matters for who decides it. */
export interface ItemToGive {
  readonly kind: ReviewItemKind;
  readonly part: ItemPart;
}

const WORK: Readonly<Record<string, ItemPart>> = {
  EMPLOYED: 'EMPLOYED',
  LEGAL_REPRESENTATIVE: 'OWN_BUSINESS',
  SHAREHOLDER: 'OWN_BUSINESS',
  PARTNER: 'OWN_BUSINESS',
  SELF_EMPLOYED: 'OWN_BUSINESS',
  FLEXIBLE: 'FLEXIBLE',
} satisfies Record<EmploymentKind, ItemPart>;

/** Of which part the item is by what was submitted. One office decides it, so guardians of different work are a part of their own. */
export function partOf(kind: ReviewItemKind, { employments }: Pick<Details, 'employments'>): ItemPart {
  if (kind !== 'EMPLOYMENT') return 'WHOLE';
  const [first, ...more] = new Set(employments.flatMap(({ kind: work }) => (work ? (WORK[work] ?? []) : [])));
  return more.length > 0 ? 'MIXED' : (first ?? 'WHOLE');
}

type ItemKey = ReviewItemKind | `${ReviewItemKind}.${ItemPart}`;
/** How an item is named among those of a district: EMPLOYMENT, EMPLOYMENT.OWN_BUSINESS. */
export const itemKey = ({ kind, part }: ItemToGive): ItemKey => (part === 'WHOLE' ? kind : `${kind}.${part}`);

/** Who decides which item in a district; what is not named is the district's own. */
export type ItemDeciders = ReadonlyMap<ItemKey, ItemDecider>;

export const deciderOf = (deciders: ItemDeciders, item: ItemToGive): ItemDecider =>
  deciders.get(itemKey(item)) ?? 'DISTRICT';

/** Everything that a district can give to others. */
export const GIVEABLE_PARTS: readonly ItemToGive[] = GIVEABLE_ITEMS.flatMap((kind) =>
  partsOf(kind).map((part) => ({ kind, part })),
);

/** A change of who decides an item; without a part it is about the item and every part that is decided with it. */
export interface DeciderChange {
  readonly kind: ReviewItemKind;
  readonly part?: ItemPart | null | undefined;
  readonly decider: ItemDecider;
}

/** Who decides what after the changes: a part that has been given to another office stays there until it is named itself. */
export function decidersAfter(before: ItemDeciders, changes: readonly DeciderChange[]): ItemDeciders {
  const after = new Map(before);
  const named = new Set(changes.flatMap(({ kind, part }) => (part ? [itemKey({ kind, part })] : [])));
  for (const { kind, part, decider } of changes) {
    const together = partsOf(kind).filter(
      (one) =>
        !named.has(itemKey({ kind, part: one })) &&
        deciderOf(before, { kind, part: one }) === deciderOf(before, { kind, part: 'WHOLE' }),
    );
    for (const one of part ? [part] : together) after.set(itemKey({ kind, part: one }), decider);
  }
  return after;
}

export const isDepartment = (decider: ItemDecider): decider is Department =>
  DEPARTMENTS.some((department) => department === decider);

/** Where a record is, and where its home is. */
export interface Home {
  readonly district: string;
  readonly residenceDistrict?: string | null | undefined;
  readonly residenceSubdistrict?: string | null | undefined;
}

/**
 * An item of a record with whoever decides it. A home in another district, as of a child who enrols where its hukou is, has
 * no subdistrict here. Without a subdistrict there is nobody there to give it to, so it stays with the district.
 */
export function givenItem(deciders: ItemDeciders, item: ItemToGive, home: Home): GivenItem {
  const here = home.residenceDistrict === home.district;
  const subdistrict = here ? (home.residenceSubdistrict ?? null) : null;
  const decider = deciderOf(deciders, item);
  const nobody = decider === 'SUBDISTRICT' && subdistrict === null;
  return { kind: item.kind, subdistrict, decider: nobody ? 'DISTRICT' : decider };
}

/** Officers of the district leave to others what it has given to them; its administrators may decide everything. */
export function checkDecider(
  decider: ItemDecider,
  offices: readonly OfficeGrant[],
  district: string,
): Refusal[] {
  if (decider === 'DISTRICT' || officeFor('DECIDE_EVERY_ITEM', offices, { district })) return [];
  return [refuse('itemOfOthers', { field: 'kind', params: { decider: ITEM_DECIDER_NAMES[decider] } })];
}

/** How the review of a record stands, as far as its order goes. */
export interface ReviewStanding {
  readonly order: ReviewOrder;
  readonly deciders: ItemDeciders;
  readonly home: Home;
  readonly items: readonly (ItemToGive & { readonly status: CheckStatus })[];
}

/** 街道先行: whether everybody else waits, because something of the subdistrict's is not decided yet. */
export const awaitsStreet = ({ order, deciders, home, items }: ReviewStanding): boolean =>
  order === 'STREET_FIRST' &&
  items.some(
    (item) => item.status === 'PENDING' && givenItem(deciders, item, home).decider === 'SUBDISTRICT',
  );

/** What is not the subdistrict's waits for it. Administrators need not wait, or nobody could go on where it has no officer. */
export function checkTurn(
  standing: ReviewStanding,
  item: ItemToGive,
  offices: readonly OfficeGrant[],
  district: string,
): Refusal[] {
  const { decider } = givenItem(standing.deciders, item, standing.home);
  if (decider === 'SUBDISTRICT' || !awaitsStreet(standing)) return [];
  return officeFor('DECIDE_EVERY_ITEM', offices, { district })
    ? []
    : [refuse('streetFirst', { field: 'kind' })];
}

/** Each item and part once, and none that cannot be given. */
export function checkItemDeciders(changes: readonly DeciderChange[]): Refusal[] {
  return changes.flatMap(({ kind, part, decider }, at) => {
    const field = `deciders.${part ? `${kind}.${part}` : kind}`;
    const first = changes.findIndex(
      (other) => other.kind === kind && (other.part ?? null) === (part ?? null),
    );
    if (first !== at) return [refuse('entryTwice', { field })];
    if (decider !== 'DISTRICT' && !GIVEABLE_ITEMS.includes(kind)) return [refuse('itemStays', { field })];
    if (part && !partsOf(kind).includes(part)) return [refuse('itemNotDivided', { field })];
    return [];
  });
}

/** The parts of the form that a reviewer reads for an item. Who the guardians are is told besides, masked. */
export const reviewedBlocks = (kind: ReviewItemKind): readonly DetailBlock[] =>
  BLOCKS_OF_ITEM[kind].filter((block) => block !== 'GUARDIANS' && block !== 'SUPPORT');

const GUARDIANS = ['FIRST_GUARDIAN', 'SECOND_GUARDIAN'] as const;

/** Whose documents an item is about; where it is the guardians' alone, the child's number is nobody's business. */
export const reviewedPeople = (kind: ReviewItemKind): readonly DocumentHolder[] =>
  ['RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'].includes(kind) ? GUARDIANS : ['CHILD', ...GUARDIANS];
