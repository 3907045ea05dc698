import { businessDay } from '@enrolment/rulebook/calendar.js';
import { checkDesk, normaliseDesk } from '@enrolment/rulebook/desk.js';
import {
  checkAnswers,
  checkPapers,
  checkPolicies,
  checkQuestions,
  checkReviewItems,
  checkSentences,
  normaliseAnswer,
  normaliseLabels,
  normaliseNotice,
  normalisePolicy,
  normaliseQuestion,
  normaliseSentence,
} from '@enrolment/rulebook/own-data.js';
import { checkItemDeciders } from '@enrolment/rulebook/joint-review.js';
import { explain, type Refusal } from '@enrolment/rulebook/refusal.js';
import { PHASE_NAMES } from '@enrolment/rulebook/names.js';
import { checkCalendar, checkPlan, type Calendar } from '@enrolment/rulebook/season.js';
import {
  PHASE_KINDS,
  SERVICE_KINDS,
  type PhaseKind,
  type RetentionKind,
  type ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import { checkHolidays, normaliseHoliday } from '@enrolment/rulebook/holidays.js';
import { checkSchoolCode, normaliseSchool } from '@enrolment/rulebook/school.js';
import { checkSubdistricts, normaliseSubdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import { misplaced, normaliseGrant } from '@enrolment/rulebook/staff-grant.js';
import { readSections, type Mistake, type Place, type SetupFile } from './setup.file.js';
import { readWorkbook } from './setup.workbook.js';
import { SECTIONS, type Entry, type ListedIn, type SectionName, type Sections } from './setup.sections.js';

/** A row of a table, as a file wants it. */
export interface Row {
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: Place;
}

export interface SetupPlan {
  /** The year that calendar and policies are for; null where the files hold neither a season nor anything of one. */
  readonly season: {
    readonly year: number;
    readonly bornFrom: string;
    readonly bornTo: string;
    readonly open: boolean;
    readonly at: Place;
  } | null;
  readonly rows: Readonly<Partial<Record<Exclude<SectionName, 'season'>, readonly Row[]>>>;
}

export interface PlanOptions {
  /** For the sandbox, where days can be told from today and the year is this one. */
  readonly today?: Date;
}

/** Reads what the files ask for, and every mistake in them. */
export async function readSetup(
  files: readonly SetupFile[],
  { today }: PlanOptions = {},
): Promise<{ plan: SetupPlan; mistakes: Mistake[] }> {
  const midnight = today ? Date.parse(`${businessDay(today)}T00:00:00+08:00`) : null;
  const parsed = await Promise.all(
    files.map((file) =>
      'bytes' in file ? readWorkbook(file, SECTIONS, midnight) : readSections(file, SECTIONS, midnight),
    ),
  );
  const sections = parsed.map(({ read }) => read as Sections);
  const mistakes = parsed.flatMap((file) => file.mistakes);
  const fail = (at: Place, message: string) => void mistakes.push({ ...at, message });
  const all = <Name extends ListName>(name: Name): ListedIn<Name>[] =>
    sections
      .flatMap((section) => (section[name] as ListedIn<Name>[] | undefined) ?? [])
      .map((entry) => asKept(name, entry));
  const given = (name: SectionName) => sections.some((section) => section[name] !== undefined);

  const season = readSeason(sections, fail);
  const rows: Partial<Record<Exclude<SectionName, 'season'>, Row[]>> = {};
  const sites = sections.flatMap(({ site }) => (site ? [site] : []));
  if (given('site')) rows.site = sites.map(({ value, at }) => ({ values: { id: 1, ...value }, at }));
  const retentions = sections.flatMap(({ retention }) => (retention ? [retention] : []));
  if (given('retention'))
    rows.retention = retentions.flatMap((entry) => readRetention(entry, season?.year ?? null, fail));
  if (given('districts')) rows.districts = positioned(all('districts'), 1);
  if (given('schools')) rows.schools = all('schools').map(({ value, at }) => ({ values: value, at }));
  if (given('plans'))
    rows.plans = all('plans').map(({ value: { closed, ...plan }, at }) => ({
      values: { season: season?.year ?? null, ...plan, closed: closed ?? false },
      at,
    }));
  if (given('staff')) rows.staff = all('staff').map(({ value, at }) => ({ values: value, at }));
  if (given('holidays')) rows.holidays = readHolidays(all('holidays'), fail);
  if (given('policies')) rows.policies = positioned(all('policies'), 1, { season: season?.year ?? null });
  if (given('notices')) rows.notices = all('notices').flatMap(bothLanguages);
  const ofSeason = { season: season?.year ?? null };
  if (given('reviewItems')) rows.reviewItems = byService(positioned(all('reviewItems'), 0, ofSeason));
  if (given('deciders')) rows.deciders = readDeciders(all('deciders'), fail);
  if (given('reviewOrder'))
    rows.reviewOrder = all('reviewOrder').map(({ value: { district, order }, at }) => ({
      values: { code: district, reviewOrder: order },
      at,
    }));
  if (given('sentences')) rows.sentences = positioned(all('sentences'), 0, ofSeason);
  if (given('answers')) rows.answers = positioned(all('answers'), 0, ofSeason);
  const subdistricts = all('subdistricts').map(({ value: { district, ...entry }, at }) => ({
    value: { district, ...normaliseSubdistrict({ ...entry, formerNames: entry.formerNames ?? [] }) },
    at,
  }));
  if (given('subdistricts')) rows.subdistricts = positioned(subdistricts);
  if (given('subdistrictLists'))
    rows.subdistrictLists = all('subdistrictLists').map(({ value: { district, complete }, at }) => ({
      values: { code: district, subdistrictsComplete: complete },
      at,
    }));
  if (given('papers')) rows.papers = positioned(all('papers'), 0, ofSeason);
  if (given('details'))
    rows.details = byService(
      all('details').map(({ value, at }) => ({ values: { ...value, ...ofSeason }, at })),
    );
  if (given('questions'))
    rows.questions = byService(positioned(all('questions'), 0, { ...ofSeason, retiredAt: null }));
  if (given('calendar')) rows.calendar = readCalendar(all('calendar'), season?.year ?? null, fail);

  for (const name of [
    'plans',
    'reviewItems',
    'papers',
    'details',
    'questions',
    'sentences',
    'answers',
  ] as const) {
    const [first] = rows[name] ?? [];
    if (first && !season) fail(first.at, `“${name}” need the section “season” beside them`);
  }
  for (const { value, at } of all('districts')) {
    for (const refusal of checkDesk(value)) fail(at, `“${refusal.field}”: ${explain(refusal, 'en').message}`);
  }
  // By the rules of the office’s pages.
  const questions = all('questions').flatMap(eachService);
  checkLists(questions, checkQuestions, ({ key }) => `the question ${key}`, fail);
  const items = all('reviewItems').flatMap(eachService);
  checkLists(items, checkReviewItems, ({ kind }) => `the item ${kind}`, fail);
  checkLists(all('papers'), checkPapers, ({ label }) => `the paper “${label}”`, fail);
  checkLists(all('sentences'), checkSentences, ({ kind }) => `the sentence ${kind}`, fail);
  checkLists(all('answers'), checkAnswers, ({ name }) => `the answer “${name}”`, fail);
  checkLists(all('policies'), checkPolicies, ({ title }) => `the policy “${title}”`, fail);
  checkLists(subdistricts, checkSubdistricts, ({ name }) => `the subdistrict “${name}”`, fail);
  for (const { value, at } of all('schools')) {
    for (const refusal of checkSchoolCode(value.code, value.district))
      fail(at, explain(refusal, 'en').message);
  }
  for (const { value, at } of all('staff')) {
    const wrong = misplaced(value.role, value);
    if (wrong !== null)
      fail(at, `${value.role}: “${wrong}” is ${value[wrong]?.length ? 'not for this role' : 'missing'}`);
  }
  for (const { at } of sites.slice(1)) fail(at, 'there can be one section “site”');
  for (const [name, listed] of Object.entries(rows)) findTwice(listed, KEYS[name as keyof typeof KEYS], fail);
  return { plan: { season, rows }, mistakes };
}

type Fail = (at: Place, message: string) => void;

type ListName = Exclude<SectionName, 'season' | 'site' | 'retention'>;
type ValueIn<Name extends ListName> = ListedIn<Name> extends Entry<infer Value> ? Value : never;

/** Texts in the way of writing in which the office's pages keep them. */
const NORMALISED: { readonly [Name in ListName]?: (value: ValueIn<Name>) => object } = {
  districts: normaliseDesk,
  schools: normaliseSchool,
  staff: ({ account, name, subdistricts, items }) =>
    normaliseGrant({ account, name, subdistricts: subdistricts ?? [], items: items ?? [] }),
  policies: normalisePolicy,
  sentences: normaliseSentence,
  answers: normaliseAnswer,
  notices: normaliseNotice,
  reviewItems: normaliseLabels,
  papers: normaliseLabels,
  questions: normaliseQuestion,
};

function asKept<Name extends ListName>(name: Name, entry: ListedIn<Name>): ListedIn<Name> {
  const { value, at } = entry as Entry<ValueIn<Name> & object>;
  return { value: { ...value, ...NORMALISED[name]?.(value) }, at } as ListedIn<Name>;
}

/** What a row of a section is recognised by. */
export const KEYS: Readonly<Record<Exclude<SectionName, 'season'>, readonly string[]>> = {
  site: ['id'],
  retention: ['season', 'kind'],
  districts: ['code'],
  schools: ['code'],
  plans: ['season', 'school'],
  staff: ['account', 'role', 'district', 'school'],
  calendar: ['season', 'district', 'service', 'kind'],
  holidays: ['year', 'name'],
  policies: ['season', 'district', 'title'],
  sentences: ['season', 'district', 'kind'],
  answers: ['season', 'district', 'name'],
  notices: ['kind', 'version', 'language'],
  reviewItems: ['season', 'service', 'district', 'kind', 'label'],
  deciders: ['district', 'kind', 'part'],
  reviewOrder: ['code'],
  subdistricts: ['district', 'name'],
  subdistrictLists: ['code'],
  papers: ['season', 'kind', 'service', 'district', 'ground', 'label'],
  details: ['season', 'service', 'district', 'ground', 'block'],
  questions: ['season', 'district', 'service', 'key'],
};
export const keyOf = (values: Readonly<Record<string, unknown>>, key: readonly string[]): string =>
  key.map((name) => String(values[name] ?? '—')).join(' ');

function readSeason(sections: readonly Sections[], fail: Fail): SetupPlan['season'] {
  const [first, ...more] = sections.flatMap(({ season }) => (season ? [season] : []));
  for (const { at } of more) fail(at, 'there can be one section “season”');
  if (!first) return null;
  const { year, bornFrom, bornTo, open } = first.value;
  const season = {
    year,
    // Children who turn six before the school year begins.
    bornFrom: bornFrom ?? `${year - 7}-09-01`,
    bornTo: bornTo ?? `${year - 6}-08-31`,
    open: open ?? false,
    at: first.at,
  };
  for (const refusal of checkPlan(season)) fail(first.at, explain(refusal, 'en').message);
  return season;
}

const positioned = (entries: readonly { value: object; at: Place }[], first = 0, more: object = {}): Row[] =>
  entries.map(({ value, at }, index) => ({ values: { ...value, ...more, position: index + first }, at }));

const servicesIn = (services: unknown): readonly ServiceKind[] =>
  services === 'all' ? SERVICE_KINDS : (services as ServiceKind[]);

/** A row for each of its services. */
const byService = (rows: readonly Row[]): Row[] =>
  rows.flatMap(({ values: { services, ...values }, at }) =>
    servicesIn(services).map((service) => ({
      values: { ...values, service },
      at,
    })),
  );

/** An entry for each of its services. */
const eachService = <Value extends { readonly services: unknown }>({
  value,
  at,
}: {
  readonly value: Value;
  readonly at: Place;
}) =>
  servicesIn(value.services).map((service) => ({
    value: { ...value, service },
    at,
  }));

/** The list of each district, and of the city, as a whole. */
function checkLists<Entry extends { readonly district: string | null }>(
  entries: readonly { readonly value: Entry; readonly at: Place }[],
  check: (list: readonly Entry[]) => Refusal[],
  name: (entry: Entry) => string,
  fail: Fail,
): void {
  for (const list of Map.groupBy(entries, ({ value }) => value.district).values()) {
    const told = new Set<string>();
    for (const refusal of check(list.map(({ value }) => value))) {
      const { value, at } = list[Number.parseInt(refusal.field ?? '0', 10)]!;
      const { message } = explain(refusal, 'en');
      const said = refusal.field === null ? message : `${name(value)}: ${message}`;
      // An entry for many services is told once.
      const once = [at.file, at.sheet, at.line, said].join(' ');
      if (!told.has(once)) fail(at, said);
      told.add(once);
    }
  }
}

function bothLanguages({ value, at }: ListedIn<'notices'>): Row[] {
  const { title, titleEn, body, bodyEn, ...common } = value;
  return [
    { values: { ...common, language: 'zh-CN', title, body }, at },
    { values: { ...common, language: 'en', title: titleEn, body: bodyEn }, at },
  ];
}

function readRetention(
  { value, at }: NonNullable<Sections['retention']>,
  season: number | null,
  fail: Fail,
): Row[] {
  if (season === null) fail(at, 'the periods of a retention need the section “season” beside them');
  const kinds: Record<RetentionKind, number | null> = {
    UNSUBMITTED: value.unsubmitted,
    RECORDS: value.records,
    MESSAGES: value.messages,
    API_TOKENS: value.apiTokens,
  };
  return Object.entries(kinds).flatMap(([kind, days]) =>
    days === null ? [] : [{ values: { season, kind, days }, at }],
  );
}

function readDeciders(entries: readonly ListedIn<'deciders'>[], fail: Fail): Row[] {
  for (const { value, at } of entries)
    for (const refusal of checkItemDeciders([value])) fail(at, explain(refusal, 'en').message);
  return entries.map(({ value, at }) => ({ values: value, at }));
}

function readHolidays(entries: readonly ListedIn<'holidays'>[], fail: Fail): Row[] {
  const given = entries.map(({ value: { year, worked, ...holiday }, at }) => ({
    year,
    holiday: normaliseHoliday({ ...holiday, worked: worked ?? [] }),
    at,
  }));
  for (const [year, ofYear] of Map.groupBy(given, (one) => one.year)) {
    const holidays = ofYear.map(({ holiday }) => holiday);
    for (const { at, refusal } of checkHolidays(year, holidays))
      fail(ofYear[at]!.at, `“${holidays[at]!.name}”: ${explain(refusal, 'en').message}`);
  }
  return given.map(({ year, holiday, at }) => ({ values: { year, ...holiday }, at }));
}

/** Later entries override earlier ones: the city’s calendar comes first, then what a district does differently. */
function readCalendar(entries: readonly ListedIn<'calendar'>[], year: number | null, fail: Fail): Row[] {
  const laid = new Map<string, Map<PhaseKind, { opensAt: Date; closesAt: Date; at: Place }>>();
  for (const { value, at } of entries) {
    if (year === null) fail(at, 'a calendar needs the section “season” beside it');
    const districts = value.districts === 'all' ? ALL_DISTRICTS : value.districts;
    const services = value.services === 'all' ? SERVICE_KINDS : value.services;
    for (const district of districts) {
      for (const service of services) {
        const place = `${district} ${service}`;
        const windows = laid.get(place) ?? new Map<PhaseKind, { opensAt: Date; closesAt: Date; at: Place }>();
        for (const kind of PHASE_KINDS) {
          const window = value.windows.value[kind];
          if (window) windows.set(kind, { ...window.value, at: window.at });
        }
        laid.set(place, windows);
      }
    }
  }
  const told = new Set<string>();
  return [...laid].flatMap(([place, windows]) => {
    const [district, service] = place.split(' ');
    for (const refusal of checkCalendar(Object.fromEntries(windows) as Calendar)) {
      const at =
        [...windows].find(([kind]) => PHASE_NAMES[kind] === refusal.params.phase)?.[1].at ??
        backwards(windows);
      const { message } = explain(refusal, 'en');
      // The same windows stand in many districts, so each mistake is told once.
      if (!told.has(`${at.line} ${message}`)) fail(at, `${district} ${service}: ${message}`);
      told.add(`${at.line} ${message}`);
    }
    return [...windows].map(([kind, { opensAt, closesAt, at }]) => ({
      values: { season: year, district, service, kind, opensAt, closesAt },
      at,
    }));
  });
}

const backwards = (windows: ReadonlyMap<PhaseKind, { opensAt: Date; closesAt: Date; at: Place }>): Place =>
  [...windows.values()].find(({ opensAt, closesAt }) => closesAt <= opensAt)!.at;

const ALL_DISTRICTS = Array.from({ length: 18 }, (_, index) => String(index + 1).padStart(2, '0'));

function findTwice(rows: readonly Row[], key: readonly string[], fail: Fail): void {
  const seen = new Map<string, Place>();
  for (const { values, at } of rows) {
    const before = seen.get(keyOf(values, key));
    if (before) {
      const { file, sheet, line } = before;
      const where = sheet === undefined ? `line ${line}` : `sheet ${sheet}, row ${line}`;
      fail(at, `${keyOf(values, key)} stands in ${file}, ${where}, already`);
    }
    seen.set(keyOf(values, key), at);
  }
}
