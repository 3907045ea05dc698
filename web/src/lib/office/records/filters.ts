import { isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { PROVINCES } from '@enrolment/rulebook/regions.ts';
import {
  CHECK_STATUSES,
  GROUNDS,
  REVIEW_ITEM_KINDS,
  SERVICE_KINDS,
  STAGES,
} from '@enrolment/rulebook/vocabulary.ts';
import type { RecordFilter, RecordOrder, SavedViewShownFragment } from '@enrolment/schema/client';
import type { OfficeHere } from '#lib/server/office.ts';

export const ORDERS = [
  'REGISTERED_AT_DESC',
  'REGISTERED_AT_ASC',
  'SUBMITTED_AT_ASC',
  'STAGE_SINCE_ASC',
] as const satisfies readonly RecordOrder[];

/** The fields of the list's form. They stand in the address, so none of them is about one person. */
export const FILTER_NAMES = [
  'stage',
  'service',
  'ground',
  'item',
  'state',
  'province',
  'subdistrict',
  'school',
  'from',
  'to',
  'overdue',
  'due',
  'colleague',
  'again',
  'duplicate',
  'correction',
  'unreached',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

const LONGEST_SUBDISTRICT = 50;
const isOneOf = (known: readonly string[]) => (text: string) => known.includes(text);

const VALID: Record<FilterName, (text: string) => boolean> = {
  stage: isOneOf(STAGES),
  service: isOneOf(SERVICE_KINDS),
  ground: isOneOf(GROUNDS),
  item: isOneOf(REVIEW_ITEM_KINDS),
  state: isOneOf(CHECK_STATUSES),
  province: (text) => PROVINCES.has(text),
  subdistrict: (text) => text.length <= LONGEST_SUBDISTRICT,
  school: (text) => /^\w{1,10}$/.test(text),
  from: isCalendarDate,
  to: isCalendarDate,
  overdue: isOneOf(['1', '0']),
  due: isCalendarDate,
  colleague: (text) => /^[0-9a-f-]{36}$/.test(text),
  again: (text) => text === '1',
  duplicate: (text) => text === '1',
  correction: (text) => text === '1',
  unreached: (text) => text === '1',
};

/** The filters in an address. Empty fields and unknown values are left out. */
export function readFilters(search: URLSearchParams): Filters {
  const found = FILTER_NAMES.flatMap((name) => {
    const text = search.get(name)?.trim() ?? '';
    return text !== '' && VALID[name](text) ? [[name, text] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The orders of the list’s form. */
export type ListOrder = (typeof ORDERS)[number];

export const readOrder = (text: string | null): ListOrder =>
  ORDERS.find((order) => order === text) ?? 'REGISTERED_AT_DESC';

/** Of what a list is: the place and the season of its page. */
export type Listed = Pick<OfficeHere, 'place' | 'season'>;

/** The filter for a place and a season. A school needs no place: the API shows its office only what it may read. */
export const filterOf = ({ place, season }: Listed): RecordFilter => ({
  ...(place.kind === 'DISTRICT' ? { district: place.district } : {}),
  ...(season === null ? {} : { season }),
});

export const toRecordFilter = (filters: Filters, of: Listed): RecordFilter => ({
  ...filterOf(of),
  ...toKeptFilter(filters),
});

/** The filter wherever the page is, as a view keeps it. */
export function toKeptFilter(filters: Filters): RecordFilter {
  const { stage, service, ground, item, state, province, subdistrict, school, from, to } = filters;
  const { overdue, due, colleague, again, duplicate, correction, unreached } = filters;
  // A state without an item is that of none.
  const kind = item as (typeof REVIEW_ITEM_KINDS)[number] | undefined;
  const status = state as (typeof CHECK_STATUSES)[number] | undefined;
  return {
    ...(stage ? { stages: [stage as (typeof STAGES)[number]] } : {}),
    ...(service ? { service: service as (typeof SERVICE_KINDS)[number] } : {}),
    ...(ground ? { ground: ground as (typeof GROUNDS)[number] } : {}),
    ...(kind ? { reviewItem: { kind, ...(status ? { status } : {}) } } : {}),
    ...(province ? { hukouProvince: province } : {}),
    ...(subdistrict ? { subdistrict } : {}),
    ...(school ? { school } : {}),
    ...(from ? { registeredFrom: from } : {}),
    ...(to ? { registeredTo: to } : {}),
    ...(overdue ? { overdue: overdue === '1' } : {}),
    ...(due ? { dueUntil: due } : {}),
    ...(colleague ? { colleague } : {}),
    ...(again ? { resubmitted: true } : {}),
    ...(duplicate ? { nearDuplicate: true } : {}),
    ...(correction ? { correctionRequested: true } : {}),
    ...(unreached ? { unreached: true } : {}),
  };
}

export type SavedFilter = NonNullable<SavedViewShownFragment['filter']>;

/** The fields of the form that say the same as a view. What the form has no field for is not among them. */
export function toFilters(saved: SavedFilter): Filters {
  const fields: Record<FilterName, string | null | undefined | false> = {
    stage: saved.stages?.[0],
    service: saved.service,
    ground: saved.ground,
    item: saved.reviewItem?.kind,
    state: saved.reviewItem?.status,
    province: saved.hukouProvince,
    subdistrict: saved.subdistrict,
    school: saved.school,
    from: saved.registeredFrom,
    to: saved.registeredTo,
    overdue: saved.overdue == null ? null : saved.overdue ? '1' : '0',
    due: saved.dueUntil,
    colleague: saved.colleague,
    again: saved.resubmitted && '1',
    duplicate: saved.nearDuplicate && '1',
    correction: saved.correctionRequested && '1',
    unreached: saved.unreached && '1',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Filters;
}

export interface PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

const PAGE = 50;
export const cursorIn = (text: string | null) => /^[\w=+/.:-]{1,200}$/.exec(text ?? '')?.[0];

/** Which page of a list an address is about, as the address has it. */
export const placeIn = (search: Pick<URLSearchParams, 'get'>) => ({
  after: search.get('after'),
  before: search.get('before'),
});

/** Which page: the first, the one after a cursor, or the one before it. */
export function readPage(values: { after: string | null; before: string | null }): PageArguments {
  const [after, before] = [cursorIn(values.after), cursorIn(values.before)];
  if (before) return { last: PAGE, before };
  return after ? { first: PAGE, after } : { first: PAGE };
}
