import { defineEntity, p } from '@mikro-orm/core';

export const CaptchaSchema = defineEntity({
  name: 'Captcha',
  tableName: 'captcha',
  properties: {
    id: p.uuid().primary(),
    challenge: p.json(),
    subjectIndex: p.blob().$type<Buffer>(),
    expiresAt: p.datetime().index('captcha_expires_at'),
    usedAt: p.datetime().nullable(),
  },
});
/** A robot check that was handed out: for one person, answered once. */
export class Captcha extends CaptchaSchema.class {}
CaptchaSchema.setClass(Captcha);
