import { m } from '#lib/i18n/messages/messages.js';
import type { Place } from '#lib/server/place.ts';

interface OwnData {
  readonly path: string;
  readonly label: () => string;
  readonly text: () => string;
  /** Where it is: of a district alone, or of the city as well. */
  readonly ofCity?: true;
}

/** What administrators edit behind one door, besides what has a section of its own. */
const KINDS: readonly OwnData[] = [
  { path: '/office/own-data/questions', label: m.office_own_questions, text: m.office_own_questions_hint },
  { path: '/office/own-data/items', label: m.office_own_items, text: m.office_own_items_hint, ofCity: true },
  {
    path: '/office/own-data/papers',
    label: m.office_own_papers,
    text: m.office_own_papers_hint,
    ofCity: true,
  },
  {
    path: '/office/own-data/policies',
    label: m.office_own_policies,
    text: m.office_own_policies_hint,
    ofCity: true,
  },
  { path: '/office/own-data/sentences', label: m.office_own_sentences, text: m.office_own_sentences_hint },
  {
    path: '/office/own-data/answers',
    label: m.office_own_answers,
    text: m.office_own_answers_hint,
    ofCity: true,
  },
  {
    path: '/office/own-data/notices',
    label: m.office_own_notices,
    text: m.office_own_notices_hint,
    ofCity: true,
  },
  {
    path: '/office/own-data/subdistricts',
    label: m.office_own_subdistricts,
    text: m.office_own_subdistricts_hint,
  },
  { path: '/office/own-data/desk', label: m.office_desk, text: m.office_own_desk },
  { path: '/office/own-data/schools', label: m.office_schools, text: m.office_own_schools },
  { path: '/office/own-data/holidays', label: m.office_holidays, text: m.office_own_holidays, ofCity: true },
];

export const ownDataOf = (place: Place) =>
  KINDS.filter(({ ofCity }) => ofCity || place.kind === 'DISTRICT').map(({ path, label, text }) => ({
    path,
    label: label(),
    text: text(),
  }));
