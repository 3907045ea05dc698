import './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { checkWindow, type Window } from './window.js';
import type { Words } from './words.js';

/** The results of a place that are not published yet, counted. */
export interface ResultCounts {
  readonly admitted: number;
  readonly notAdmitted: number;
  /** Preregistered, without a decision: they are not published. */
  readonly undecided: number;
}

/** What there is to publish: the counts, and the code of exactly these results. */
export interface ResultsNow {
  readonly counts: ResultCounts;
  readonly checkCode: string;
}

interface Proposal {
  readonly checkCode: string;
  readonly publishAt: Date;
  /** Whether those without a decision are to be published later. */
  readonly leavingUndecided: boolean;
}

/** 公布入学结果 is proposed for a time to come within its window, of the results that its administrator has seen. */
export function checkProposal(
  { checkCode, publishAt, leavingUndecided }: Proposal,
  now: ResultsNow & { readonly window: Window | null; readonly hotline: string; readonly at: Date },
): Refusal[] {
  const { counts, window, hotline, at } = now;
  if (checkCode !== now.checkCode)
    return [refuse('publicationChanged', { field: 'checkCode', params: { changes: inWords(counts) } })];
  if (counts.admitted + counts.notAdmitted === 0) return [refuse('publicationNone')];
  if (publishAt <= at) return [refuse('publicationPast', { field: 'publishAt' })];
  const outside = checkWindow(window, publishAt, hotline, 'publishAt');
  if (outside.length > 0) return outside;
  const { undecided: count } = counts;
  return count > 0 && !leavingUndecided
    ? [refuse('publicationUndecided', { field: 'leavingUndecided', params: { count } })]
    : [];
}

type ResultsSince = ResultsNow & { readonly decidedSince: number };

/** What has changed since a publication was proposed; null when the results are the very same. */
export const changesSince = (before: ResultsNow, after: ResultsSince): Words | null =>
  before.checkCode === after.checkCode ? null : differences(before, after);

/** The same for whoever confirms it: children without a decision hold it up, unless it was proposed to leave some for later. */
export const changesToConfirm = (before: ResultsNow, after: ResultsSince): Words | null =>
  before.counts.undecided === 0 && after.counts.undecided > 0
    ? differences(before, after)
    : changesSince(before, after);

function differences(before: ResultsNow, after: ResultsSince): Words {
  const counted = (['admitted', 'notAdmitted', 'undecided'] as const)
    .filter((kind) => before.counts[kind] !== after.counts[kind])
    .map((kind) => ({ kind, from: before.counts[kind], to: after.counts[kind] }));
  const { decidedSince: n } = after;
  const zh = counted.map(({ kind, from, to }) => `${NAMES[kind]['zh-CN']} ${from} → ${to}`);
  const en = counted.map(({ kind, from, to }) => `${NAMES[kind].en} ${from} → ${to}`);
  return {
    'zh-CN': [...(n > 0 ? [`新作或改过的决定 ${n} 个`] : []), ...zh].join('，') || '有决定收回后又作出',
    en:
      [...(n > 0 ? [`${n} decided since`] : []), ...en].join(', ') ||
      'a decision was taken back and made again',
  };
}

const NAMES = {
  admitted: { 'zh-CN': '录取', en: 'admitted' },
  notAdmitted: { 'zh-CN': '未录取', en: 'not admitted' },
  undecided: { 'zh-CN': '还没定', en: 'undecided' },
} as const satisfies Record<keyof ResultCounts, Words>;

const inWords = ({ admitted, notAdmitted, undecided }: ResultCounts): Words => ({
  'zh-CN': `现在录取 ${admitted}，未录取 ${notAdmitted}，还没定 ${undecided}`,
  en: `there are now ${admitted} admitted, ${notAdmitted} not admitted and ${undecided} undecided`,
});
