import { dayInWords, inFigures } from '@enrolment/rulebook/calendar.js';
import {
  CHECK_STATUS_NAMES,
  GROUND_NAMES,
  REVIEW_ITEM_NAMES,
  SERVICE_NAMES,
  STAGE_NAMES,
} from '@enrolment/rulebook/names.js';
import type { SearchKind } from '@enrolment/rulebook/record-search.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { PROVINCES } from '@enrolment/rulebook/regions.js';
import type { CheckStatus, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { names, type Names, type Words } from '@enrolment/rulebook/words.js';
import type { AuditDetail } from '../platform/audit/audit.entity.js';
import type { AssigneeFilter, RecordFilters } from '../record-list/filters.js';

/** What districts and schools are called, by code; null for one that there is not. */
export interface PlaceNames {
  district(code: string): Words | null;
  school(code: string): Words | null;
}

interface Listed {
  readonly detail: AuditDetail | null;
  readonly asFamily: boolean;
  readonly places: PlaceNames;
}

const SEARCHED_BY = names<SearchKind>({
  NUMBER: ['按信息采集编号查找', 'searched by collection number'],
  DOCUMENT: ['按证件号码查找', 'searched by document number'],
  PHONE: ['按手机号查找', 'searched by phone'],
  NAME: ['按姓名查找', 'searched by name'],
});

const ASSIGNEE_NAMES = names<AssigneeFilter>({
  ME: ['查看人', 'whoever looked'],
  NOBODY: ['没有人', 'nobody'],
  ME_OR_NOBODY: ['查看人或者没有人', 'whoever looked, or nobody'],
  OTHERS: ['同事', 'a colleague'],
});

const YES = names<'true' | 'false'>({ true: ['是', 'yes'], false: ['否', 'no'] });

/** A search has words of its own, and the season is a column. */
type FilterName = Exclude<keyof RecordFilters, 'season' | 'search'>;
type ValueInWords = (value: string, places: PlaceNames) => Words | null;

interface FilterWords {
  readonly name: readonly [zh: string, en: string];
  readonly value: ValueInWords;
  /** What the value would tell a family before the calendar shows it: it reads the name of the filter alone. */
  readonly untold?: true;
}

const from =
  <Word extends string>(table: Names<Word>): ValueInWords =>
  (value) =>
    (table as Readonly<Record<string, Words>>)[value] ?? null;
const itself: ValueInWords = (value) => ({ 'zh-CN': value, en: value });

/** What each filter of a list is called and how its value reads: a new filter does not compile before it has its words. */
const FILTERS: Readonly<Record<FilterName, FilterWords>> = {
  district: { name: ['区', 'district'], value: (code, places) => places.district(code) },
  service: { name: ['服务', 'service'], value: from(SERVICE_NAMES) },
  ground: { name: ['按本市户籍对待的情形', 'ground'], value: from(GROUND_NAMES) },
  stages: { name: ['阶段', 'stage'], value: from(STAGE_NAMES), untold: true },
  reviewItem: {
    name: ['审核项', 'review item'],
    value: (word) =>
      REVIEW_ITEM_NAMES[word as ReviewItemKind] ?? CHECK_STATUS_NAMES[word as CheckStatus] ?? null,
    untold: true,
  },
  overdue: { name: ['超期', 'overdue'], value: from(YES) },
  dueUntil: { name: ['期限不晚于', 'due by'], value: dayInWords },
  needsDecision: { name: ['需要决定', 'to be decided'], value: from(YES), untold: true },
  resubmitted: { name: ['退回后又提交', 'submitted again after a return'], value: from(YES), untold: true },
  assignee: { name: ['认领人', 'in the hands of'], value: from(ASSIGNEE_NAMES) },
  // An id: it says who to nobody.
  colleague: { name: ['认领人', 'in the hands of'], value: () => ASSIGNEE_NAMES.OTHERS },
  nearDuplicate: { name: ['疑似重复', 'possible duplicate'], value: from(YES) },
  correctionRequested: { name: ['更正申请待处理', 'correction asked for'], value: from(YES) },
  unreached: { name: ['短信没送到', 'SMS not delivered'], value: from(YES) },
  awaitsAnswer: { name: ['留言待回复', 'message to be answered'], value: from(YES) },
  hukouProvince: {
    name: ['户籍所在省', 'province of the hukou'],
    value: (code) => PROVINCES.get(code) ?? null,
  },
  subdistrict: { name: ['街道、乡镇', 'subdistrict'], value: itself },
  // It may be the school that a child is assigned to, before the result is published.
  school: { name: ['学校', 'school'], value: (code, places) => places.school(code), untold: true },
  registeredFrom: { name: ['注册从', 'registered from'], value: dayInWords },
  registeredTo: { name: ['注册到', 'registered until'], value: dayInWords },
  updatedSince: {
    name: ['有变动的，自', 'changed since'],
    value: (at) => itself(inFigures(new Date(at)), NOWHERE),
  },
};
const NOWHERE: PlaceNames = { district: () => null, school: () => null };

const AND = { 'zh-CN': '、', en: ', ' };
const IS = { 'zh-CN': '：', en: ': ' };
export const BETWEEN = { 'zh-CN': '；', en: '; ' };

function filterInWords(
  [filter, value]: readonly [FilterName, AuditDetail[string]],
  { asFamily, places }: Listed,
  language: Language,
): string {
  const { name, value: inWords, untold } = FILTERS[filter];
  const called = language === 'en' ? name[1] : name[0];
  if (asFamily && untold) return { 'zh-CN': `按${called}筛选`, en: `filtered by: ${called}` }[language];
  const values = [value].flat().map((one) => inWords(String(one), places)?.[language] ?? String(one));
  return `${called}${IS[language]}${values.join(AND[language])}`;
}

export const purposeInWords = (purpose: AuditDetail[string], language: Language): string =>
  ({ 'zh-CN': `用途：${String(purpose)}`, en: `purpose: ${String(purpose)}` })[language];

/** What a list was filtered by, each filter in words. */
export const filtersInWords = (
  { search, ...filters }: AuditDetail,
  listed: Omit<Listed, 'detail'>,
  language: Language,
): string[] => [
  ...(search === undefined ? [] : [SEARCHED_BY[search as SearchKind][language]]),
  ...Object.entries(filters).map(([name, value]) =>
    filterInWords([name as FilterName, value], { ...listed, detail: null }, language),
  ),
];

/**
 * A list that was looked at or exported: how many records were on the page or in the export, how they were searched and by what
 * they were filtered. A family reads the same, but for the other numbers, which are not its own, and for what would tell of a
 * verdict too early.
 */
export function listInWords({ detail, ...listed }: Listed, language: Language): string {
  const { numbers, order: _, schools: __, purpose, total, ...filters } = detail ?? {};
  const onPage = (numbers as readonly string[]).length;
  const page = {
    'zh-CN': `同一页共 ${onPage} 条`,
    en: onPage === 1 ? 'one record' : `${onPage} records on the page`,
  };
  const whole = { 'zh-CN': `共 ${total} 条`, en: total === 1 ? 'one record' : `${total} records` };
  return [
    (total === undefined ? page : whole)[language],
    ...(purpose === undefined ? [] : [purposeInWords(purpose, language)]),
    ...filtersInWords(filters, listed, language),
  ].join(BETWEEN[language]);
}
