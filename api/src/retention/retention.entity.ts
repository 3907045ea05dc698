import { RETENTION_KINDS, type RetentionKind } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { Season } from '../season/season.entity.js';

export const RetentionPeriodSchema = defineEntity({
  name: 'RetentionPeriod',
  tableName: 'retention_period',
  properties: {
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').primary(),
    kind: p
      .enum(() => [...RETENTION_KINDS])
      .$type<RetentionKind>()
      .primary(),
    days: p.smallint(),
  },
  checks: [{ name: 'retention_period_days', expression: 'days > 0' }],
});
/** How many days something of a season is kept; what has no row is kept until somebody decides. */
export class RetentionPeriod extends RetentionPeriodSchema.class {}
RetentionPeriodSchema.setClass(RetentionPeriod);
