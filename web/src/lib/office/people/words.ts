import { DEPARTMENT_NAMES, GRANT_STATE_NAMES, ROLE_NAMES } from '@enrolment/rulebook/names.ts';
import type { Department, GrantState, Role, StaffGrantShownFragment } from '@enrolment/schema/client';
import { formatFullDay } from '#lib/format.ts';
import { itemName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import type { Mark } from '../words.ts';

type Grant = StaffGrantShownFragment;

export const roleName = (role: Role): string => ROLE_NAMES[role][getLocale()];

type Place = Pick<Grant, 'district' | 'school' | 'subdistricts' | 'department' | 'items'>;

/** The school, or else the district with what a reviewer is bound to there, or the whole city. */
export function placeOfGrant({ district, school, subdistricts, department, items }: Place): string {
  const place = school?.name ?? district?.name ?? m.office_city();
  const names = [...subdistricts, ...items.map(itemName)].join(m.office_list_and());
  const bound = department === null ? names : `${departmentName(department)}${m.office_colon()}${names}`;
  return bound === '' ? place : m.office_role_where({ place, bound });
}

export const departmentName = (department: Department): string => DEPARTMENT_NAMES[department][getLocale()];

export const firstDay = ({ beginsAt }: Pick<Grant, 'beginsAt'>): string =>
  formatFullDay(beginsAt, getLocale());

/** Midnight is the end of the day before. */
export const lastDay = ({ endsAt }: Pick<Grant, 'endsAt'>): string =>
  endsAt === null
    ? m.office_role_no_end()
    : formatFullDay(new Date(Date.parse(endsAt) - 1).toISOString(), getLocale());

export function givenInWords({ givenBy, givenAt }: Grant): string {
  const day = formatFullDay(givenAt, getLocale());
  return givenBy === null ? m.office_role_set_up({ day }) : m.office_role_given_by({ name: givenBy, day });
}

const MARKS: Record<GrantState, Mark> = { AHEAD: 'wait', HOLDS: 'done', ENDED: 'off', TAKEN: 'off' };
export const stateOf = (state: GrantState): { word: string; mark: Mark } => ({
  word: GRANT_STATE_NAMES[state][getLocale()],
  mark: MARKS[state],
});

/** A role of one's own, as it stands now, in a sentence. */
export function newsOf(grant: Grant): string {
  const named = { role: roleName(grant.role), place: placeOfGrant(grant) };
  const day = lastDay(grant);
  switch (grant.state) {
    case 'AHEAD':
      return m.office_role_news_ahead({ ...named, begins: firstDay(grant), day });
    case 'HOLDS':
      return grant.endsAt === null
        ? m.office_role_news_holds_open(named)
        : m.office_role_news_holds({ ...named, day });
    case 'ENDED':
      return m.office_role_news_ended({ ...named, day });
    case 'TAKEN':
      return m.office_role_news_taken({ ...named, day: formatFullDay(grant.takenAt!, getLocale()) });
  }
}
