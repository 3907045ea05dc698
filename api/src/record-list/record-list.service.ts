import { officeFor, reachIn, type Action } from '@enrolment/rulebook/access.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { RuleName } from '@enrolment/rulebook/rules.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { checkPageSize, DEFAULT_PAGE } from '../paging.js';
import { audit } from '../platform/audit/audit.js';
import type { AuditDetail } from '../platform/audit/audit.entity.js';
import { ApiError } from '../platform/errors.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { placesOf, reachOf } from '../record/access.js';
import { listedTo, type Reach } from '../record/access.predicates.js';
import { findSubdistricts } from '../subdistrict/subdistrict.entity.js';
import { nameOf, RecordCursors } from './cursor.js';
import { matching, type GivenItems, type Known, type RecordFilters } from './filters.js';
import type { RecordOrder } from './orders.js';
import type { Deciding } from './unpublished.js';
import {
  countAll,
  countUpTo,
  findFewChanged,
  findGivenItems,
  findReviewEnds,
  selectNumbers,
  selectSlice,
  type ListedRecord,
  type Where,
} from './record-list.statements.js';

/** The part of the list that is requested: the first entries after a place or the last before one. */
export interface PageAsked {
  readonly first: number | null;
  readonly after: string | null;
  readonly last: number | null;
  readonly before: string | null;
}

export interface RecordPage {
  readonly rows: readonly { readonly cursor: string; readonly record: ListedRecord }[];
  readonly more: { readonly before: boolean; readonly after: boolean };
}

const ACTION: Action = 'LIST_RECORDS';
/** So many records are sooner read one by one than looked for in the order of a list. */
const FEW = 1_000;

/** 名单: the records that an office may read, filtered, searched and in pages. Each page is audited as a look. */
export class RecordListService {
  private readonly cursors: RecordCursors;

  constructor(
    private readonly keys: KeyRing,
    private readonly few = FEW,
  ) {
    this.cursors = new RecordCursors(keys);
  }

  async page(
    em: EntityManager,
    actor: Actor,
    filters: RecordFilters,
    order: RecordOrder,
    asked: PageAsked,
  ): Promise<RecordPage> {
    if (order === 'AWAITS_ANSWER_ASC' && filters.awaitsAnswer !== true) {
      throw new ApiError('BAD_USER_INPUT', { message: 'AWAITS_ANSWER_ASC goes with awaitsAnswer: true.' });
    }
    const list = nameOf(filters, order);
    const backward = directionOf(asked);
    const size = checkPageSize((backward ? asked.last : asked.first) ?? DEFAULT_PAGE);
    const cursor = backward ? asked.before : asked.after;
    const from = cursor === null ? null : this.cursors.read(cursor, backward ? 'before' : 'after', list);
    const slice = { order, from, backward, size: size + 1 };
    const found = await selectSlice(em, await this.where(em, actor, filters), slice);
    const shown = found.slice(0, size);
    if (backward) shown.reverse();
    await this.audit(em, actor, filters, order, shown);
    const beyond = { one: found.length > size, other: cursor !== null };
    return {
      rows: shown.map((record) => ({
        cursor: this.cursors.of({ at: record.moment, id: record.id }, list),
        record,
      })),
      more: backward
        ? { before: beyond.one, after: beyond.other }
        : { before: beyond.other, after: beyond.one },
    };
  }

  /** What a filter means in the one district where an action is taken, and how it was asked for. */
  async chosen(
    em: EntityManager,
    actor: Actor,
    filters: RecordFilters,
    { action, most }: { readonly action: Action; readonly most: number },
  ): Promise<{ numbers: string[]; asked: AuditDetail } | Refused> {
    const refused = (rule: RuleName, field: string) => new Refused([refuse(rule, { field })]);
    const own = new Set(placesOf(actor.viewer, action).districts);
    const district = filters.district ?? (own.size === 1 ? [...own][0]! : null);
    if (district === null) return refused('bulkOneDistrict', 'filter.district');
    const { season, ...words } = { ...filters, district };
    // One more than there may be tells that there are too many, however many there are.
    const found = own.has(district) ? await this.numbers(em, actor, { ...words, season }, most + 1) : [];
    if (found.length > most)
      return new Refused([refuse('bulkTooMany', { field: 'filter', params: { limit: most } })]);
    return found.length === 0
      ? refused('bulkNone', 'filter')
      : { numbers: found, asked: askedInWords(words) };
  }

  /** The numbers of the whole list, up to so many. */
  async numbers(em: EntityManager, actor: Actor, filters: RecordFilters, most: number): Promise<string[]> {
    return selectNumbers(em, await this.where(em, actor, filters), most);
  }

  /** Counts the records of the whole list. */
  async count(em: EntityManager, actor: Actor, filters: RecordFilters): Promise<number> {
    return countAll(em, await this.where(em, actor, filters));
  }

  /** Counts several lists with one statement, each up to so many. */
  async countEach(
    em: EntityManager,
    actor: Actor,
    lists: readonly RecordFilters[],
    most: number,
  ): Promise<number[]> {
    if (lists.length === 0) return [];
    const [{ season }] = lists as readonly [RecordFilters];
    // All are of one season; what is known of it is known to each.
    const due = lists.some((filters) => filters.overdue !== undefined || filters.dueUntil !== undefined);
    const needsDecision = lists.some((filters) => filters.needsDecision !== undefined) || undefined;
    const subdistrict = lists.find((filters) => filters.subdistrict !== undefined)?.subdistrict;
    const asked = {
      season,
      ...(due ? { overdue: due } : {}),
      ...(needsDecision ? { needsDecision } : {}),
      ...(subdistrict === undefined ? {} : { subdistrict }),
    };
    const known = await this.knownOf(em, asked, actor);
    return countUpTo(
      em,
      lists.map((filters) => this.conditions(actor, filters, known)),
      most,
    );
  }

