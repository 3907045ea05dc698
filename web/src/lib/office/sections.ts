import type { Action } from '@enrolment/rulebook/access.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Office } from '#lib/server/place.ts';

interface Kind {
  path: string;
  /** What it shows is of the season that is chosen. */
  ofSeason?: true;
  /** It stands in the menu. */
  seldom?: true;
}

export interface Section extends Kind {
  label: string;
  /** How much waits there, where that is counted. */
  waiting?: number;
}

/** The pages of the office and of the school's desk; each is for those who may take its action. */
const SECTIONS: readonly (Kind & { label: () => string; action: Action })[] = [
  { path: '/school', label: m.school_desk, action: 'PREREGISTER' },
  { path: '/school/list', label: m.school_list, action: 'PREREGISTER', ofSeason: true },
  { path: '/school/expected', label: m.school_expected, action: 'PREREGISTER', ofSeason: true },
  { path: '/office/review', label: m.office_review, action: 'DECIDE_GIVEN_ITEMS' },
  { path: '/office/queue', label: m.office_queue, action: 'DECIDE_ON_RECORD', ofSeason: true },
  { path: '/office/messages', label: m.office_messages, action: 'CORRESPOND', ofSeason: true },
  { path: '/office/bulk', label: m.office_bulk, action: 'DECIDE_IN_BULK' },
  { path: '/office/records', label: m.office_records, action: 'LIST_RECORDS', ofSeason: true },
  { path: '/office/assist', label: m.office_assist, action: 'ASSIST_FAMILIES', seldom: true },
  { path: '/office/dashboard', label: m.office_dashboard, action: 'READ_DASHBOARD', ofSeason: true },
  { path: '/office/calendar', label: m.office_cal, action: 'READ_CALENDAR', ofSeason: true, seldom: true },
  {
    path: '/office/publication',
    label: m.office_pub,
    action: 'PUBLISH_RESULTS',
    ofSeason: true,
    seldom: true,
  },
  { path: '/office/joint-review', label: m.office_joint, action: 'ADMINISTER_DISTRICT', seldom: true },
  { path: '/office/texts', label: m.office_texts, action: 'EDIT_OWN_DATA', seldom: true },
  { path: '/office/own-data', label: m.office_own, action: 'EDIT_OWN_DATA', ofSeason: true, seldom: true },
  { path: '/office/simulator', label: m.office_sim, action: 'SIMULATE', ofSeason: true, seldom: true },
  { path: '/office/seasons', label: m.office_seasons, action: 'ADMINISTER_CITY', seldom: true },
  { path: '/office/audit', label: m.office_audit, action: 'READ_AUDIT_TRAIL', seldom: true },
  { path: '/office/health', label: m.office_health, action: 'WATCH_SERVICE', seldom: true },
  { path: '/office/people', label: m.office_people, action: 'GIVE_ROLES', seldom: true },
  { path: '/office/tokens', label: m.office_tokens, action: 'MANAGE_TOKENS', seldom: true },
  { path: '/office/webhooks', label: m.office_hooks, action: 'ADMINISTER_WEBHOOKS', seldom: true },
];

export const sectionsOf = (
  office: Office,
  waiting: Readonly<Partial<Record<string, number | null>>> = {},
): Section[] =>
  SECTIONS.filter(({ action }) => office.may(action)).map(({ action: _, label, ...kind }) => {
    const n = waiting[kind.path];
    return { ...kind, label: label(), ...(n ? { waiting: n } : {}) };
  });
