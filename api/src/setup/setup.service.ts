import { basename } from 'node:path';
import {
  deciderOf,
  decidersAfter,
  GIVEABLE_PARTS,
  type DeciderChange,
} from '@enrolment/rulebook/joint-review.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { normaliseNotice } from '@enrolment/rulebook/own-data.js';
import { explain, refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import {
  checkPhase,
  checkRegistrations,
  checkReviewed,
  checkSeasonStep,
  isUnderWay,
  seasonIs,
} from '@enrolment/rulebook/season.js';
import { PHASE_KINDS, SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.js';
import type { EntityClass, EntityData, EntityManager, RequiredEntityData } from '@mikro-orm/postgresql';
import { holdRoom } from '../database/room.js';
import { calendarEdited, contentOfCalendar, type ServiceWindow } from '../calendar/calendar.content.js';
import { calendarIn } from '../calendar/calendar.service.js';
import { DetailRequirement } from '../details/details.entity.js';
import { contentOfDesk, deskEdited } from '../district/desk.content.js';
import { AnswerTemplate } from '../conversation/answer-template.entity.js';
import { District, DistrictQuestion, Phase, Policy } from '../district/district.entity.js';
import { changesOf, editionsOf, revisionOf } from '../edition/editions.js';
import { Edition, type Content, type Edited } from '../edition/edition.entity.js';
import { contentOfHolidays, Holiday, holidaysEdited } from '../holiday/holiday.entity.js';
import { isInForce, OWN_LISTS, ownEdited, rowsOf, takeOut, wholeOf } from '../own-data/own-lists.js';
import { checkLaid } from '../own-data/subdistricts.js';
import { decidersIn, ItemDecider } from '../joint-review/item-decider.entity.js';
import { contentOfReview, jointReviewEdited, type Division } from '../joint-review/joint-review.content.js';
import { MessageSentence } from '../message/message-sentence.entity.js';
import { NoticeText } from '../notice/notice.entity.js';
import type { AuditRole } from '../platform/audit/audit.entity.js';
import { audit } from '../platform/audit/audit.js';
import { RetentionPeriod } from '../retention/retention.entity.js';
import { ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import { contentOfSchool, schoolEdited } from '../school/school.content.js';
import { School, SchoolPlan } from '../school/school.entity.js';
import { contentOfSeason, Season, seasonEdited, Site } from '../season/season.entity.js';
import { carryOver } from '../season/carry-over.js';
import { gatherStepFacts, holdSeasons, withoutReview } from '../season/season.service.js';
import { Subdistrict, subdistrictFacts } from '../subdistrict/subdistrict.entity.js';
import { layStaff } from './setup.staff.js';
import type { Mistake, Place, SetupFile } from './setup.file.js';
import { keyOf, KEYS, readSetup, type PlanOptions, type Row, type SetupPlan } from './setup.plan.js';

/** What is laid as rows of a table; who holds which role is laid by itself. */
type Listed = Exclude<keyof typeof KEYS, 'staff'>;

interface Table {
  readonly entity: EntityClass<object>;
  /** Whether the file is complete, so that rows that it no longer names go. */
  readonly whole: boolean;
}

/** The sections, in the order in which rows refer to each other. */
const TABLES: Readonly<Record<Listed, Table>> = {
  site: { entity: Site, whole: false },
  districts: { entity: District, whole: false },
  schools: { entity: School, whole: false },
  plans: { entity: SchoolPlan, whole: false },
  holidays: { entity: Holiday, whole: true },
  calendar: { entity: Phase, whole: false },
  retention: { entity: RetentionPeriod, whole: true },
  policies: { entity: Policy, whole: true },
  sentences: { entity: MessageSentence, whole: true },
  answers: { entity: AnswerTemplate, whole: true },
  notices: { entity: NoticeText, whole: false },
  reviewItems: { entity: ReviewRequirement, whole: true },
  deciders: { entity: ItemDecider, whole: false },
  reviewOrder: { entity: District, whole: false },
  subdistricts: { entity: Subdistrict, whole: true },
  subdistrictLists: { entity: District, whole: false },
  papers: { entity: ReviewPaper, whole: true },
  details: { entity: DetailRequirement, whole: true },
  questions: { entity: DistrictQuestion, whole: true },
};

export interface SetupChange {
  readonly section: string;
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** What it is known by. */
  readonly key: string;
}

export interface SetupReport {
  readonly mistakes: readonly Mistake[];
  readonly changes: readonly SetupChange[];
  readonly applied: boolean;
}

export interface SetupOptions extends PlanOptions {
  /** Otherwise it is a trial run, which is rolled back. */
  readonly apply: boolean;
  readonly now: Date;
  readonly actor: { readonly subject: string; readonly role: AuditRole; readonly name?: string };
  /** Whether to add only missing rows, so that changes in the sandbox stay. */
  readonly keep?: boolean;
}

class TakeBack extends Error {}

/** Sets a city up from files in one transaction: all of it or nothing. */
export async function setUp(
  em: EntityManager,
  files: readonly SetupFile[],
  options: SetupOptions,
): Promise<SetupReport> {
  const { plan, mistakes } = await readSetup(files, options);
  if (mistakes.length > 0) return { mistakes: inOrder(mistakes), changes: [], applied: false };
  let changes: SetupChange[] = [];
  const refused: Mistake[] = [];
  try {
    await em.fork().transactional(async (tx) => {
      changes = await write(tx, plan, options, refused);
      if (refused.length > 0 || !options.apply) throw new TakeBack();
      if (changes.length === 0) return;
      await audit(tx, {
        at: options.now,
        actor: options.actor.subject,
        actorRole: options.actor.role,
        action: 'SET_UP',
        recordNumber: null,
        district: null,
        season: plan.season?.year ?? null,
        detail: { files: files.map(({ name }) => basename(name)), changes: changes.length },
      });
    });
  } catch (error) {
    if (!(error instanceof TakeBack)) throw error;
  }
  const right = refused.length === 0;
  return { mistakes: inOrder(refused), changes: right ? changes : [], applied: right && options.apply };
}

const inOrder = (mistakes: readonly Mistake[]) =>
  [...mistakes].sort(
    (a, b) => a.file.localeCompare(b.file) || (a.sheet ?? '').localeCompare(b.sheet ?? '') || a.line - b.line,
  );

async function write(
  tx: EntityManager,
  plan: SetupPlan,
  options: SetupOptions,
  refused: Mistake[],
): Promise<SetupChange[]> {
  const seasons = await holdSeasons(tx);
  const changes: SetupChange[] = [];
  const known = seasons.find(({ year }) => year === plan.season?.year);
  const planned = known && contentOfSeason(known);
  if (plan.season) changes.push(...laySeason(tx, plan.season, known, refused));
  await tx.flush();
  if (plan.season && !known) await carryOver(tx, seasons, plan.season.year);
  await tx.flush();
  await checkPlaces(tx, plan, refused);
  if (refused.length > 0) return [];
  const calendars = plan.rows.calendar ? await calendarsOf(tx, plan) : null;
  const deciders = plan.rows.deciders || plan.rows.reviewOrder ? await reviewsOf(tx) : null;
  const desks = plan.rows.districts ? await desksOf(tx) : null;
  const schools = plan.rows.schools || plan.rows.plans ? await schoolsOf(tx) : null;
  const holidays = plan.rows.holidays ? await holidaysOf(tx) : null;
  const lists = await listsOf(tx, plan, known);
  const placed = await subdistrictsOf(tx, plan);
  for (const [section, table] of Object.entries(TABLES) as [Listed, Table][]) {
    const asked = plan.rows[section];
    if (!asked) continue;
    const rows = section === 'deciders' ? await decidersAsked(tx, asked) : asked;
    changes.push(
      ...(await writeRows(
        tx,
        section,
        table,
        rows,
        options,
        { year: plan.season?.year ?? null, open: known?.state === 'OPEN' },
        refused,
      )),
    );
    await tx.flush();
  }
  const laid = calendars && (await calendarsOf(tx, plan));
  if (laid) checkCalendars(laid, plan, refused);
  changes.push(...(await layStaff(tx, plan.rows.staff ?? [], options, refused)));
  await checkOthers(tx, plan, seasons, refused);
  await checkSchoolRoom(tx, plan, schools, refused);
  await checkItems(tx, plan, seasons, refused);
  await checkSubdistrictLists(tx, plan, placed, options.now, refused);
  if (planned && refused.length === 0)
    await keepChange(
      tx,
      seasonEdited(known.year),
      { before: planned, after: contentOfSeason(known) },
      options,
    );
  if (calendars && laid && refused.length === 0)
    await keepCalendars(tx, plan, { before: calendars, after: laid }, options);
  if (deciders && refused.length === 0) await keepReviews(tx, deciders, options);
  if (desks && refused.length === 0) await keepDesks(tx, desks, options);
  if (schools && refused.length === 0) await keepSchools(tx, schools, options);
  if (holidays && refused.length === 0) await keepHolidays(tx, holidays, options);
  if (refused.length === 0) await keepLists(tx, plan, known, lists, options);
  if (plan.season?.open && refused.length === 0)
    changes.push(...(await open(tx, plan.season, options.now, refused)));
  return changes;
}

type PlannedSeason = NonNullable<SetupPlan['season']>;

const tell = (refused: Mistake[], at: Place, refusals: readonly Refusal[]) =>
  void refused.push(...refusals.map((refusal) => ({ ...at, message: explain(refusal, 'en').message })));

function laySeason(
  tx: EntityManager,
  { year, bornFrom, bornTo, at }: PlannedSeason,
  known: Season | undefined,
  refused: Mistake[],
): SetupChange[] {
  const change = { section: 'season', key: String(year) };
  if (!known) {
    tx.persist(tx.create(Season, { year, bornFrom, bornTo, state: 'PLANNED' }));
    return [{ ...change, kind: 'ADDED' }];
  }
  if (!isUnderWay(known)) tell(refused, at, [seasonIs(known)]);
  if (known.bornFrom === bornFrom && known.bornTo === bornTo) return [];
  if (known.state !== 'PLANNED') tell(refused, at, [seasonIs(known)]);
  tx.assign(known, { bornFrom, bornTo });
  return [{ ...change, kind: 'CHANGED' }];
}

/** A planned season is opened by its file; one that is open stays so. */
async function open(
  tx: EntityManager,
  planned: PlannedSeason,
  now: Date,
  refused: Mistake[],
): Promise<SetupChange[]> {
  const seasons = await tx.find(Season, {});
  const season = seasons.find(({ year }) => year === planned.year)!;
  if (season.state === 'OPEN') return [];
  const factsOf = await gatherStepFacts(tx, seasons, now);
  const refusals = checkSeasonStep('OPEN', factsOf(season), now);
  tell(refused, planned.at, refusals);
  if (refusals.length === 0) season.take('OPEN', now);
  return [{ section: 'season', kind: 'CHANGED', key: `${planned.year} OPEN` }];
}

/** Every row’s district must be there already, or be in the files. */
async function checkPlaces(tx: EntityManager, { rows }: SetupPlan, refused: Mistake[]): Promise<void> {
  const there = await tx.find(District, {}, { fields: ['code'] });
  const codes = new Set<unknown>([
    ...there.map(({ code }) => code),
    ...(rows.districts ?? []).map(({ values }) => values.code),
  ]);
  const codesOfSchools = new Set<unknown>([
    ...(rows.plans ? await tx.find(School, {}, { fields: ['code'] }) : []).map(({ code }) => code),
    ...(rows.schools ?? []).map(({ values }) => values.code),
  ]);
  for (const { values, at } of rows.plans ?? []) {
    if (!codesOfSchools.has(values.school))
      refused.push({ ...at, message: `there is no school ${String(values.school)}: add it to “schools”` });
  }
  const told = new Set<string>();
  const named = Object.entries(rows).flatMap(([section, listed]) =>
    listed.map(({ values, at }) => ({
      at,
      district: OF_DISTRICT_ROWS.includes(section) ? values.code : values.district,
    })),
  );
  for (const { district, at } of named) {
    if (district == null || codes.has(district) || told.has(`${at.file} ${at.sheet} ${at.line}`)) continue;
    refused.push({ ...at, message: `there is no district ${String(district)}: add it to “districts”` });
    told.add(`${at.file} ${at.sheet} ${at.line}`);
  }
}

/** Sections whose rows are the districts themselves. */
const OF_DISTRICT_ROWS = ['reviewOrder', 'subdistrictLists'];

async function writeRows(
  tx: EntityManager,
  section: Listed,
  { entity, whole }: Table,
  rows: readonly Row[],
  { keep = false, now }: SetupOptions,
  { year, open }: { readonly year: number | null; readonly open: boolean },
  refused: Mistake[],
): Promise<SetupChange[]> {
  const key = KEYS[section];
  const there = await tx.find(entity, concerned(section, rows, year));
  if (keep && whole && there.length > 0) return [];
  const before = new Map(there.map((row) => [keyOf(asCompared(row), key), row]));
  const changes: SetupChange[] = [];
  for (const { values, at } of rows) {
    const name = keyOf(values, key);
    const row = before.get(name);
    before.delete(name);
    if (!row) {
      tx.persist(tx.create(entity, values as RequiredEntityData<object>));
      changes.push({ section, kind: 'ADDED', key: name });
    } else if (!keep && differs(asCompared(row), values)) {
      if (section === 'notices') {
        refused.push({
          ...at,
          message: `${name} is published and never changed: give the new text a version of its own`,
        });
      }
      if (open && row instanceof DistrictQuestion && row.kind !== values.kind)
        tell(refused, at, [refuse('questionKindStays')]);
      tx.assign(row, values as EntityData<object>);
      changes.push({ section, kind: 'CHANGED', key: name });
    }
  }
  if (!whole) return changes;
  for (const [name, row] of [...before].filter(([, one]) => isInForce(one))) {
    takeOut(tx, row, now);
    changes.push({ section, kind: 'REMOVED', key: name });
  }
  return changes;
}

/** A published text stays as the set-up of its time laid it; in another way of writing it is still the same text. */
function asCompared(row: object): Row['values'] {
  if (!(row instanceof NoticeText)) return row as Row['values'];
  const { kind, language, publishedAt, version, title, body } = row;
  const kept = normaliseNotice({ version, title, titleEn: '', body, bodyEn: '' });
  return { kind, language, publishedAt, version: kept.version, title: kept.title, body: kept.body };
}

/** The rows that the files are about: those of the season, and those from before rows belonged to a season; a year's holidays, a district's subdistricts. */
const concerned = (section: Listed, rows: readonly Row[], year: number | null): object => {
  if (section === 'holidays') return { year: { $in: [...new Set(rows.map(({ values }) => values.year))] } };
  if (section === 'subdistricts') return { district: { $in: districtsIn(rows) } };
  if (section === 'policies') return { $or: [{ season: year }, { season: null }] };
  return KEYS[section].includes('season') ? { season: year } : {};
};

const districtsIn = (rows: readonly Row[]) => [
  ...new Set(rows.map(({ values }) => values.district as string)),
];

type Calendars = ReadonlyMap<string, readonly ServiceWindow[]>;

/** The windows of the season as they stand, by district. */
async function calendarsOf(tx: EntityManager, { season }: SetupPlan): Promise<Calendars> {
  const phases = season === null ? [] : await tx.find(Phase, { season: season.year });
  const windows = phases.map(({ district, service, kind, opensAt, closesAt }) => ({
    district,
    window: { service, kind, opensAt, closesAt },
  }));
  const byDistrict = Map.groupBy(windows, ({ district }) => district);
  return new Map([...byDistrict].map(([district, all]) => [district, all.map(({ window }) => window)]));
}

/** The windows of the files together with those that stand and are not in them. */
function checkCalendars(laid: Calendars, plan: SetupPlan, refused: Mistake[]): void {
  const rows = plan.rows.calendar ?? [];
  const told = new Set<string>();
  for (const [district, windows] of laid) {
    for (const service of SERVICE_KINDS) {
      const ours = rows.filter(({ values }) => values.district === district && values.service === service);
      const [first] = ours;
      if (!first) continue;
      const calendar = calendarIn(windows, service);
      for (const kind of PHASE_KINDS) {
        const at = (ours.find(({ values }) => values.kind === kind) ?? first).at;
        for (const refusal of checkPhase(calendar, kind)) {
          const { message } = explain(refusal, 'en');
          // The same windows stand in many districts, so each mistake is told once.
          if (!told.has(`${at.line} ${message}`))
            refused.push({ ...at, message: `${district} ${service}: ${message}` });
          told.add(`${at.line} ${message}`);
        }
      }
    }
  }
}

/** A calendar that a district works with is changed by a version, whoever changes it. */
async function keepCalendars(
  tx: EntityManager,
  plan: SetupPlan,
  { before, after }: { readonly before: Calendars; readonly after: Calendars },
  options: SetupOptions,
): Promise<void> {
  for (const [district, windows] of after) {
    const old = before.get(district);
    if (!old) continue;
    const content = { before: contentOfCalendar(old), after: contentOfCalendar(windows) };
    await keepChange(tx, calendarEdited(plan.season!.year, district), content, options);
  }
}

/** Each part of an item has a row. A line without a part is for those that are decided with the item, as on the page. */
async function decidersAsked(tx: EntityManager, asked: readonly Row[]): Promise<Row[]> {
  const there = await tx.find(ItemDecider, {});
  const lines = asked as readonly (Row & { values: DeciderChange & { district: string } })[];
  return [...Map.groupBy(lines, ({ values }) => values.district)].flatMap(([district, ofDistrict]) => {
    const changes = ofDistrict.map(({ values }) => values);
    const since = decidersAfter(decidersIn(there, district), changes);
    return GIVEABLE_PARTS.flatMap(({ kind, part }) => {
      const ofKind = ofDistrict.filter(({ values }) => values.kind === kind);
      const line =
        ofKind.find(({ values }) => values.part === part) ?? ofKind.find(({ values }) => !values.part);
      const values = { district, kind, part, decider: deciderOf(since, { kind, part }) };
      return line ? [{ values, at: line.at }] : [];
    });
  });
}

/** Who decides what in each district that there is, and in which order, by district. */
async function reviewsOf(tx: EntityManager): Promise<ReadonlyMap<string, Division>> {
  const [districts, rows] = [await tx.find(District, {}), await tx.find(ItemDecider, {})];
  return new Map(
    districts.map(({ code, reviewOrder }) => [
      code,
      { deciders: decidersIn(rows, code), order: reviewOrder },
    ]),
  );
}

/** The same for who decides what; a district that is laid by the same files begins without a version. */
async function keepReviews(
  tx: EntityManager,
  before: ReadonlyMap<string, Division>,
  options: SetupOptions,
): Promise<void> {
  const laid = await reviewsOf(tx);
  for (const [district, old] of before)
    await keepChange(tx, jointReviewEdited(district), contentOfReview(old, laid.get(district)!), options);
}

/** Phones and desk of each district that there is. */
async function desksOf(tx: EntityManager): Promise<ReadonlyMap<string, Content>> {
  return new Map((await tx.find(District, {})).map((district) => [district.code, contentOfDesk(district)]));
}

/** The same for phones and desks. */
async function keepDesks(
  tx: EntityManager,
  before: ReadonlyMap<string, Content>,
  options: SetupOptions,
): Promise<void> {
  const laid = await desksOf(tx);
  for (const [district, old] of before)
    await keepChange(tx, deskEdited(district), { before: old, after: laid.get(district)! }, options);
}

/** A file can bring more schools than a district has room for; those that it has already can always be described anew. */
async function checkSchoolRoom(
  tx: EntityManager,
  { rows }: SetupPlan,
  before: ReadonlyMap<string, unknown> | null,
  refused: Mistake[],
): Promise<void> {
  const added = (rows.schools ?? []).filter(({ values }) => !before?.has(String(values.code)));
  for (const [district, [first]] of Map.groupBy(added, ({ values }) => String(values.district))) {
    await holdRoom(tx, 'schools', district);
    if ((await tx.count(School, { district })) > OFFICE_RULES.schoolsTooMany.limit)
      tell(refused, first!.at, [refuse('schoolsTooMany')]);
  }
}

/** Each school that there is, with its plans. */
async function schoolsOf(tx: EntityManager) {
  const [schools, plans] = [await tx.find(School, {}), await tx.find(SchoolPlan, {})];
  const ofSchool = Map.groupBy(plans, ({ school }) => school);
  return new Map(
    schools.map((school) => [
      school.code,
      { edited: schoolEdited(school), content: contentOfSchool(school, ofSchool.get(school.code) ?? []) },
    ]),
  );
}

/** The same for schools and their plans. */
async function keepSchools(
  tx: EntityManager,
  before: Awaited<ReturnType<typeof schoolsOf>>,
  options: SetupOptions,
): Promise<void> {
  const laid = await schoolsOf(tx);
  for (const [code, { edited, content }] of before)
    await keepChange(tx, edited, { before: content, after: laid.get(code)!.content }, options);
}

/** The holidays of each year that has some. */
async function holidaysOf(tx: EntityManager): Promise<ReadonlyMap<number, Content>> {
  const byYear = Map.groupBy(await tx.find(Holiday, {}), ({ year }) => year);
  return new Map([...byYear].map(([year, holidays]) => [year, contentOfHolidays(holidays)]));
}

/** The same for the holidays; a year that is laid by the same files begins without a version. */
async function keepHolidays(
  tx: EntityManager,
  before: ReadonlyMap<number, Content>,
  options: SetupOptions,
): Promise<void> {
  const laid = await holidaysOf(tx);
  for (const [year, old] of before)
    await keepChange(tx, holidaysEdited(year), { before: old, after: laid.get(year) ?? {} }, options);
}

type OwnLists = ReadonlyMap<string, { readonly edited: Edited; readonly content: Content }>;

/**
 * What the city and each district that there is have set for themselves, of the sections in the files. A season that the
 * files lay out begins without versions.
 */
async function listsOf(
  tx: EntityManager,
  { season, rows }: SetupPlan,
  known: Season | undefined,
): Promise<OwnLists> {
  const districts = await tx.find(District, {});
  const places = [null, ...districts.map(({ code }) => code)];
  const year = season?.year ?? 0;
  const found: [string, { edited: Edited; content: Content }][] = [];
  const always = rows.subdistricts || rows.subdistrictLists;
  for (const list of OWN_LISTS.filter(({ kind }) =>
    kind === 'SUBDISTRICTS' ? always : known && rows[SECTION_OF_LIST[kind]],
  )) {
    const all = await rowsOf(tx, list, { season: year });
    for (const district of places) {
      if (district === null && list.kind === 'SUBDISTRICTS') continue;
      const edited = ownEdited(list.kind, { season: year, district });
      const own = all.filter((row) => ((row as { district?: string | null }).district ?? null) === district);
      const home = list.kind === 'SUBDISTRICTS' && districts.find(({ code }) => code === district);
      const content = { ...list.contentOf(own), ...(home && wholeOf(home.subdistrictsComplete)) };
      found.push([`${edited.kind} ${edited.subject}`, { edited, content }]);
    }
  }
  return new Map(found);
}

const SECTION_OF_LIST = {
  QUESTIONS: 'questions',
  REVIEW_ITEMS: 'reviewItems',
  PAPERS: 'papers',
  POLICIES: 'policies',
  SENTENCES: 'sentences',
  ANSWERS: 'answers',
  SUBDISTRICTS: 'subdistricts',
} as const;

/** The same for the lists that districts and the city set for themselves. */
async function keepLists(
  tx: EntityManager,
  plan: SetupPlan,
  known: Season | undefined,
  before: OwnLists,
  options: SetupOptions,
): Promise<void> {
  const laid = await listsOf(tx, plan, known);
  for (const [name, { edited, content }] of before)
    await keepChange(tx, edited, { before: content, after: laid.get(name)!.content }, options);
}

/** The subdistricts of each district whose list the files lay. */
async function subdistrictsOf(tx: EntityManager, { rows }: SetupPlan) {
  const districts = [
    ...districtsIn(rows.subdistricts ?? []),
    ...(rows.subdistrictLists ?? []).map(({ values }) => values.code as string),
  ];
  const all = await tx.find(Subdistrict, { district: { $in: districts } });
  return new Map(
    [...new Set(districts)].map((district) => [
      district,
      all.filter((one) => one.district === district).map(subdistrictFacts),
    ]),
  );
}

/** By the rule of the office's page: nobody stands under a name that means nothing any more. */
async function checkSubdistrictLists(
  tx: EntityManager,
  plan: SetupPlan,
  before: Awaited<ReturnType<typeof subdistrictsOf>>,
  now: Date,
  refused: Mistake[],
): Promise<void> {
  const laid = await subdistrictsOf(tx, plan);
  for (const [district, old] of before) {
    const { subdistrictsComplete: complete } = await tx.findOneOrFail(District, { code: district });
    const after = { entries: laid.get(district)!, complete };
    const rows = [...(plan.rows.subdistricts ?? []), ...(plan.rows.subdistrictLists ?? [])];
    const { at } = rows.find(({ values }) => (values.district ?? values.code) === district)!;
    tell(refused, at, await checkLaid(tx, district, { before: old, after }, now));
  }
}

async function keepChange(
  tx: EntityManager,
  edited: Edited,
  content: { readonly before: Content; readonly after: Content },
  { actor, now }: SetupOptions,
): Promise<void> {
  if (changesOf(edited.kind, content.before, content.after).length === 0) return;
  const number = revisionOf(await editionsOf(tx, edited)) + 1;
  const viewer = { subject: actor.subject, name: actor.name ?? '' };
  tx.persist(new Edition(edited, number, content, { viewer, now }));
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : (value ?? null));
const differs = (row: Row['values'], wanted: Row['values']): boolean =>
  Object.entries(wanted).some(
    ([name, value]) => JSON.stringify(plain(row[name])) !== JSON.stringify(plain(value)),
  );

/** A season that is open has something to review in every district, whichever items go and whichever district comes. */
async function checkItems(
  tx: EntityManager,
  { season, rows: { reviewItems, districts: added } }: SetupPlan,
  seasons: readonly Season[],
  refused: Mistake[],
): Promise<void> {
  const at = (reviewItems ?? added)?.[0]?.at ?? (reviewItems && season?.at);
  if (!at) return;
  const districts = await tx.find(District, {});
  for (const { year } of seasons.filter(({ state }) => state === 'OPEN')) {
    const items = await tx.find(ReviewRequirement, { season: year });
    tell(refused, at, checkReviewed(year, withoutReview(items, districts)));
  }
}

/** Checks the season against the registrations of the other seasons. */
async function checkOthers(
  tx: EntityManager,
  { season, rows }: SetupPlan,
  seasons: readonly Season[],
  refused: Mistake[],
): Promise<void> {
  if (!season || !rows.calendar) return;
  const others = seasons.filter((one) => isUnderWay(one) && one.year !== season.year).map(({ year }) => year);
  const phases = await tx.find(Phase, { season: { $in: others }, kind: 'REGISTRATION' });
  for (const { values, at } of rows.calendar.filter(({ values: { kind } }) => kind === 'REGISTRATION')) {
    const same = phases.filter(
      ({ district, service }) => district === values.district && service === values.service,
    );
    tell(refused, at, checkRegistrations(values as unknown as Phase, same));
  }
}
