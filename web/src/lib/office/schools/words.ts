import { getLocale } from '#lib/i18n/messages/runtime.js';
import { m } from '#lib/i18n/messages/messages.js';

export const labelsOf = (season: number) => ({
  code: m.office_school_code(),
  name: m.office_school_name(),
  nameEn: m.office_school_name_en(),
  address: m.office_school_address(),
  phone: m.office_school_phone(),
  quota: m.office_school_quota({ season }),
  closed: m.office_school_closed({ season }),
});

/** The school’s name in the reader’s language. */
export const nameOf = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string =>
  getLocale() === 'en' ? nameEn : name;
