import './office-rules.js';
import { officeFor, type GivenItem, type OfficeGrant } from './access.js';
import { ITEM_DECIDER_NAMES } from './names.js';
// For `streetFirst`.
import './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import {
  DEPARTMENTS,
  REVIEW_ITEM_KINDS,
  type CheckStatus,
  type Department,
  type DetailBlock,
  type DocumentHolder,
  type ItemDecider,
  type ReviewItemKind,
  type ReviewOrder,
} from './vocabulary.js';
import { BLOCKS_OF_ITEM } from './details/returned.js';

/** What a district can give to others. The identity check has its own gateway, and its exceptions are the district's. */
export const GIVEABLE_ITEMS: readonly ReviewItemKind[] = REVIEW_ITEM_KINDS.filter(
  (kind) => kind !== 'IDENTITY_AND_HUKOU',
);

/** Who decides which item in a district; what is not named is the district's own. */
export type ItemDeciders = ReadonlyMap<ReviewItemKind, ItemDecider>;

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
export function givenItem(deciders: ItemDeciders, kind: ReviewItemKind, home: Home): GivenItem {
  const here = home.residenceDistrict === home.district;
  const subdistrict = here ? (home.residenceSubdistrict ?? null) : null;
  const decider = deciders.get(kind) ?? 'DISTRICT';
  const nobody = decider === 'SUBDISTRICT' && subdistrict === null;
  return { kind, subdistrict, decider: nobody ? 'DISTRICT' : decider };
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
  readonly items: readonly { readonly kind: ReviewItemKind; readonly status: CheckStatus }[];
}

/** 街道先行: whether everybody else waits, because something of the subdistrict's is not decided yet. */
export const awaitsStreet = ({ order, deciders, home, items }: ReviewStanding): boolean =>
  order === 'STREET_FIRST' &&
  items.some(
    ({ kind, status }) => status === 'PENDING' && givenItem(deciders, kind, home).decider === 'SUBDISTRICT',
  );

/** What is not the subdistrict's waits for it. Administrators need not wait, or nobody could go on where it has no officer. */
export function checkTurn(
  standing: ReviewStanding,
  kind: ReviewItemKind,
  offices: readonly OfficeGrant[],
  district: string,
): Refusal[] {
  const { decider } = givenItem(standing.deciders, kind, standing.home);
  if (decider === 'SUBDISTRICT' || !awaitsStreet(standing)) return [];
  return officeFor('DECIDE_EVERY_ITEM', offices, { district })
    ? []
    : [refuse('streetFirst', { field: 'kind' })];
}

/** Each item once, and none that cannot be given. */
export function checkItemDeciders(
  deciders: readonly { readonly kind: ReviewItemKind; readonly decider: ItemDecider }[],
): Refusal[] {
  return deciders.flatMap(({ kind, decider }, at) => {
    const field = `deciders.${kind}`;
    if (deciders.findIndex((other) => other.kind === kind) !== at) return [refuse('entryTwice', { field })];
    if (decider !== 'DISTRICT' && !GIVEABLE_ITEMS.includes(kind)) return [refuse('itemStays', { field })];
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
