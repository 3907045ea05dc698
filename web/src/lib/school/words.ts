import { m } from '#lib/i18n/messages/messages.js';
import { formatMoment } from '#lib/format.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import type { Found } from './found.ts';

/** A state is a mark and a word; a border of its colour goes round what was found. */
type Tone = 'done' | 'turn' | 'wrong';

interface Told {
  tone: Tone;
  title: string;
  text: string | null;
}

/** What the desk says of what was brought. */
export function tell(found: Found): Told {
  const { status, record, since, school, printedAt } = found;
  const when = since ? formatMoment(since, getLocale()) : '';
  switch (status) {
    case 'VALID':
      return printedAt
        ? { tone: 'done', title: m.school_valid(), text: null }
        : { tone: 'done', title: m.school_valid_number(), text: m.school_valid_number_text() };
    case 'SUPERSEDED':
      return {
        tone: 'turn',
        title: m.school_superseded(),
        text: record ? m.school_superseded_text() : m.school_superseded_closed(),
      };
    case 'WITHDRAWN':
      return { tone: 'wrong', title: m.school_withdrawn(), text: m.school_withdrawn_text({ when }) };
    case 'PREREGISTERED':
      return { tone: 'done', title: m.school_done_here(), text: m.school_done_here_text({ when }) };
    case 'PREREGISTERED_ELSEWHERE':
      return {
        tone: 'wrong',
        title: m.school_elsewhere(),
        text: school ? m.school_elsewhere_text({ school: school.name, when }) : m.school_elsewhere_number(),
      };
    case 'OTHER_DISTRICT':
      return { tone: 'wrong', title: m.school_other_district(), text: m.school_other_district_text() };
    case 'OWN_FAMILY':
      return { tone: 'turn', title: m.school_own_family(), text: m.school_own_family_text() };
    case 'MISTYPED':
      return { tone: 'wrong', title: m.school_mistyped(), text: m.school_mistyped_text() };
    case 'UNKNOWN':
      return { tone: 'wrong', title: m.school_unknown(), text: m.school_unknown_text() };
  }
}
