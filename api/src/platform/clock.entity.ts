import { defineEntity, p } from '@mikro-orm/core';

export const ClockOffsetSchema = defineEntity({
  name: 'ClockOffset',
  tableName: 'clock',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    offsetSeconds: p.bigint('number'),
  },
  checks: [{ name: 'clock_single_row', expression: 'id = 1' }],
});
/** By how much the business clock is ahead of the real one: moved by the sandbox alone, always 0 elsewhere. */
export class ClockOffset extends ClockOffsetSchema.class {}
ClockOffsetSchema.setClass(ClockOffset);
