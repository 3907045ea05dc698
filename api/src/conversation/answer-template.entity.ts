import { OWN_LENGTHS } from '@enrolment/rulebook/own-data.js';
import { defineEntity, p } from '@mikro-orm/core';
import { districtOrCity } from '../district/district.entity.js';
import { Season } from '../season/season.entity.js';

const { name, nameEn } = OWN_LENGTHS.answer;

export const AnswerTemplateSchema = defineEntity({
  name: 'AnswerTemplate',
  tableName: 'answer_template',
  properties: {
    id: p.integer().primary().autoincrement(),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').deleteRule('no action'),
    district: districtOrCity,
    name: p.string().length(name),
    nameEn: p.string().length(nameEn),
    text: p.text(),
    textEn: p.text(),
    position: p.smallint(),
  },
  indexes: [
    {
      name: 'answer_template_name',
      expression:
        'create unique index answer_template_name on answer_template (season, district_code, name) nulls not distinct',
    },
  ],
});
/** 常用回复: what officers of a district, or of every one where it names none, begin a message to a family with. */
export class AnswerTemplate extends AnswerTemplateSchema.class {}
AnswerTemplateSchema.setClass(AnswerTemplate);
