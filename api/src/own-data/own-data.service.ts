import { FAMILY_MESSAGES, type FamilyMessage } from '@enrolment/rulebook/family-messages.js';
import {
  checkKindStays,
  concernsRecords,
  isConcerned,
  type OwnDataKind,
  type OwnQuestion,
  type OwnReviewItem,
} from '@enrolment/rulebook/own-data.js';
import { Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import type { Subdistrict as SubdistrictFacts } from '@enrolment/rulebook/subdistrict-list.js';
import { checkReviewed, chooseSeason } from '@enrolment/rulebook/season.js';
import { SERVICE_KINDS, STAGES, type ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityData, EntityManager, RequiredEntityData } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { Standing } from '../calendar/calendar.statements.js';
import { District, DistrictQuestion } from '../district/district.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import {
  changesOf,
  editing,
  editionsOf,
  keepEdition,
  refusedAsOld,
  type ContentChange,
} from '../edition/editions.js';
import { editorAt, readsOwn } from '../edition/editors.js';
import { countSent } from '../message/sentences.js';
import { forbidden } from '../platform/errors.js';
import { ReviewRequirement } from '../review/review.entity.js';
import { Season } from '../season/season.entity.js';
import { holdSeasons, withoutReview } from '../season/season.service.js';
import { countStandingIn, type StandingSomewhere } from './own-data.statements.js';
import {
  isInForce,
  keptIn,
  OF_DISTRICTS,
  ownEdited,
  rowsOf,
  takeOut,
  wholeOf,
  type ListKind,
  type OwnList,
  type OwnPlace,
} from './own-lists.js';
import { checkLaid } from './subdistricts.js';

/** Where it is, and as what it was seen. */
export interface OwnPlaced extends OwnPlace {
  readonly editions: readonly Edition[];
}

/** A list with its versions, the newest first. */
export interface ReadList<Entry> extends OwnPlaced {
  readonly entries: readonly Entry[];
}

export interface OwnChange<Entry> {
  readonly district: string | null;
  /** Year of the season; null for the only open one. */
  readonly season: number | null;
  /** The version that the change is made to. */
  readonly seen: number;
  /** The list as it is to be, in order. */
  readonly entries: readonly Entry[];
  /** Of subdistricts alone: whether the list is complete; null leaves that as it is. */
  readonly complete: boolean | null;
  /** Only tried: what it would change, and for whom. */
  readonly dryRun: boolean;
}

export interface ChangedList {
  readonly kind: OwnDataKind;
  readonly applied: boolean;
  readonly changes: readonly ContentChange[];
  /** Live records whose families meet the change. */
  readonly touched: readonly Standing[];
  /** How many other live records of these services keep what they have. */
  readonly kept: number;
  readonly editions: readonly Edition[];
  /** The list as it is to be. */
  readonly entries: readonly object[];
  /** Of a trial of sentences: how many messages of the kinds that change have gone out of late. */
  readonly sent: number | null;
}

/** What a trial tells of messages goes back so far. */
const SENT_SINCE_MS = 7 * 86_400_000;

/** The kinds of messages that a change of sentences changes. */
export const changedMessages = ({ changes }: Pick<ChangedList, 'changes'>): FamilyMessage[] =>
  FAMILY_MESSAGES.filter((kind) => changes.some(({ field }) => field.startsWith(`${kind}.`)));

/** Lists that districts and the city set for themselves: questions, review items, papers, policies, sentences, answers,
 * subdistricts. */
export class OwnDataService {
  /** Null alike for a district or season that there is not and for one that is not theirs. */
  async place(
    em: EntityManager,
    { viewer }: Actor,
    { district, season: year }: OwnPlace,
  ): Promise<{ readonly district: District | null; readonly season: Season } | null> {
    if (!readsOwn(viewer, district)) return null;
    const season = await em.findOne(Season, { year });
    const found = district === null ? null : await em.findOne(District, { code: district });
    return season && (district === null || found) ? { district: found, season } : null;
  }

