import { defineEntity, p } from '@mikro-orm/core';

/**
 * What is counted, and how the key of a cell is put together; the triggers of the migrations write them.
 * STAGE service/ground/stage, and /UNTOLD where a result may come that is not published · PROVINCE province · SUBDISTRICT district of the home/subdistrict ·
 * WAITING stage/day of submission · REACHED stage/day of the first time ·
 * STEP stage that was left/bucket of the stay · FLOW day/IN or OUT · EVENT day/actor/kind · SCHOOL school/outcome ·
 * CODE day/purpose · REFUSED day/rule.
 */
export type Facet =
  | 'STAGE'
  | 'PROVINCE'
  | 'SUBDISTRICT'
  | 'WAITING'
  | 'REACHED'
  | 'STEP'
  | 'FLOW'
  | 'EVENT'
  | 'SCHOOL'
  | 'CODE'
  | 'REFUSED';

/** As a district of the tallies: the whole city. */
export const CITY = '00';

const cell = () => ({
  season: p.smallint(),
  district: p.string().length(2).fieldName('district_code'),
  facet: p.string().length(20).$type<Facet>(),
  key: p.string().length(120),
});

export const TallySchema = defineEntity({
  name: 'Tally',
  tableName: 'tally',
  properties: {
    season: cell().season.primary(),
    district: cell().district.primary(),
    facet: cell().facet.primary(),
    key: cell().key.primary(),
    n: p.integer(),
  },
});
/** A count as it was when changes were last added up; the whole city has rows of its own. */
export class Tally extends TallySchema.class {}
TallySchema.setClass(Tally);

export const TallyChangeSchema = defineEntity({
  name: 'TallyChange',
  tableName: 'tally_change',
  properties: { id: p.bigint('string').primary().autoincrement(), ...cell(), n: p.integer() },
});
/** What a statement changed of a count, not added up yet: only ever inserted, so that nobody waits for anybody. */
export class TallyChange extends TallyChangeSchema.class {}
TallyChangeSchema.setClass(TallyChange);

export const TallyMarkSchema = defineEntity({
  name: 'TallyMark',
  tableName: 'tally_mark',
  properties: { district: cell().district.primary(), merges: p.bigint('string') },
});
/** How often changes of a district, or of the city, were added up. */
export class TallyMark extends TallyMarkSchema.class {}
TallyMarkSchema.setClass(TallyMark);
