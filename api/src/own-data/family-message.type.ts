import {
  exampleOf,
  FAMILY_MESSAGE_NAMES,
  MOST_PARTS,
  partsOfMessage,
  roomIn,
  type FamilyMessage,
} from '@enrolment/rulebook/family-messages.js';
import type { OwnSentence } from '@enrolment/rulebook/own-data.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { asEnum, described } from '../vocabulary.type.js';

export const FamilyMessageEnum = asEnum<FamilyMessage>(
  'FamilyMessage',
  'What a family is told of about its record, by SMS and on the site, besides codes and authorisations.',
  described(FAMILY_MESSAGE_NAMES),
);

@ObjectType('WholeMessage', {
  description:
    'A message as a family gets it, with a made-up child and number; the longest one of its kind, which others never exceed.',
})
export class WholeMessageView {
  constructor(
    private readonly message: FamilyMessage,
    private readonly sentence: string | null,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'The whole text, the district’s sentence at its end.' })
  get text(): string {
    return exampleOf(this.message, this.language, this.sentence);
  }

  @Field(() => Int, { description: 'How many SMS the longest takes, one of 70 characters or each of 67.' })
  get parts(): number {
    return partsOfMessage(this.message, this.language, this.sentence);
  }

  @Field(() => Int, { description: 'How many SMS it may take at most.' })
  get mostParts(): number {
    return MOST_PARTS[this.language];
  }

  @Field(() => Int, {
    description: 'How many characters (UTF-16 units) a sentence may have more than what stands there.',
  })
  get roomLeft(): number {
    return roomIn(this.message, this.language) - (this.sentence?.length ?? 0);
  }
}

@ObjectType('MessageToFamily', {
  description: 'A kind of message as families of the district get it, in both languages.',
})
export class MessageToFamilyView {
  constructor(
    private readonly message: FamilyMessage,
    private readonly added: OwnSentence | null,
    private readonly language: Language,
  ) {}

  @Field(() => FamilyMessageEnum, { description: 'Which message.' })
  get kind(): FamilyMessage {
    return this.message;
  }

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  get name(): string {
    return FAMILY_MESSAGE_NAMES[this.message][this.language];
  }

  @Field(() => WholeMessageView, { description: 'As families read it that registered in Chinese.' })
  get chinese(): WholeMessageView {
    return new WholeMessageView(this.message, this.added?.text ?? null, 'zh-CN');
  }

  @Field(() => WholeMessageView, { description: 'As families read it that registered in English.' })
  get english(): WholeMessageView {
    return new WholeMessageView(this.message, this.added?.textEn ?? null, 'en');
  }
}
