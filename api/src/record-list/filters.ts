import type { Action } from '@enrolment/rulebook/access.js';
import { EXPECTED_WAIT_MINUTES, minutesBefore } from '@enrolment/rulebook/identity-check.js';
import { OPEN_REQUESTS } from '@enrolment/rulebook/correction-request.js';
import { freeIfBefore } from '@enrolment/rulebook/claim.js';
import { spellingsOf } from '@enrolment/rulebook/subdistrict.js';
import { meant, writingsOf, type Subdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import type { RecordSearch } from '@enrolment/rulebook/record-search.js';
import type {
  CheckStatus,
  ReviewItemKind,
  ServiceKind,
  Stage,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { OPEN_STAGES, UNDECIDED_STAGES, WAITING_STAGES } from '@enrolment/rulebook/stage-lists.js';
import { endOfDay, startOfDay } from '@enrolment/rulebook/wall-clock.js';
import { sql, type Expression, type SqlBool } from 'kysely';
import { anyFound, anyOf } from '../database/tables.js';
import { awaitsStreet } from '../joint-review/street-first.js';
import type { ofRecord } from '../record/access.predicates.js';
import { foundBy } from './search.js';
import { isShownIn, isUntold, type Deciding } from './unpublished.js';
import type { KeyRing } from '../platform/keys.js';
import { isUuid } from '../platform/uuid.js';

type OfRecord = ReturnType<typeof ofRecord>;

/** Whose records a list is about, by who has them in hand. */
export type AssigneeFilter = 'ME' | 'NOBODY' | 'ME_OR_NOBODY' | 'OTHERS';

/** The conditions on each record; the season is always given. */
export interface RecordFilters {
  readonly season: number;
  readonly district?: string;
  readonly service?: ServiceKind;
  readonly ground?: TreatedAsLocalGround;
  readonly stages?: readonly Stage[];
  readonly reviewItem?: { readonly kind: ReviewItemKind; readonly status: CheckStatus | null };
  readonly overdue?: boolean;
  /** A day by whose end the district has to decide. */
  readonly dueUntil?: string;
  readonly needsDecision?: boolean;
  readonly resubmitted?: boolean;
  readonly assignee?: AssigneeFilter;
  /** Id of a colleague's role. */
  readonly colleague?: string;
  readonly awaitsAnswer?: boolean;
  readonly nearDuplicate?: boolean;
  readonly correctionRequested?: boolean;
  readonly unreached?: boolean;
  readonly hukouProvince?: string;
  readonly subdistrict?: string;
  readonly school?: string;
  readonly search?: RecordSearch;
  readonly registeredFrom?: string;
  readonly registeredTo?: string;
  readonly updatedSince?: Date;
}

/** When the review of a service ends in a district. */
export interface ReviewEnd {
  readonly service: ServiceKind;
  readonly district: string;
  readonly closesAt: Date;
}

/** What is known of the season before the list is read, so that it is read in the right order. */
export interface Known {
  /** The records that have changed since the moment of the filter, if they are few; else null. */
  readonly changed: readonly string[] | null;
  /** When the reviews of the season end; null where it does not matter. */
  readonly reviews: readonly ReviewEnd[] | null;
  /** What districts have given to others and the viewer may not decide; none where it does not matter. */
  readonly given: readonly GivenItems[];
  /** The subdistricts that districts list; none where it does not matter. */
  readonly subdistricts: ReadonlyMap<string, readonly Subdistrict[]>;
}

/** The review items and parts of them that a district has given away, each by its key. */
export interface GivenItems {
  readonly district: string;
  readonly toDepartments: readonly string[];
  /** Those that go to the subdistrict of the home, where there is one. */
  readonly toSubdistricts: readonly string[];
}

export interface Asked {
  readonly keys: KeyRing;
  readonly now: Date;
  readonly deciding: Deciding;
  /** The districts where the viewer may take an action; null if the viewer lists no others. */
  readonly within: (action: Action) => Deciding;
  /** Whose list it is. */
  readonly viewer: string;
  readonly known: Known;
}

type Condition<Value> = (value: Value, asked: Asked, eb: OfRecord) => Expression<SqlBool>;

/** A filter without a condition here does not compile. */
const CONDITIONS: { [Name in keyof RecordFilters]-?: Condition<NonNullable<RecordFilters[Name]>> } = {
  season: (season, _, eb) => eb('r.season', '=', season),
  district: (district, _, eb) => eb('r.district', '=', district),
  service: (service, _, eb) => eb('r.service', '=', service),
  ground: (ground, _, eb) => eb('r.ground', '=', ground),
  stages: (stages, { deciding }, eb) => isShownIn(stages, deciding, eb),
  reviewItem: ({ kind, status }, _, eb) => {
    const items = eb.selectFrom('review_item as i').select('i.record').where('i.kind', '=', kind);
    if (status === null) return eb.exists(items.whereRef('i.record', '=', 'r.id'));
    const standing = items.where('i.status', '=', status);
    if (FEW.includes(status)) return isOneOf(standing, eb);
    const one = eb.exists(standing.whereRef('i.record', '=', 'r.id'));
    // Items have no season: of one that is over nearly all have passed, and the planner would look at each record's.
    return status === 'PENDING' ? eb.and([eb('r.stage', 'in', [...UNDECIDED_STAGES]), one]) : one;
  },
  overdue: (overdue, asked, eb) => flag(overdue, isDueBy(asked.now, asked, eb), eb),
  dueUntil: (day, asked, eb) => isDueBy(endOfDay(day), asked, eb),
  needsDecision: (needed, asked, eb) => flag(needed, awaitsDecision(asked, eb), eb),
  resubmitted: (again, _, eb) => flag(again, isResubmitted(eb), eb),
  assignee: (assignee, asked, eb) => isInHandOf(assignee, asked, eb),
  colleague: (colleague, asked, eb) => isInHandOfColleague(colleague, asked, eb),
  awaitsAnswer: (awaits, { within }, eb) => flag(awaits, isKnown(waiting(eb), within('CORRESPOND'), eb), eb),
  nearDuplicate: (alike, { within }, eb) =>
    flag(alike, isKnown(likened(eb), within('JUDGE_DUPLICATES'), eb), eb),
  correctionRequested: (requested, { within }, eb) =>
    flag(requested, isKnown(requests(eb), within('DECIDE_CORRECTIONS'), eb), eb),
  unreached: (missed, { within }, eb) =>
    flag(missed, isKnown(unreached(eb), within('DECIDE_ON_RECORD'), eb), eb),
  hukouProvince: (province, _, eb) => eb('r.hukouProvince', '=', province),
  subdistrict: (subdistrict, { known: { subdistricts } }, eb) => isIn(subdistrict, subdistricts, eb),
  school: (school, { deciding }, eb) =>
    eb.or([
      isOneOf(eb.selectFrom('admission as a').select('a.record').where('a.school', '=', school), eb),
      // The publication makes the assigned school the school.
      isKnown(
        eb.selectFrom('admission as a').select('a.record').where('a.assignedSchool', '=', school),
        deciding,
        eb,
      ),
    ]),
  search: (search, { keys }, eb) => foundBy(search, keys, eb),
  registeredFrom: (day, _, eb) => eb('r.registeredAt', '>=', startOfDay(day)),
  registeredTo: (day, _, eb) => eb('r.registeredAt', '<', endOfDay(day)),
  updatedSince: (at, asked, eb) => hasChangedSince(at, asked, eb),
};

/** By its name of today or of before where a district lists it, and by the ways of writing it elsewhere. */
function isIn(subdistrict: string, lists: Known['subdistricts'], eb: OfRecord) {
  const homes = [...lists].flatMap(([district, entries]) => {
    const one = meant(entries, subdistrict);
    return one ? [{ district, writings: writingsOf(entries, one) }] : [];
  });
  const elsewhere = spellingsOf(subdistrict);
  const every = [...new Set([...homes.flatMap(({ writings }) => writings), ...elsewhere])];
  const listed = homes.map(({ district }) => district);
  return eb.and([
    // For the index: the conditions below are about fewer records.
    eb('r.residenceSubdistrict', '=', anyOf(every)),
    eb.or([
      ...homes.map(({ district, writings }) =>
        eb.and([
          eb('r.residenceDistrict', '=', district),
          eb('r.residenceSubdistrict', '=', anyOf(writings)),
        ]),
      ),
      eb.and([
        eb.not(eb('r.residenceDistrict', '=', anyOf(listed))),
        eb('r.residenceSubdistrict', '=', anyOf(elsewhere)),
      ]),
    ]),
  ]);
}

/** States that few items are in at a time. */
const FEW: readonly CheckStatus[] = ['RETURNED', 'FAILED'];

/**
 * Records that another table names, which is read first. Otherwise the planner takes what is rare there for common, and
 * looks at every record in the order of the list.
 */
const isOneOf = (records: Expression<unknown>, eb: OfRecord) => eb('r.id', '=', anyFound<string>(records));

/** The same, as far as these districts; of records elsewhere the reader is not to know. */
const isKnown = (records: Expression<unknown>, within: Deciding, eb: OfRecord) =>
  eb.and([isOneOf(records, eb), ...(within === null ? [] : [eb('r.district', '=', anyOf(within))])]);

const flag = (wanted: boolean, holds: Expression<SqlBool>, eb: OfRecord) => (wanted ? holds : eb.not(holds));

export const matching =
  (filters: RecordFilters, asked: Asked) =>
  (eb: OfRecord): Expression<SqlBool> =>
    eb.and(
      (Object.keys(CONDITIONS) as (keyof RecordFilters)[]).flatMap((name) => {
        const value = filters[name];
        return value === undefined ? [] : [(CONDITIONS[name] as Condition<unknown>)(value, asked, eb)];
      }),
    );

/** An unpublished decision about an admission is no change to a reader who may not know of it. */
function hasChangedSince(at: Date, { deciding, known }: Asked, eb: OfRecord) {
  const changed =
    known.changed === null ? eb('r.updatedAt', '>=', at) : eb('r.id', '=', anyOf(known.changed));
  if (deciding === null) return changed;
  const untold = isUntold(eb, deciding);
  const preregistered = eb(
    eb.selectFrom('admission as a').select('a.preregisteredAt').whereRef('a.record', '=', 'r.id'),
    '>=',
    at,
  );
  return eb.and([changed, eb.or([eb.not(untold), preregistered])]);
}

/**
 * The viewer's office has something to decide on it now: what the verification has not matched or not answered, items unless
 * the subdistrict is first or others have all that is open, an appeal.
 */
function awaitsDecision({ now, within, known: { given } }: Asked, eb: OfRecord) {
  const since = minutesBefore(now, EXPECTED_WAIT_MINUTES);
  // Administrators go on where a subdistrict has nobody.
  const everywhere = within('DECIDE_EVERY_ITEM');
  const check = eb
    .selectFrom('identity_check as c')
    .select(sql`1`.as('one'))
    .whereRef('c.record', '=', 'r.id')
    .where((c) =>
      c.or([
        c('c.status', '=', 'FAILED'),
        c.and([c('c.status', '=', 'PENDING'), c('c.requestedAt', '<=', since)]),
      ]),
    );
  return eb.and([
    eb('r.stage', 'in', [...WAITING_STAGES]),
    eb.or([eb('r.stage', '<>', 'SUBMITTED'), eb.exists(check)]),
    ...(everywhere === null
      ? []
      : [
          eb.or([
            eb('r.stage', '<>', 'IDENTITY_VERIFIED'),
            eb.not(awaitsStreet(eb)),
            eb('r.district', '=', anyOf(everywhere)),
          ]),
        ]),
    ...given.map((those) => eb.not(isLeftToOthers(those, eb))),
  ]);
}

/** Every item that is still open was given to others: `givenItem` and `checkDecider` of the rulebook, as a condition. */
function isLeftToOthers({ district, toDepartments, toSubdistricts }: GivenItems, eb: OfRecord) {
  const home = eb.and([
    eb('r.residenceDistrict', '=', eb.ref('r.district')),
    eb('r.residenceSubdistrict', 'is not', null),
  ]);
  const open = eb
    .selectFrom('review_item as i')
    .whereRef('i.record', '=', 'r.id')
    .where('i.status', '<>', 'PASSED')
    .select(({ ref }) => {
      const key = sql<string>`case ${ref('i.part')} when 'WHOLE' then ${ref('i.kind')} else ${ref('i.kind')} || '.' || ${ref('i.part')} end`;
      const toDepartment = sql<boolean>`${key} = any(${toDepartments}::text[])`;
      const toSubdistrict = sql<boolean>`(${key} = any(${toSubdistricts}::text[]) and ${home})`;
      const undecided = sql<boolean>`${ref('i.status')} = 'PENDING'`;
      // What they have failed is the district's to reject.
      return sql<boolean>`bool_and((${toDepartment} or ${toSubdistrict}) and ${undecided})`.as('theirs');
    });
  // Without an open item nobody else is waited for.
  return eb.and([
    eb('r.district', '=', district),
    eb('r.stage', 'in', [...OPEN_STAGES]),
    sql<boolean>`coalesce(${open}, false)`,
  ]);
}

/** It was returned, the family has submitted it again, and it waits once more. */
function isResubmitted(eb: OfRecord) {
  const returned = eb
    .selectFrom('record_event as e')
    .select(sql`1`.as('one'))
    .whereRef('e.record', '=', 'r.id')
    .where('e.kind', '=', 'RETURNED')
    .whereRef('e.at', '<', 'r.submittedAt');
  return eb.and([eb('r.stage', 'in', [...WAITING_STAGES]), eb.exists(returned)]);
}

/** Only those who decide on a record know who has it in hand: for all others everything is free. */
function isInHandOf(assignee: AssigneeFilter, { now, viewer, deciding }: Asked, eb: OfRecord) {
  const live = inHand(now, eb);
  if (assignee === 'ME') return isKnown(live.where('h.officer', '=', viewer), deciding, eb);
  const held = assignee === 'NOBODY' ? live : live.where('h.officer', '<>', viewer);
  const known = isKnown(held, deciding, eb);
  return assignee === 'OTHERS' ? known : eb.not(known);
}

/** As far as the viewer knows who has what in hand; a role that there is not has nothing. */
function isInHandOfColleague(colleague: string, { now, deciding }: Asked, eb: OfRecord) {
  if (!isUuid(colleague)) return sql<boolean>`false`;
  const officer = eb.selectFrom('staff_grant as g').select('g.subject').where('g.id', '=', colleague);
  return isKnown(inHand(now, eb).where('h.officer', '=', officer), deciding, eb);
}

const inHand = (now: Date, eb: OfRecord) =>
  eb
    .selectFrom('record_claim as h')
    .select('h.record')
    .where((h) => h.or([h('h.touchedAt', '>', freeIfBefore(now)), h('h.givenUntil', '>', now)]));

/** Where the family has written and nobody has answered. */
const waiting = (eb: OfRecord) =>
  eb.selectFrom('conversation as m').select('m.record').where('m.waitingSince', 'is not', null);

/** Beside which another record may be of the same child, and nobody has said that it is not. */
const likened = (eb: OfRecord) =>
  eb
    .selectFrom('near_duplicate as d')
    .select('d.one as alike')
    .where('d.verdict', 'is', null)
    .union(eb.selectFrom('near_duplicate as e').select('e.other as alike').where('e.verdict', 'is', null));

/** For which the family asks for a correction, and nobody has answered. */
const requests = (eb: OfRecord) =>
  eb
    .selectFrom('correction_request as q')
    .select('q.record')
    .where('q.state', 'in', [...OPEN_REQUESTS]);

/** The newest message that was tried to its family was not delivered; none has gone out since. */
export const unreached = (eb: OfRecord) =>
  eb
    .selectFrom('message as m')
    .select('m.record')
    .where(({ ref }) => sql<boolean>`not ${ref('m.delivered')}`)
    .where('m.expiresAt', 'is', null)
    .where('m.record', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message as n')
            .select('n.id')
            .whereRef('n.record', '=', 'm.record')
            .whereRef('n.sentAt', '>', 'm.queuedAt'),
        ),
      ),
    );

/** Undecided when the district's review ends by then, or asked about the identity so long before that an answer is due. */
function isDueBy(moment: Date, { known: { reviews } }: Asked, eb: OfRecord) {
  const unanswered = eb
    .selectFrom('identity_check as c')
    .select('c.record')
    .where('c.status', '=', 'PENDING')
    .where('c.requestedAt', '<=', minutesBefore(moment, EXPECTED_WAIT_MINUTES));
  const over = (reviews ?? []).filter(({ closesAt }) => closesAt <= moment);
  return eb.and([
    eb('r.stage', 'in', [...WAITING_STAGES]),
    eb.or([
      ...[...Map.groupBy(over, ({ service }) => service)].map(([service, of]) =>
        eb.and([
          eb('r.service', '=', service),
          eb('r.district', '=', anyOf(of.map(({ district }) => district))),
        ]),
      ),
      isOneOf(unanswered, eb),
    ]),
  ]);
}
