import { businessDay, inWords } from './calendar.js';
import { correctable } from './details/returned.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { WayFacts } from './way.js';
import type { Window } from './window.js';
import type { Words } from './words.js';

/** The dates that can concern a family, in the order in which they usually come. */
export const DATE_KINDS = [
  'DETAILS_OPEN',
  'DETAILS_DUE',
  'REVIEW',
  'RETURNED_DUE',
  'APPEAL_DUE',
  'FORM_PRINTING',
  'SCHOOL_PREREGISTRATION',
  'RESULT',
] as const;
export type DateKind = (typeof DATE_KINDS)[number];

/** A day, or days, that a family wants to know of beforehand. */
export interface FamilyDate {
  readonly kind: DateKind;
  readonly label: Words;
  /** What to do, or what happens then. */
  readonly text: Words;
  /** Calendar days in Beijing; the last day is the one on which it ends. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The deadline; null for a date without one. */
  readonly dueAt: Date | null;
  /** Whether its days count as whole days; they do not if it is due at another hour than midnight. */
  readonly wholeDays: boolean;
}

/** Every date that still lies ahead of a record as it stands, in the order of days. */
export const datesOf = (facts: WayFacts, now: Date): FamilyDate[] =>
  STAGE_PLAN[facts.stage].dates
    .flatMap((kind) => AHEAD[kind](facts, now))
    .sort((one, other) => one.firstDay.localeCompare(other.firstDay));

const AHEAD: Readonly<Record<DateKind, (facts: WayFacts, now: Date) => FamilyDate[]>> = {
  DETAILS_OPEN: ({ phases }, now) => opening('DETAILS_OPEN', phases.DETAILS, now),
  DETAILS_DUE: ({ phases }, now) => due('DETAILS_DUE', phases.DETAILS?.closesAt, now),
  REVIEW: ({ phases }, now) => period('REVIEW', phases.REVIEW, now),
  RETURNED_DUE: ({ returned }, now) => due('RETURNED_DUE', correctable(returned, now)[0]?.dueAt, now),
  APPEAL_DUE: ({ appealDueAt }, now) => due('APPEAL_DUE', appealDueAt, now),
  FORM_PRINTING: ({ phases }, now) => opening('FORM_PRINTING', phases.FORM_PRINTING, now),
  SCHOOL_PREREGISTRATION: ({ phases }, now) =>
    period('SCHOOL_PREREGISTRATION', phases.SCHOOL_PREREGISTRATION, now),
  RESULT: ({ phases, resultPublished }, now) =>
    resultPublished ? [] : opening('RESULT', phases.RESULT, now),
};

/** What ends at midnight ends with the day before. */
const lastDayOf = (end: Date) => businessDay(new Date(end.getTime() - 1));

function opening(kind: DateKind, window: Window | undefined, now: Date): FamilyDate[] {
  if (!window || window.opensAt <= now) return [];
  const day = businessDay(window.opensAt);
  return [
    { ...WORDS[kind](window.opensAt), kind, firstDay: day, lastDay: day, dueAt: null, wholeDays: true },
  ];
}

function period(kind: DateKind, window: Window | undefined, now: Date): FamilyDate[] {
  if (!window || window.closesAt <= now) return [];
  const { opensAt, closesAt } = window;
  const days = { firstDay: businessDay(opensAt), lastDay: lastDayOf(closesAt) };
  return [{ ...WORDS[kind](opensAt), kind, ...days, dueAt: null, wholeDays: true }];
}

function due(kind: DateKind, dueAt: Date | null | undefined, now: Date): FamilyDate[] {
  if (!dueAt || dueAt <= now) return [];
  const day = lastDayOf(dueAt);
  const wholeDays = day !== businessDay(dueAt);
  return [{ ...WORDS[kind](dueAt), kind, firstDay: day, lastDay: day, dueAt, wholeDays }];
}

const WORDS: Readonly<Record<DateKind, (at: Date) => { label: Words; text: Words }>> = {
  DETAILS_OPEN: (at) => ({
    label: { 'zh-CN': '开始录入详细信息', en: 'Details can be filled in' },
    text: {
      'zh-CN': `${inWords(at)['zh-CN']} 起可以录入详细信息，先后不影响入学安排。`,
      en: `Details can be filled in from ${inWords(at).en}; earlier is not better.`,
    },
  }),
  DETAILS_DUE: (at) => ({
    label: { 'zh-CN': '录入详细信息截止', en: 'Last day for the details' },
    text: {
      'zh-CN': `请在 ${inWords(at, true)['zh-CN']} 前提交详细信息。`,
      en: `Please submit the details before ${inWords(at, true).en}.`,
    },
  }),
  REVIEW: () => ({
    label: { 'zh-CN': '入学资格审核，结果陆续公布', en: 'Review; decisions appear one after another' },
    text: {
      'zh-CN': '区教委审核，结果陆续公布。有退回的内容会发短信告诉您。',
      en: 'The district reviews the record and its decisions appear one after another. You get an SMS if something is returned.',
    },
  }),
  RETURNED_DUE: (at) => ({
    label: { 'zh-CN': '补充更正截止', en: 'Last day to correct what was returned' },
    text: {
      'zh-CN': `请在 ${inWords(at, true)['zh-CN']} 前补充更正退回的内容，重新提交。`,
      en: `Please correct what was returned and submit it again before ${inWords(at, true).en}.`,
    },
  }),
  APPEAL_DUE: (at) => ({
    label: { 'zh-CN': '申请复核截止', en: 'Last day to ask for a second look' },
    text: {
      'zh-CN': `可以在 ${inWords(at, true)['zh-CN']} 前申请复核一次。`,
      en: `A second look can be asked for once, before ${inWords(at, true).en}.`,
    },
  }),
  FORM_PRINTING: (at) => ({
    label: { 'zh-CN': '开始打印信息采集表', en: 'The collection form can be printed' },
    text: {
      'zh-CN': `全部审核通过的，${inWords(at)['zh-CN']} 起打印信息采集表。`,
      en: `Once everything has passed, the form can be printed from ${inWords(at).en}.`,
    },
  }),
  SCHOOL_PREREGISTRATION: () => ({
    label: { 'zh-CN': '学校预登记', en: 'Preregistration at the school' },
    text: {
      'zh-CN': '全部审核通过的，按学校通知的时间带信息采集表到学校预登记。',
      en: 'Once everything has passed, take the form to the school at the time it gives you.',
    },
  }),
  RESULT: (at) => ({
    label: { 'zh-CN': '开始公布入学结果', en: 'Results are published' },
    text: {
      'zh-CN': `入学结果由区教委 ${inWords(at)['zh-CN']} 起统一公布，会发短信告诉您。`,
      en: `The district publishes the results from ${inWords(at).en} and tells you by SMS.`,
    },
  }),
};
