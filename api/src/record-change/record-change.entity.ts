import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { RecordEvent } from '../record/record.entity.js';

export const RecordChangeSchema = defineEntity({
  name: 'RecordChange',
  tableName: 'record_change',
  properties: {
    event: () =>
      p
        .oneToOne(RecordEvent)
        .owner()
        .primary()
        .unique(false)
        // Neither goes, and the trigger has just read both.
        .createForeignKeyConstraint(false)
        .ref(),
    district: () =>
      p
        .manyToOne(District)
        .mapToPk()
        .fieldName('district_code')
        .index(false)
        .createForeignKeyConstraint(false),
    /** Its place in the order that all readers follow; null until it gets one, soon after the commit. */
    position: p.bigint('string').nullable(),
  },
  indexes: [
    {
      name: 'record_change_position',
      expression:
        'create unique index record_change_position on record_change ("position") where "position" is not null',
    },
    {
      name: 'record_change_of_district',
      expression:
        'create index record_change_of_district on record_change (district_code, "position") where "position" is not null',
    },
    {
      name: 'record_change_waiting',
      expression: 'create index record_change_waiting on record_change (event_id) where "position" is null',
    },
  ],
});
/** An event that changed a stage or published a result, in its place. A trigger writes it with the event. */
export class RecordChange extends RecordChangeSchema.class {}
RecordChangeSchema.setClass(RecordChange);
