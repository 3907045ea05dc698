import type { ViewPlace } from '@enrolment/rulebook/saved-view.js';
import type { Words } from '@enrolment/rulebook/words.js';
import type { RecordFilter } from '../record-list/record-list.inputs.js';

export interface BuiltInView {
  readonly id: string;
  readonly name: Words;
  readonly filter: RecordFilter;
}

const DUE_TODAY: Words = { 'zh-CN': '今天到期的', en: 'Due today' };
const TO_DECIDE = { needsDecision: true, assignee: 'ME_OR_NOBODY' } as const;

/** What every officer has without naming it, on a day in Beijing. */
export const builtInViews = (today: string): Readonly<Record<ViewPlace, readonly BuiltInView[]>> => ({
  QUEUE: [
    {
      id: 'mine',
      name: { 'zh-CN': '我认领的', en: 'Mine' },
      filter: { needsDecision: true, assignee: 'ME' },
    },
    { id: 'overdue', name: { 'zh-CN': '超期的', en: 'Overdue' }, filter: { ...TO_DECIDE, overdue: true } },
    {
      id: 'today',
      name: DUE_TODAY,
      filter: { ...TO_DECIDE, overdue: false, dueUntil: today },
    },
    {
      id: 'resubmitted',
      name: { 'zh-CN': '退回后又提交的', en: 'Returned and submitted again' },
      filter: { ...TO_DECIDE, resubmitted: true },
    },
  ],
  LIST: [
    { id: 'overdue', name: { 'zh-CN': '超期的', en: 'Overdue' }, filter: { overdue: true } },
    { id: 'today', name: DUE_TODAY, filter: { overdue: false, dueUntil: today } },
    {
      id: 'resubmitted',
      name: { 'zh-CN': '退回后又提交的', en: 'Returned and submitted again' },
      filter: { resubmitted: true },
    },
    {
      id: 'corrections',
      name: { 'zh-CN': '申请更正的', en: 'Asked for a correction' },
      filter: { correctionRequested: true },
    },
  ],
});
