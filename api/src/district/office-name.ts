import type { Language } from '@enrolment/rulebook/refusal.js';
import type { District } from './district.entity.js';

/** What the office of a district is called to a family: never a person. */
export const officeNamed = (
  { name, nameEn }: Pick<District, 'name' | 'nameEn'>,
  language: Language,
): string => (language === 'en' ? `${nameEn} Education Commission` : `${name}教育委员会`);
