import { FAMILY_MESSAGES, type FamilyMessage } from '@enrolment/rulebook/family-messages.js';
import { OWN_LENGTHS } from '@enrolment/rulebook/own-data.js';
import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { Season } from '../season/season.entity.js';

const { text, textEn } = OWN_LENGTHS.sentence;

export const MessageSentenceSchema = defineEntity({
  name: 'MessageSentence',
  tableName: 'message_sentence',
  properties: {
    id: p.integer().primary().autoincrement(),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').deleteRule('no action'),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').index(false).deleteRule('no action'),
    kind: p.enum(() => [...FAMILY_MESSAGES]).$type<FamilyMessage>(),
    text: p.string().length(text),
    textEn: p.string().length(textEn),
    position: p.smallint(),
  },
  uniques: [{ name: 'message_sentence_once', properties: ['season', 'district', 'kind'] }],
});
/** 短信附言: what a district adds to the messages of one kind in a season, in both languages. */
export class MessageSentence extends MessageSentenceSchema.class {}
MessageSentenceSchema.setClass(MessageSentence);
