import type { OfficeGrant } from '@enrolment/rulebook/access.ts';
import { businessDay, dayAfter, isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { explain, refuse, type ExplainedRefusal, type Language } from '@enrolment/rulebook/refusal.ts';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.ts';
import { isBoundTo, rolesToGive, STAFF_ROLES } from '@enrolment/rulebook/staff-grant.ts';
import { GIVEABLE_ITEMS } from '@enrolment/rulebook/joint-review.ts';
import {
  DEPARTMENTS,
  type Department,
  type ReviewItemKind,
  type StaffRole,
} from '@enrolment/rulebook/vocabulary.ts';
import { startOfDay } from '@enrolment/rulebook/wall-clock.ts';
import type { GiveRoleInput } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';
import { endOf } from '../days.ts';

/** What the form that gives a role holds. */
export interface RoleValues {
  account: string;
  name: string;
  role: StaffRole | null;
  school: string;
  /** As typed, several with a comma between them. */
  subdistricts: string;
  department: Department | null;
  items: ReviewItemKind[];
  /** The first and the last day on which it holds. */
  beginsAt: string;
  endsAt: string;
}

export const readRoleValues = (form: FormData): RoleValues => ({
  account: textIn(form, 'account').trim(),
  name: textIn(form, 'name').trim(),
  role: STAFF_ROLES.find((role) => role === textIn(form, 'role')) ?? null,
  school: textIn(form, 'school'),
  // Those that are ticked, and those that are typed.
  subdistricts: form
    .getAll('subdistricts')
    .filter((one) => typeof one === 'string' && one !== '')
    .join('、'),
  department: DEPARTMENTS.find((one) => one === textIn(form, 'department')) ?? null,
  items: GIVEABLE_ITEMS.filter((kind) => form.getAll('items').includes(kind)),
  beginsAt: textIn(form, 'beginsAt'),
  endsAt: textIn(form, 'endsAt'),
});

export const noDay = (field: 'beginsAt' | 'endsAt', value: string, language: Language): ExplainedRefusal =>
  explain(
    value === '' ? refuse('required', { field }) : refuse('dateFormat', { field, params: { value } }),
    language,
  );

/** What is sent; or, where something is missing or a day is none, why nothing is. */
export function inputOf(
  { account, name, role, school, subdistricts, department, items, beginsAt, endsAt }: RoleValues,
  district: string | null,
  language: Language,
): { input: GiveRoleInput } | { refusals: ExplainedRefusal[] } {
  const end = endOf(endsAt);
  const begin = isCalendarDate(beginsAt) ? startOfDay(beginsAt) : null;
  const missing = Object.entries({ account, name, role: role ?? '' }).filter(([, value]) => value === '');
  const refusals = [
    ...missing.map(([field]) => explain(refuse('required', { field }), language)),
    ...(beginsAt !== '' && begin === null ? [noDay('beginsAt', beginsAt, language)] : []),
    ...(end === null ? [noDay('endsAt', endsAt, language)] : []),
  ];
  if (role === null || end === null || refusals.length > 0) return { refusals };
  const place = {
    district: isBoundTo(role, 'district') ? district : null,
    school: isBoundTo(role, 'school') && school !== '' ? school : null,
    subdistricts: isBoundTo(role, 'subdistricts') ? namesIn(subdistricts) : null,
    department: isBoundTo(role, 'department') ? department : null,
    items: isBoundTo(role, 'items') ? items : null,
  };
  const dates = { beginsAt: begin?.toISOString() ?? null, endsAt: end.toISOString() };
  return { input: { account, name, role, ...place, ...dates } };
}

/** 东直门街道、北新桥街道: however they are separated. */
export const namesIn = (typed: string): string[] =>
  typed.split(/[、，,；;\s]+/u).filter((name) => name !== '');

/** What the form offers. */
export interface RoleChoices {
  roles: StaffRole[];
  /** Today, and the last day until which a role that begins today can last. */
  from: string;
  until: string;
  days: number;
}

export function choicesFor(
  offices: readonly OfficeGrant[],
  district: string | null,
  now: string,
): RoleChoices | null {
  const roles = rolesToGive(offices, district);
  const days = OFFICE_RULES.grantDates.limit;
  return roles.length > 0 ? { roles, ...lastDays(now), days } : null;
}

/** Today, and the last day that an end can be set to. */
export function lastDays(now: string): { from: string; until: string } {
  const from = businessDay(new Date(now));
  return { from, until: dayAfter(from, OFFICE_RULES.grantDates.limit - 1) };
}
