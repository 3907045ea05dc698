import type { Words } from '@enrolment/rulebook/words.js';
import type { ReferenceData } from '../database/reference-data.js';
import type { PlaceNames } from './list-in-words.js';

const wordsOf = (place: { name: string; nameEn: string } | undefined): Words | null =>
  place ? { 'zh-CN': place.name, en: place.nameEn } : null;

/** The names of all districts and schools, from the reference data that are kept. */
export async function placeNames(reference: ReferenceData): Promise<PlaceNames> {
  const [districts, schools] = await Promise.all([reference.districts(), reference.schools()]);
  return {
    district: (code) => wordsOf(districts.get(code)),
    school: (code) => wordsOf(schools.get(code)),
  };
}
