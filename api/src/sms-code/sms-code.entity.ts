import { defineEntity, p, ref } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';

export const CODE_PURPOSES = ['REGISTRATION', 'WITHDRAWAL', 'EXPORT'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

export const SmsCodeSchema = defineEntity({
  name: 'SmsCode',
  tableName: 'sms_code',
  properties: {
    id: p.uuid().primary(),
    phoneIndex: p.blob().$type<Buffer>(),
    /** Whoever asked for it: nobody else can use it, nor use up its tries. */
    askerIndex: p.blob().$type<Buffer>(),
    purpose: p.enum(() => [...CODE_PURPOSES]).$type<CodePurpose>(),
    record: () =>
      p.manyToOne(CollectionRecord).ref().nullable().deleteRule('cascade').index('sms_code_record'),
    codeHash: p.blob().$type<Buffer>(),
    issuedAt: p.datetime(),
    expiresAt: p.datetime(),
    attempts: p.smallint().default(0),
    triedAt: p.datetime().nullable(),
    consumedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'sms_code_phone', properties: ['phoneIndex', 'purpose', 'askerIndex'] }],
  checks: [{ name: 'sms_attempts_exceeded', expression: '(attempts >= 0) and (attempts <= 5)' }],
});
/** 短信验证码: only its keyed hash, bound to phone, purpose, whoever asked and (unless it registers) record. */
export class SmsCode extends SmsCodeSchema.class {
  constructor(id: string, asked: NewCode, { codeHash, expiresAt }: { codeHash: Buffer; expiresAt: Date }) {
    super();
    this.id = id;
    this.phoneIndex = asked.phoneIndex;
    this.askerIndex = asked.askerIndex;
    this.purpose = asked.purpose;
    this.record = asked.record === null ? null : ref(CollectionRecord, asked.record);
    this.codeHash = codeHash;
    this.issuedAt = asked.now;
    this.expiresAt = expiresAt;
  }
}

interface NewCode {
  readonly phoneIndex: Buffer;
  readonly askerIndex: Buffer;
  readonly purpose: CodePurpose;
  readonly record: string | null;
  readonly now: Date;
}
SmsCodeSchema.setClass(SmsCode);

/** Whose codes are counted: an account's, an account's for one phone and purpose, all accounts' for a phone and purpose. */
export const QUOTA_SCOPES = ['ACCOUNT', 'ASKER', 'PHONE'] as const;
export type QuotaScope = (typeof QUOTA_SCOPES)[number];

export const SmsQuotaSchema = defineEntity({
  name: 'SmsQuota',
  tableName: 'sms_quota',
  properties: {
    scope: p
      .enum(() => [...QUOTA_SCOPES])
      .$type<QuotaScope>()
      .primary(),
    keyIndex: p.blob().$type<Buffer>().primary(),
    lastSentAt: p.datetime(),
    day: p.date(),
    sentOnDay: p.smallint(),
  },
});
/** When the last code was sent and how many on that day (六(二)3). */
export class SmsQuota extends SmsQuotaSchema.class {}
SmsQuotaSchema.setClass(SmsQuota);

export const SmsTriesSchema = defineEntity({
  name: 'SmsTries',
  tableName: 'sms_tries',
  properties: {
    phoneIndex: p.blob().$type<Buffer>().primary(),
    purpose: p
      .enum(() => [...CODE_PURPOSES])
      .$type<CodePurpose>()
      .primary(),
    since: p.datetime(),
    tries: p.smallint(),
  },
});
/** How often codes of one phone and purpose were tried in the present window, by all who asked for one. */
export class SmsTries extends SmsTriesSchema.class {}
SmsTriesSchema.setClass(SmsTries);
