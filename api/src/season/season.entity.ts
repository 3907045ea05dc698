import { SEASON_STEPS, type SeasonStep } from '@enrolment/rulebook/season.js';
import { SEASON_STATES, type SeasonState } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import type { Content, Edited } from '../edition/edition.entity.js';

export const SeasonSchema = defineEntity({
  name: 'Season',
  tableName: 'season',
  properties: {
    year: p.smallint().primary().autoincrement(false),
    bornFrom: p.date(),
    bornTo: p.date(),
    state: p
      .enum(() => [...SEASON_STATES])
      .$type<SeasonState>()
      .default('PLANNED'),
    archivedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'season_age_range', expression: 'born_from <= born_to' },
    { name: 'season_archived_at', expression: `(state = 'ARCHIVED'::text) = (archived_at is not null)` },
  ],
});
/** A year of admission with the birth dates it is for, from its planning to its archive (rulebook/season.ts). */
export class Season extends SeasonSchema.class {
  take(step: SeasonStep, now: Date): void {
    this.state = SEASON_STEPS[step].to;
    if (step === 'ARCHIVE') this.archivedAt = now;
  }
}
SeasonSchema.setClass(Season);

/** What a season is planned as is edited in versions. */
export const seasonEdited = (year: number): Edited => ({
  kind: 'SEASON',
  subject: String(year),
  district: null,
});
export const contentOfSeason = ({ bornFrom, bornTo }: Pick<Season, 'bornFrom' | 'bornTo'>): Content => ({
  bornFrom,
  bornTo,
});

export const SiteSchema = defineEntity({
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
