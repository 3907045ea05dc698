import { defineEntity, p } from '@mikro-orm/core';

const SeasonSchema = defineEntity({
  name: 'Season',
  tableName: 'season',
  properties: {
    year: p.smallint().primary().autoincrement(false),
    bornFrom: p.date(),
    bornTo: p.date(),
  },
  checks: [{ name: 'season_age_range', expression: 'born_from <= born_to' }],
});
/** A year of admission with the birth dates it is for; the newest one is the present season. */
export class Season extends SeasonSchema.class {}
SeasonSchema.setClass(Season);

const SiteSchema = defineEntity({
  name: 'Site',
  tableName: 'site',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    hotline: p.string().length(40),
    serviceHours: p.string().length(80),
    serviceHoursEn: p.string().length(80),
    icpFiling: p.string().length(80),
    policeFiling: p.string().length(80),
  },
  checks: [{ name: 'site_single_row', expression: 'id = 1' }],
});
/** What the city says of itself at the foot of every page. */
export class Site extends SiteSchema.class {}
SiteSchema.setClass(Site);
