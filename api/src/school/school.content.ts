import type { Content, Edited } from '../edition/edition.entity.js';
import type { School, SchoolPlan } from './school.entity.js';

/** A school, as what has editions. */
export const schoolEdited = ({ code, district }: Pick<School, 'code' | 'district'>): Edited => ({
  kind: 'SCHOOL',
  subject: code,
  district,
});

/** What is said of it, and its plans by season. */
export function contentOfSchool(
  { name, nameEn, address, phone }: Pick<School, 'name' | 'nameEn' | 'address' | 'phone'>,
  plans: readonly SchoolPlan[],
): Content {
  const texts = { name, nameEn, address, phone };
  const planned = [...plans]
    .sort((one, other) => one.season - other.season)
    .flatMap(({ season, quota, closed }) => [
      [`quota.${season}`, quota == null ? null : String(quota)] as const,
      [`closed.${season}`, closed ? 'yes' : null] as const,
    ]);
  return Object.fromEntries(
    [...Object.entries(texts), ...planned].flatMap(([field, text]) => (text ? [[field, text] as const] : [])),
  );
}