  async read<Entry extends object>(
    em: EntityManager,
    list: OwnList<Entry>,
    place: OwnPlace,
  ): Promise<ReadList<Entry>> {
    // Before the rows: at worst an old version goes with new ones, and a change of it is refused.
    const editions = await editionsOf(em, ownEdited(list.kind, place));
    const rows = await rowsOf(em, list, place);
    return { ...place, editions, entries: rows.filter(isInForce).map(list.read) };
  }

  async set<Entry extends object>(
    em: EntityManager,
    actor: Actor,
    list: OwnList<Entry>,
    { district, season: year, seen, entries: given, complete, dryRun }: OwnChange<Entry>,
  ): Promise<ChangedList | Refused> {
    const office = editorAt(actor.viewer, district);
    if (!office || (district !== null && !(await em.findOne(District, { code: district }))))
      throw forbidden();
    if (district === null && OF_DISTRICTS.includes(list.kind)) throw forbidden();
    const known = chooseSeason(await em.find(Season, {}), year);
    if ('refusals' in known) return new Refused(known.refusals);
    const entries = given.map(list.normalise);
    const malformed = list.check(entries);
    if (malformed.length > 0) return new Refused(malformed);
    const place = { season: known.season.year, district };
    const edited = ownEdited(list.kind, place);
    const changed = await editing(em, edited, async (tx) => {
      const chosen = chooseSeason(await holdSeasons(tx), place.season);
      if ('refusals' in chosen) return new Refused(chosen.refusals);
      const editions = await editionsOf(tx, edited);
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const rows = await rowsOf(tx, list, place);
      const before = rows.filter(isInForce).map(list.read);
      const home =
        list.kind === 'SUBDISTRICTS' ? await tx.findOneOrFail(District, { code: district! }) : null;
      const whole = complete ?? home?.subdistrictsComplete ?? false;
      const broken = [
        ...(chosen.season.state === 'OPEN'
          ? [...kindsChanged(rows, entries), ...(await unreviewed(tx, list, place, entries))]
          : []),
        ...(home ? await unplaced(tx, home, { before, entries, whole }, actor.now) : []),
      ];
      if (broken.length > 0) return new Refused(broken);
      const content = {
        before: { ...list.content(before), ...(home && wholeOf(home.subdistrictsComplete)) },
        after: { ...list.content(entries), ...(home && wholeOf(whole)) },
      };
      const changes = changesOf(list.kind, content.before, content.after);
      const concerned = await concern(tx, list, place, changes);
      const answer = { kind: list.kind, applied: !dryRun, changes, ...concerned, entries, editions };
      if (dryRun || changes.length === 0) return answer;
      lay(tx, list, rows, { place, entries, now: actor.now });
      if (home) home.subdistrictsComplete = whole;
      await tx.flush();
      const kept = { ...content, editions, role: office.role, season: place.season } as const;
      const edition = await keepEdition(tx, actor, edited, {
        ...kept,
        action: 'OWN_DATA_SET',
        detail: { kind: list.kind },
      });
      return { ...answer, editions: [edition, ...editions] };
    });
    if (changed instanceof Refused) return changed;
    // A count of thousands holds up nobody’s change: it comes when the lock of the seasons is free again.
    const sent = dryRun ? await sentOfLate(em, list, place, { ...changed, now: actor.now }) : null;
    return { ...changed, sent };
  }
}

/** Questions whose kind would change, among those that are asked no more, too. */
const kindsChanged = (rows: readonly object[], entries: readonly object[]) => {
  const questions = rows.filter((row) => row instanceof DistrictQuestion);
  return questions.length === 0 ? [] : checkKindStays(questions, entries as readonly OwnQuestion[]);
};

/** Services that the change would leave with nothing to review in some district. */
async function unreviewed(
  tx: EntityManager,
  { kind }: ListKind,
  { season, district }: OwnPlace,
  entries: readonly object[],
): Promise<Refusal[]> {
  if (kind !== 'REVIEW_ITEMS') return [];
  const districts = await tx.find(District, {});
  const before = await tx.find(ReviewRequirement, { season });
  const own = (entries as readonly OwnReviewItem[]).map((item) => ({ ...item, district }));
  const after = [...before.filter((item) => (item.district ?? null) !== district), ...own];
  const were = withoutReview(before, districts);
  const lost = withoutReview(after, districts).filter((service) => !were.includes(service));
  return checkReviewed(season, lost);
}

