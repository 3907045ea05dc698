import { RETENTION_NAMES, SEASON_STATE_NAMES } from '@enrolment/rulebook/names.ts';
import type { RetentionKind, SeasonOverviewsQuery, SeasonState, SeasonStep } from '@enrolment/schema/client';
import { formatFullDay } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';

export type Overview = SeasonOverviewsQuery['seasonOverviews'][number];

interface StepWords {
  /** The step alone, as the list has it. */
  name: () => string;
  title: () => string;
  means: () => string;
  take: (of: { year: number }) => string;
}

export const STEP_WORDS: Record<SeasonStep, StepWords> = {
  OPEN: {
    name: m.office_seasons_open,
    title: m.office_seasons_step_open,
    means: m.office_seasons_means_open,
    take: m.office_seasons_take_open,
  },
  CLOSE: {
    name: m.office_seasons_close,
    title: m.office_seasons_step_close,
    means: m.office_seasons_means_close,
    take: m.office_seasons_take_close,
  },
  ARCHIVE: {
    name: m.office_seasons_archive,
    title: m.office_seasons_step_archive,
    means: m.office_seasons_means_archive,
    take: m.office_seasons_take_archive,
  },
};

/** What the address says was done. */
export const DONE = ['planned', 'open', 'close', 'archive'] as const;
export const doneWords: Record<(typeof DONE)[number], () => string> = {
  planned: m.office_seasons_done_planned,
  open: m.office_seasons_done_open,
  close: m.office_seasons_done_close,
  archive: m.office_seasons_done_archive,
};

export const stateName = (state: SeasonState): string => SEASON_STATE_NAMES[state][getLocale()];
export const kindName = (kind: RetentionKind): string => RETENTION_NAMES[kind][getLocale()];

export const bornInWords = ({ bornFrom, bornTo }: Overview['season']): string =>
  m.office_seasons_born_range({
    from: formatFullDay(bornFrom, getLocale()),
    to: formatFullDay(bornTo, getLocale()),
  });

/** The step that comes next, and whether it can be taken. */
export function nextInWords({ next, obstacles }: Overview): string {
  if (!next) return m.office_seasons_end();
  const step = STEP_WORDS[next].name();
  return obstacles.length > 0 ? m.office_seasons_blocked({ step }) : m.office_seasons_ready({ step });
}

/** What the fields of a plan are called. */
export const planLabels = () => ({
  year: m.office_seasons_plan_year(),
  bornFrom: m.office_seasons_from(),
  bornTo: m.office_seasons_to(),
});
