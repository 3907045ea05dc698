import { maskName } from '@enrolment/rulebook/masking.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { Viewer } from '../platform/identity.js';
import type { DataKey } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';

export const RecordFreezeSchema = defineEntity({
  name: 'RecordFreeze',
  tableName: 'record_freeze',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    since: p.datetime(),
    officer: p.string().length(255),
    /** Masked, for colleagues. */
    name: p.string().length(120),
    reason: sealed('record_freeze.reason').fieldName('reason_sealed'),
  },
});
/** 冻结: the document of a record is disputed, and nothing is decided on the record until the row is gone. */
export class RecordFreeze extends RecordFreezeSchema.class {
  constructor(
    record: CollectionRecord,
    by: Viewer,
    reason: string,
    { at, key }: { readonly at: Date; readonly key: DataKey },
  ) {
    super();
    this.record = ref(record);
    this.since = at;
    this.officer = by.subject;
    this.name = maskName(by.name);
    this.reason = Sealed.of(key, 'record_freeze.reason', reason.trim());
  }
}
RecordFreezeSchema.setClass(RecordFreeze);