/** Whether somebody would stand under a name that means nothing any more, or have nothing to choose. */
const unplaced = (
  tx: EntityManager,
  { code }: District,
  list: { readonly before: readonly object[]; readonly entries: readonly object[]; readonly whole: boolean },
  now: Date,
): Promise<Refusal[]> => {
  const [before, entries] = [list.before, list.entries] as readonly (readonly SubdistrictFacts[])[];
  return checkLaid(tx, code, { before: before!, after: { entries: entries!, complete: list.whole } }, now);
};

/** The rows as the list has them from now on. */
function lay<Entry extends object>(
  tx: EntityManager,
  list: OwnList<Entry>,
  rows: readonly object[],
  {
    place,
    entries,
    now,
  }: { readonly place: OwnPlace; readonly entries: readonly Entry[]; readonly now: Date },
): void {
  const there = new Map(rows.map((row) => [list.keyOf(list.read(row)), row]));
  entries.forEach((entry, position) => {
    const row = there.get(list.keyOf(entry));
    there.delete(list.keyOf(entry));
    const asked = list.entity === DistrictQuestion ? { retiredAt: null } : {};
    const values = { ...entry, ...asked, position };
    if (row) tx.assign(row, values as EntityData<object>);
    else
      tx.persist(
        tx.create(list.entity, { ...keptIn(list.kind, place), ...values } as RequiredEntityData<object>),
      );
  });
  for (const row of there.values()) takeOut(tx, row, now);
}

/** Of the live records in the services that change: those that meet the change, and how many others there are. */
async function concern(
  tx: EntityManager,
  list: ListKind,
  place: OwnPlace,
  changes: readonly ContentChange[],
): Promise<Pick<ChangedList, 'touched' | 'kept'>> {
  if (!concernsRecords(list.kind) || changes.length === 0) return { touched: [], kept: 0 };
  const named = SERVICE_KINDS.filter((service) =>
    changes.some(({ field }) => field.startsWith(`${service}.`)),
  );
  const services = named.length > 0 ? named : SERVICE_KINDS;
  const others = place.district === null ? await havingOwn(tx, list, place.season) : new Set<string>();
  const standing = (await countStandingIn(tx, { ...place, byHome: list.kind === 'SUBDISTRICTS' })).filter(
    ({ district, service }) => services.includes(service) && !others.has(`${district} ${service}`),
  );
  const meets = ({ stage }: StandingSomewhere) => isConcerned(list.kind, stage);
  return {
    touched: services.flatMap((service) =>
      STAGES.flatMap((stage) => {
        const here = standing.filter((one) => one.service === service && one.stage === stage).filter(meets);
        const records = here.reduce((sum, one) => sum + one.records, 0);
        return records > 0 ? [{ service, stage, records }] : [];
      }),
    ),
    kept: standing.filter((one) => !meets(one)).reduce((sum, { records }) => sum + records, 0),
  };
}

/** How many messages of the kinds that change have gone out in the last days. */
async function sentOfLate(
  em: EntityManager,
  { kind }: ListKind,
  { season, district }: OwnPlace,
  { changes, now }: { readonly changes: readonly ContentChange[]; readonly now: Date },
): Promise<number | null> {
  if (kind !== 'SENTENCES' || district === null) return null;
  const kinds = changedMessages({ changes });
  const since = new Date(now.getTime() - SENT_SINCE_MS);
  return kinds.length === 0 ? 0 : countSent(em, { season, district }, { kinds, since });
}

/** Where a district has items of its own for a service, the city's do not hold. */
async function havingOwn(tx: EntityManager, { kind }: ListKind, season: number): Promise<Set<string>> {
  if (kind !== 'REVIEW_ITEMS') return new Set();
  const own = await tx.find(ReviewRequirement, { season, district: { $ne: null } });
  return new Set(own.map(({ district, service }) => `${district} ${service satisfies ServiceKind}`));
}
