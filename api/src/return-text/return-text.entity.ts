import type { ReturnTextContent } from '@enrolment/rulebook/return-texts.js';
import { REVIEW_ITEM_KINDS, type ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { districtOrCity } from '../district/district.entity.js';
import type { Content, Edited } from '../edition/edition.entity.js';

export const ReturnTextSchema = defineEntity({
  name: 'ReturnText',
  tableName: 'return_text',
  properties: {
    id: p.integer().primary().autoincrement(),
    district: districtOrCity,
    kind: p.enum(() => [...REVIEW_ITEM_KINDS]).$type<ReviewItemKind>(),
    name: p.string().length(40),
    nameEn: p.string().length(80).nullable(),
    reason: p.text(),
    reasonEn: p.text().nullable(),
    remedy: p.text().nullable(),
    remedyEn: p.text().nullable(),
    active: p.boolean(),
  },
  indexes: [
    {
      name: 'return_text_name',
      expression:
        'create unique index return_text_name on return_text (district_code, kind, name) nulls not distinct',
    },
  ],
});
/** What officers of a district, or of the city where it names none, often write when an item is returned. */
export class ReturnText extends ReturnTextSchema.class {
  constructor(district: string | null, kind: ReviewItemKind, content: ReturnTextContent) {
    super();
    this.district = district;
    this.kind = kind;
    this.active = true;
    this.edit(content);
  }

  edit({ name, nameEn, reason, reasonEn, remedy, remedyEn }: ReturnTextContent): void {
    this.name = name;
    this.nameEn = nameEn;
    this.reason = reason;
    this.reasonEn = reasonEn;
    this.remedy = remedy;
    this.remedyEn = remedyEn;
  }

  switch(active: boolean): void {
    this.active = active;
  }

  get edited(): Edited {
    return { kind: 'RETURN_TEXT', subject: String(this.id), district: this.district ?? null };
  }

  get content(): Content {
    const { name, nameEn, reason, reasonEn, remedy, remedyEn, active } = this;
    const texts = { name, nameEn, reason, reasonEn, remedy, remedyEn, active: active ? 'yes' : 'no' };
    return Object.fromEntries(
      Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text] as const] : [])),
    );
  }
}
ReturnTextSchema.setClass(ReturnText);
