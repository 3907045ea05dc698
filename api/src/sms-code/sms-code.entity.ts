import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';

export const CODE_PURPOSES = ['REGISTRATION', 'WITHDRAWAL', 'EXPORT'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

const SmsCodeSchema = defineEntity({
  name: 'SmsCode',
  tableName: 'sms_code',
  properties: {
    id: p.uuid().primary(),
    phoneIndex: p.blob(),
    purpose: p.enum(() => [...CODE_PURPOSES]),
    record: () =>
      p.manyToOne(CollectionRecord).mapToPk().nullable().deleteRule('cascade').index('sms_code_record'),
    codeHash: p.blob(),
    issuedAt: p.datetime(),
    expiresAt: p.datetime(),
    attempts: p.smallint().default(0),
    triedAt: p.datetime().nullable(),
    consumedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'sms_code_phone', properties: ['phoneIndex', 'purpose', 'issuedAt'] }],
  checks: [{ name: 'sms_attempts_exceeded', expression: '(attempts >= 0) and (attempts <= 5)' }],
});
/** 短信验证码: only its keyed hash, bound to phone, purpose and (for a withdrawal) record. */
export class SmsCode extends SmsCodeSchema.class {}
SmsCodeSchema.setClass(SmsCode);

const SmsQuotaSchema = defineEntity({
  name: 'SmsQuota',
  tableName: 'sms_quota',
  properties: {
    phoneIndex: p.blob().primary(),
    lastSentAt: p.datetime(),
    day: p.date(),
    sentOnDay: p.smallint(),
  },
});
/** When a phone was last sent a code and how many it was sent on that day (六(二)3). */
export class SmsQuota extends SmsQuotaSchema.class {}
SmsQuotaSchema.setClass(SmsQuota);

const AddressQuotaSchema = defineEntity({
  name: 'AddressQuota',
  tableName: 'address_quota',
  properties: {
    addressIndex: p.blob().primary(),
    windowStart: p.datetime(),
    count: p.smallint(),
  },
});
/** How many codes a network address asked for in its present window; shared by all processes. */
export class AddressQuota extends AddressQuotaSchema.class {}
AddressQuotaSchema.setClass(AddressQuota);
