import type { RecordListQuery } from '@enrolment/schema/client';
import { formatClosing } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Locale } from '#lib/i18n/messages/runtime.js';
import { dueState } from './due.ts';

type Row = RecordListQuery['collectionRecords']['edges'][number]['node'];

/** What is to be decided, and why it waits for an officer. */
export function task({ stage, identityCheck, reviewItems }: Row): { what: string; why: string } {
  if (stage === 'APPEALED') return { what: m.office_queue_appeal(), why: m.office_queue_appeal_why() };
  if (stage === 'SUBMITTED')
    return {
      what: m.office_queue_identity(),
      why: identityCheck.overdue ? m.office_list_overdue() : m.office_queue_unmatched(),
    };
  const open = reviewItems.filter(({ status }) => status !== 'PASSED');
  return {
    what: open.map(({ label }) => label).join(m.office_list_and()),
    why: m.office_queue_items({ n: open.length }),
  };
}

export function due(
  { turn, identityCheck }: Row,
  now: string,
  language: Locale,
): { mark: 'wrong' | 'turn' | null; words: string } {
  const state = turn.until ? dueState(turn.until, now) : null;
  if (state?.state === 'OVER')
    return { mark: 'wrong', words: m.office_queue_over({ n: Math.max(1, state.days) }) };
  if (identityCheck.overdue) return { mark: 'wrong', words: m.office_queue_late() };
  if (state?.state === 'TODAY') return { mark: 'turn', words: m.office_queue_today() };
  return { mark: null, words: turn.until ? formatClosing(turn.until, language) : '—' };
}
