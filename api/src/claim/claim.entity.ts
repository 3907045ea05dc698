import { isLive } from '@enrolment/rulebook/claim.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { normaliseText } from '@enrolment/rulebook/text.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { Viewer } from '../platform/identity.js';
import type { DataKey } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';

export const RecordClaimSchema = defineEntity({
  name: 'RecordClaim',
  tableName: 'record_claim',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    officer: p.string().length(255),
    /** The masked name, so that colleagues see who it is and no more. */
    name: p.string().length(120),
    since: p.datetime(),
    touchedAt: p.datetime(),
    /** Until then it stays the officer’s without a touch, because somebody gave it to her: masked, and with a word. */
    givenUntil: p.datetime().nullable(),
    giverName: p.string().length(120).nullable(),
    note: sealed('record_claim.note').fieldName('note_sealed').nullable(),
  },
  indexes: [
    {
      name: 'record_claim_officer',
      expression: 'create index record_claim_officer on record_claim (officer, touched_at)',
    },
    {
      name: 'record_claim_touched',
      expression: 'create index record_claim_touched on record_claim (touched_at)',
    },
    {
      name: 'record_claim_given',
      expression:
        'create index record_claim_given on record_claim (given_until) where (given_until is not null)',
    },
  ],
});
type Officer = Pick<Viewer, 'subject' | 'name'>;

/** 认领: an officer has a record in hand. It is free again when nobody has touched it for a while, even if the row remains. */
export class RecordClaim extends RecordClaimSchema.class {
  constructor(record: CollectionRecord, by: Officer, at: Date) {
    super();
    this.record = ref(record);
    this.pass(by, at);
  }

  isOf({ subject }: Viewer, now: Date): boolean {
    return this.officer === subject && isLive(this, now);
  }

  /** Somebody took it after it had become free, or took it over. */
  pass(by: Officer, at: Date): void {
    this.officer = by.subject;
    this.name = maskName(by.name);
    this.since = at;
    this.touchedAt = at;
    this.givenUntil = null;
    this.giverName = null;
    this.note = null;
  }

  /** 转交: a colleague has it from now on, until then. */
  give(
    to: Officer,
    { giver, note, until }: { giver: Officer; note: string | null; until: Date },
    { at, key }: { at: Date; key: DataKey },
  ): void {
    this.pass(to, at);
    this.givenUntil = until;
    this.giverName = maskName(giver.name);
    const text = normaliseText(note ?? '');
    this.note = text ? Sealed.of(key, 'record_claim.note', text) : null;
  }

  /** Whoever had given it has it again, and it is free when she does nothing with it. */
  goBackTo(giver: string, at: Date): void {
    const masked = this.giverName ?? this.name;
    this.pass({ subject: giver, name: masked }, at);
    this.name = masked;
  }

  /** The officer did something with the record. */
  touch(at: Date): void {
    this.touchedAt = at;
  }
}
RecordClaimSchema.setClass(RecordClaim);