  private async where(em: EntityManager, actor: Actor, filters: RecordFilters): Promise<Where[]> {
    return this.conditions(actor, filters, await this.knownOf(em, filters, actor));
  }

  private conditions({ now, viewer }: Actor, filters: RecordFilters, known: Known): Where[] {
    const reach = reachOf(viewer, this.keys, ACTION);
    const within = (action: Action) => districtsFor(action, viewer, reach);
    const deciding = within('READ_UNPUBLISHED_RESULT');
    const asked = { keys: this.keys, now, viewer: viewer.subject, deciding, within, known };
    return [listedTo(reach), matching(filters, asked)];
  }

  /** What decides how a list is best read: a statement for each filter that it matters to, and none for the others. */
  private async knownOf(
    em: EntityManager,
    { season, updatedSince, overdue, dueUntil, needsDecision, subdistrict }: RecordFilters,
    { viewer }: Actor,
  ): Promise<Known> {
    return {
      changed: updatedSince ? await findFewChanged(em, season, updatedSince, this.few) : null,
      reviews: overdue === undefined && dueUntil === undefined ? null : await findReviewEnds(em, season),
      given: needsDecision === undefined ? [] : await this.givenAway(em, viewer),
      subdistricts: subdistrict === undefined ? new Map() : await findSubdistricts(em),
    };
  }

  /** What an officer leaves to others; whoever decides every item or none at all leaves nothing. */
  private async givenAway(em: EntityManager, viewer: Viewer): Promise<GivenItems[]> {
    const every = placesOf(viewer, 'DECIDE_EVERY_ITEM').districts;
    const bound = placesOf(viewer, 'DECIDE_ON_RECORD').districts.filter((one) => !every.includes(one));
    return bound.length === 0 ? [] : findGivenItems(em, bound);
  }

  /** The registrar's schools that the filter leaves. */
  private schoolsOf(
    viewer: Viewer,
    { district, school }: Omit<RecordFilters, 'season' | 'search'>,
  ): string[] {
    const { districts, codes } = reachOf(viewer, this.keys, ACTION).schools;
    return codes.filter(
      (code, at) => (district ?? districts[at]) === districts[at] && (school ?? code) === code,
    );
  }

  /** Writes down the filter, without the words of a search, and the records that were shown. */
  private async audit(
    em: EntityManager,
    { viewer, now }: Actor,
    { season, search, ...filters }: RecordFilters,
    order: RecordOrder,
    shown: readonly ListedRecord[],
  ): Promise<void> {
    const grant = officeOfList(viewer, filters.district ?? null);
    const schools = grant.role === 'SCHOOL_REGISTRAR' ? this.schoolsOf(viewer, filters) : [];
    const detail: AuditDetail = {
      ...askedInWords({ ...filters, ...(search ? { search } : {}) }),
      order,
      ...(schools.length > 1 ? { schools } : {}),
      numbers: shown.map(({ number }) => number),
    };
    await audit(em, {
      at: now,
      actor: viewer.subject,
      actorRole: grant.role,
      action: 'RECORDS_LISTED',
      recordNumber: null,
      district: grant.district ?? filters.district ?? null,
      season,
      subject: schools.length === 1 ? schools[0]! : null,
      detail,
    });
  }
}

/** What a list was filtered by, for the trail; of a search only its kind. */
export function askedInWords({
  reviewItem,
  updatedSince,
  overdue,
  needsDecision,
  resubmitted,
  awaitsAnswer,
  nearDuplicate,
  correctionRequested,
  unreached,
  search,
  ...plain
}: Omit<RecordFilters, 'season'>): AuditDetail {
  return {
    ...plain,
    ...(reviewItem ? { reviewItem: [reviewItem.kind, reviewItem.status ?? ''].filter(Boolean) } : {}),
    ...(overdue === undefined ? {} : { overdue: String(overdue) }),
    ...(needsDecision === undefined ? {} : { needsDecision: String(needsDecision) }),
    ...(resubmitted === undefined ? {} : { resubmitted: String(resubmitted) }),
    ...(correctionRequested === undefined ? {} : { correctionRequested: String(correctionRequested) }),
    ...(unreached === undefined ? {} : { unreached: String(unreached) }),
    ...(nearDuplicate === undefined ? {} : { nearDuplicate: String(nearDuplicate) }),
    ...(awaitsAnswer === undefined ? {} : { awaitsAnswer: String(awaitsAnswer) }),
    ...(updatedSince ? { updatedSince: updatedSince.toISOString() } : {}),
    ...(search ? { search: search.kind } : {}),
  };
}

function directionOf({ first, after, last, before }: PageAsked): boolean {
  const backward = last !== null || before !== null;
  if (backward && (after !== null || (first !== null && first !== DEFAULT_PAGE))) {
    throw new ApiError('BAD_USER_INPUT', {
      message: 'first and after go together, or last and before; not one of each.',
    });
  }
  return backward;
}

/** The districts where the viewer may do more than list; a system may list where it may not read results. */
function districtsFor(action: Action, viewer: Viewer, { wholeCity, districts, schools }: Reach): Deciding {
  const known = placesOf(viewer, action).districts;
  const all = !wholeCity && schools.codes.length === 0 && districts.every((one) => known.includes(one));
  return all ? null : known;
}

/** The office in which somebody lists, as the audit trail has it: that of the district asked for, if there is one. */
function officeOfList({ roles }: Viewer, district: string | null): RoleGrant {
  return (
    (district === null ? null : officeFor(ACTION, roles, { district })) ??
    roles.find((grant) => reachIn(ACTION, grant) !== null)!
  );
}
