import type { DistrictDeskInput, DistrictDeskShownFragment } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';

/** Phones and desk as they are typed: a phone on each line; empty where there is nothing. */
export const FIELDS = ['hotline', 'deskAddress', 'deskAddressEn', 'deskHours', 'deskHoursEn'] as const;
export type Values = Record<(typeof FIELDS)[number], string>;

export const valuesOf = (desk: DistrictDeskShownFragment): Values => ({
  hotline: desk.hotline.join('\n'),
  deskAddress: desk.deskAddress ?? '',
  deskAddressEn: desk.deskAddressEn ?? '',
  deskHours: desk.deskHours ?? '',
  deskHoursEn: desk.deskHoursEn ?? '',
});

export const valuesIn = (form: FormData): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, textIn(form, field).replaceAll('\r\n', '\n')])) as Values;

export const phonesIn = ({ hotline }: Pick<Values, 'hotline'>): string[] =>
  hotline.split('\n').filter((phone) => phone.trim() !== '');

export const inputOf = (values: Values): DistrictDeskInput => ({
  hotline: phonesIn(values),
  deskAddress: values.deskAddress || null,
  deskAddressEn: values.deskAddressEn || null,
  deskHours: values.deskHours || null,
  deskHoursEn: values.deskHoursEn || null,
});
