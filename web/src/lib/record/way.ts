import type { StepKind, TurnHolder } from '@enrolment/schema/client';
import type { Step } from '#lib/components/StepList.svelte';
import { formatClosing, formatDay, formatMoment, formatPeriod, type Language } from '#lib/format.ts';
import { holderName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { situationOf, type OnItsWay, type Situation } from './situation.ts';

type WayStep = OnItsWay['steps'][number];

const TURN_LABELS: Record<TurnHolder, () => string> = {
  GUARDIAN: m.turn_label_guardian,
  DISTRICT: m.turn_label_district,
  SCHOOL: m.turn_label_school,
  SYSTEM: m.turn_label_system,
  NOBODY: m.turn_label_nobody,
};

interface Next {
  label: () => string;
  /** Beneath the record's own address. */
  path: string;
}
const DETAILS = '/collection/details';
const IDENTITY = '/collection/identity';
const REVIEW = '/collection/review';

const SITUATIONS: Record<Situation, { title: () => string; next: Next | null }> = {
  DETAILS_AHEAD: { title: m.turn_title_details_ahead, next: null },
  DETAILS: { title: m.turn_title_details, next: { label: m.next_begin, path: DETAILS } },
  DETAILS_DRAFTED: { title: m.turn_title_details, next: { label: m.next_continue, path: DETAILS } },
  DETAILS_OVER: { title: m.turn_title_details_over, next: null },
  IDENTITY: { title: m.turn_title_identity, next: { label: m.next_identity, path: IDENTITY } },
  RETURNED: { title: m.turn_title_returned, next: { label: m.next_returned, path: REVIEW } },
  REVIEW: { title: m.turn_title_review, next: { label: m.next_review, path: REVIEW } },
  REJECTED: { title: () => stageName('REJECTED'), next: { label: m.next_appeal, path: REVIEW } },
  REJECTED_FOR_GOOD: { title: () => stageName('REJECTED'), next: { label: m.next_rejection, path: REVIEW } },
  APPEALED: { title: m.turn_title_appealed, next: { label: m.next_appealed, path: REVIEW } },
  FORM_AHEAD: { title: m.turn_title_form_ahead, next: null },
  FORM: { title: m.turn_title_form, next: { label: m.next_form, path: '/form' } },
  PREREGISTRATION_MISSED: {
    title: m.turn_title_missed,
    next: { label: m.next_missed, path: '/result' },
  },
  RESULT_AHEAD: { title: m.turn_title_result_ahead, next: { label: m.next_result_ahead, path: '/result' } },
  RESULT: { title: m.turn_title_result, next: { label: m.next_result, path: '/result' } },
  WITHDRAWN: { title: m.turn_title_withdrawn, next: null },
};

export interface TurnInWords {
  /** Whether it is the family's turn; nothing else on a page is apricot. */
  yours: boolean;
  label: string;
  title: string;
  text: string;
  since: string | null;
  next: { label: string; href: string; filled: boolean } | null;
}

/** Whose turn it is, and the one thing to do about it. */
export function turnInWords(record: OnItsWay, language: Language): TurnInWords {
  const situation = situationOf(record);
  const { holder, text, since } = record.turn;
  const { title, next } = SITUATIONS[situation];
  const yours = holder === 'GUARDIAN';
  return {
    yours,
    label: TURN_LABELS[holder](),
    title: title(),
    text,
    since: since && m.turn_since({ since: formatMoment(since, language) }),
    next: next && {
      label: next.label(),
      href: `/my/${record.number}${next.path}`,
      filled: yours || situation === 'RESULT',
    },
  };
}

const STEP_PATHS: Record<StepKind, string | null> = {
  REGISTRATION: '/registration',
  DETAILS,
  IDENTITY_CHECK: IDENTITY,
  REVIEW,
  FORM: '/form',
  PREREGISTRATION: null,
  RESULT: '/result',
};

/** Every step, whoever takes it, and when; the present step also says whose turn it is. */
export function stepsInWords({ number, steps, turn }: OnItsWay, now: string, language: Language): Step[] {
  return steps.map((step) => {
    const path = STEP_PATHS[step.kind];
    const common = { title: step.label, ...(path ? { href: `/my/${number}${path}` } : {}) };
    if (step.state === 'DONE') return { ...common, state: 'done', note: done(step, language) };
    if (step.state === 'NEXT') return { ...common, state: 'ahead', note: ahead(step, now, language) };
    return {
      ...common,
      state: 'now',
      yours: turn.holder === 'GUARDIAN',
      note: present(step, turn, now, language),
    };
  });
}

const done = ({ doneAt }: WayStep, language: Language) =>
  doneAt && m.way_done({ when: formatMoment(doneAt, language) });

function present(step: WayStep, turn: OnItsWay['turn'], now: string, language: Language): string {
  if (turn.holder === 'GUARDIAN') {
    return turn.until
      ? m.way_now_guardian_until({ until: formatClosing(turn.until, language) })
      : m.way_now_guardian();
  }
  if (turn.holder === 'NOBODY')
    return turn.until ? m.way_now_nobody({ from: formatDay(turn.until, language) }) : '';
  // The turn may have passed to somebody unusual, such as an officer after the automatic match.
  const who =
    turn.holder === step.holder
      ? ahead(step, now, language)
      : m.way_now_other({ who: holderName(turn.holder) });
  const since = turn.since ? [m.turn_since({ since: formatMoment(turn.since, language) })] : [];
  return [who, ...since].join(' · ');
}

function ahead({ kind, opensAt, closesAt }: WayStep, now: string, language: Language): string {
  const period = opensAt && closesAt ? formatPeriod(opensAt, closesAt, language) : null;
  const from = opensAt && Date.parse(opensAt) > Date.parse(now) ? formatDay(opensAt, language) : null;
  switch (kind) {
    case 'REGISTRATION':
      return m.way_registration();
    case 'DETAILS':
      return period ? m.way_details_period({ period }) : m.way_details();
    case 'IDENTITY_CHECK':
      return m.way_identity();
    case 'REVIEW':
      return period ? m.way_review_period({ period }) : m.way_review();
    case 'FORM':
      return from ? m.way_form_from({ from }) : m.way_form();
    case 'PREREGISTRATION':
      return period ? m.way_school_period({ period }) : m.way_school();
    case 'RESULT':
      return from ? m.way_result_from({ from }) : m.way_result();
  }
}
