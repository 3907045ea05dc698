import type { PlannedSchoolShownFragment, SchoolInput } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';

/** A school as it is typed; empty where there is nothing. */
export const FIELDS = ['name', 'nameEn', 'address', 'phone', 'quota', 'closed'] as const;
export type Values = Record<(typeof FIELDS)[number], string>;

export const valuesIn = (form: FormData): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, textIn(form, field).trim()])) as Values;

export const valuesOf = (school: PlannedSchoolShownFragment | null): Values => ({
  name: school?.name ?? '',
  nameEn: school?.nameEn ?? '',
  address: school?.address ?? '',
  phone: school?.phone ?? '',
  quota: String(school?.plan.quota ?? ''),
  closed: school?.plan.closed ? 'yes' : '',
});

/** What is no whole number is sent as one that the rules refuse. */
const quotaOf = (typed: string): number | null => {
  if (typed === '') return null;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
};

export const inputOf = ({ name, nameEn, address, phone, quota, closed }: Values): SchoolInput => ({
  name,
  nameEn,
  address: address || null,
  phone: phone || null,
  quota: quotaOf(quota),
  closed: closed === 'yes',
});
