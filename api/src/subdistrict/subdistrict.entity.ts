import {
  SUBDISTRICT_LENGTHS,
  type Subdistrict as SubdistrictFacts,
} from '@enrolment/rulebook/subdistrict-list.js';
import { defineEntity, p, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { District } from '../district/district.entity.js';

export const SubdistrictSchema = defineEntity({
  name: 'Subdistrict',
  tableName: 'subdistrict',
  properties: {
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').primary().index(false).deleteRule('cascade'),
    name: p.string().length(SUBDISTRICT_LENGTHS.name).primary(),
    nameEn: p.string().length(SUBDISTRICT_LENGTHS.nameEn).nullable(),
    code: p.string().length(12).nullable(),
    formerNames: p.array().default([]),
    closedFrom: p.date().nullable(),
    position: p.smallint(),
  },
});
/** 街道, 镇 or 乡 of a district, in every season the same. Records keep what their families have written. */
export class Subdistrict extends SubdistrictSchema.class {}
SubdistrictSchema.setClass(Subdistrict);

/** As the rulebook knows it. */
export const subdistrictFacts = ({
  name,
  nameEn,
  code,
  formerNames,
  closedFrom,
}: Pick<Subdistrict, 'name' | 'nameEn' | 'code' | 'formerNames' | 'closedFrom'>): SubdistrictFacts => ({
  name,
  nameEn: nameEn ?? null,
  code: code ?? null,
  formerNames,
  closedFrom: closedFrom ?? null,
});

/** The lists of districts, by district, each in its order. */
export async function findSubdistricts(
  em: EntityManager,
  where: FilterQuery<Subdistrict> = {},
): Promise<ReadonlyMap<string, readonly SubdistrictFacts[]>> {
  const rows = await em.find(Subdistrict, where, { orderBy: { position: 'asc', name: 'asc' } });
  const byDistrict = Map.groupBy(rows, ({ district }) => district);
  return new Map([...byDistrict].map(([district, own]) => [district, own.map(subdistrictFacts)]));
}
