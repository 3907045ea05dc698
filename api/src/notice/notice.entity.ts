import { SERVICE_NAMES } from '@enrolment/rulebook/names.js';
import { LANGUAGES, type Language } from '@enrolment/rulebook/refusal.js';
import { SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.js';
import type { Words } from '@enrolment/rulebook/words.js';
import { defineEntity, p } from '@mikro-orm/core';

export const NOTICE_KINDS = ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU', 'PRIVACY'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_NAMES = {
  ...(Object.fromEntries(
    SERVICE_KINDS.map((service) => [
      service,
      {
        'zh-CN': `监护人须知（${SERVICE_NAMES[service]['zh-CN']}）`,
        en: `Guardian’s notice (${SERVICE_NAMES[service].en})`,
      },
    ]),
  ) as Readonly<Record<Exclude<NoticeKind, 'PRIVACY'>, Words>>),
  PRIVACY: { 'zh-CN': '《个人信息保护政策》', en: 'Privacy policy' },
} as const;

export const NoticeTextSchema = defineEntity({
  name: 'NoticeText',
  tableName: 'notice_text',
  properties: {
    kind: p
      .enum(() => [...NOTICE_KINDS])
      .$type<NoticeKind>()
      .primary(),
    version: p.string().length(20).primary(),
    language: p
      .enum(() => [...LANGUAGES])
      .$type<Language>()
      .primary(),
    title: p.string().length(200),
    body: p.text(),
    publishedAt: p.datetime(),
  },
});
/** 监护人须知 of a service, or 《个人信息保护政策》. A published version never changes; a new one follows it. */
export class NoticeText extends NoticeTextSchema.class {}
NoticeTextSchema.setClass(NoticeText);
