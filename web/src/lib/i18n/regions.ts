import { PROVINCES } from '@enrolment/rulebook/regions.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';

/** 河北省, by its code; a code that this site does not know stays as it is. */
export const provinceName = (code: string): string => PROVINCES.get(code)?.[getLocale()] ?? code;

/** Every province, to choose from. */
export const provinces = () => [...PROVINCES.keys()].map((value) => ({ value, label: provinceName(value) }));

/** 中国, by its ISO code. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames([getLocale()], { type: 'region' }).of(code) ?? code;
