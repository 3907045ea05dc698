import type { FamilyMessage } from '@enrolment/rulebook/family-messages.js';
import type {
  OwnAnswer,
  OwnPaper,
  OwnPolicy,
  OwnQuestion,
  OwnReviewItem,
  OwnSentence,
} from '@enrolment/rulebook/own-data.js';
import type { Subdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import type {
  QuestionKind,
  ReviewItemKind,
  ServiceKind,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import { GroundEnum, QuestionKindEnum, ReviewItemKindEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { FamilyMessageEnum } from './family-message.type.js';
import * as said from './own-data.words.js';

@InputType({ description: 'A question of a district, for one service.' })
export class OwnQuestionInput {
  @Field(() => ServiceKindEnum, { description: said.SERVICE })
  service!: ServiceKind;

  @Field(() => String, { description: said.KEY })
  key!: string;

  @Field(() => String, { description: said.QUESTION })
  label!: string;

  @Field(() => String, { description: said.QUESTION_EN })
  labelEn!: string;

  @Field(() => String, { nullable: true, description: said.HELP })
  help?: string | null;

  @Field(() => String, { nullable: true, description: said.HELP_EN })
  helpEn?: string | null;

  @Field(() => QuestionKindEnum, { description: said.KIND })
  kind!: QuestionKind;

  @Field(() => Boolean, { description: said.NEEDED })
  required!: boolean;

  @Field(() => [String], { nullable: true, description: said.CHOICES })
  choices?: string[] | null;

  @Field(() => [String], { nullable: true, description: said.CHOICES_EN })
  choicesEn?: string[] | null;
}

@InputType({ description: 'A review item of a service.' })
export class OwnReviewItemInput {
  @Field(() => ServiceKindEnum, { description: said.SERVICE })
  service!: ServiceKind;

  @Field(() => ReviewItemKindEnum, { description: said.ITEM })
  kind!: ReviewItemKind;

  @Field(() => String, { description: said.ITEM_LABEL })
  label!: string;

  @Field(() => String, { description: said.ITEM_LABEL_EN })
  labelEn!: string;
}

@InputType({ description: 'A paper to have at hand for a review item.' })
export class OwnPaperInput {
  @Field(() => ReviewItemKindEnum, { description: said.PAPER_ITEM })
  kind!: ReviewItemKind;

  @Field(() => ServiceKindEnum, { nullable: true, description: said.PAPER_SERVICE })
  service?: ServiceKind | null;

  @Field(() => GroundEnum, { nullable: true, description: said.PAPER_GROUND })
  ground?: TreatedAsLocalGround | null;

  @Field(() => String, { description: said.PAPER_LABEL })
  label!: string;

  @Field(() => String, { description: said.PAPER_LABEL_EN })
  labelEn!: string;
}

@InputType({ description: '招生政策.' })
export class OwnPolicyInput {
  @Field(() => String, { description: said.TITLE })
  title!: string;

  @Field(() => String, { nullable: true, description: said.URL })
  url?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: said.PUBLISHED_ON })
  publishedOn?: string | null;

  @Field(() => String, { nullable: true, description: said.BODY })
  body?: string | null;
}

@InputType({ description: '短信附言: what a district adds to the messages of one kind, in both languages.' })
export class OwnSentenceInput {
  @Field(() => FamilyMessageEnum, { description: said.SENTENCE_KIND })
  kind!: FamilyMessage;

  @Field(() => String, { description: said.SENTENCE })
  text!: string;

  @Field(() => String, { description: said.SENTENCE_EN })
  textEn!: string;
}

@InputType({ description: '常用回复: what officers begin a message to a family with, in both languages.' })
export class OwnAnswerInput {
  @Field(() => String, { description: said.ANSWER_NAME })
  name!: string;

  @Field(() => String, { description: said.ANSWER_NAME_EN })
  nameEn!: string;

  @Field(() => String, { description: said.ANSWER })
  text!: string;

  @Field(() => String, { description: said.ANSWER_EN })
  textEn!: string;
}

@InputType({ description: 'A subdistrict of a district: 街道, 镇 or 乡.' })
export class OwnSubdistrictInput {
  @Field(() => String, { description: said.SUBDISTRICT })
  name!: string;

  @Field(() => String, { nullable: true, description: said.SUBDISTRICT_EN })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: said.SUBDISTRICT_CODE })
  code?: string | null;

  @Field(() => [String], { nullable: true, description: `${said.FORMER_NAMES} None when left out.` })
  formerNames?: string[] | null;

  @Field(() => CalendarDate, { nullable: true, description: said.CLOSED_FROM })
  closedFrom?: string | null;
}

@InputType({ description: 'To which list a change is made.' })
export class OwnListInput {
  @Field(() => String, { nullable: true, description: said.PLACE })
  district?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of the season; may be left out while exactly one season is open.',
  })
  season?: number | null;

  @Field(() => Int, {
    description:
      'The revision that the change is made to; STALE_VERSION when somebody has changed the list since.',
  })
  revision!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the change is only tried: the answer says what it would change, and for whom. False when left out.',
  })
  dryRun?: boolean | null;
}

export const questionOf = ({
  help,
  helpEn,
  choices,
  choicesEn,
  ...question
}: OwnQuestionInput): OwnQuestion => ({
  ...question,
  help: help ?? null,
  helpEn: helpEn ?? null,
  choices: choices ?? null,
  choicesEn: choicesEn ?? null,
});

export const itemOf = ({ service, kind, label, labelEn }: OwnReviewItemInput): OwnReviewItem => ({
  service,
  kind,
  label,
  labelEn,
});

export const paperOf = ({ kind, service, ground, label, labelEn }: OwnPaperInput): OwnPaper => ({
  kind,
  service: service ?? null,
  ground: ground ?? null,
  label,
  labelEn,
});

export const policyOf = ({ title, url, publishedOn, body }: OwnPolicyInput): OwnPolicy => ({
  title,
  url: url ?? null,
  publishedOn: publishedOn ?? null,
  body: body ?? null,
});

export const sentenceOf = ({ kind, text, textEn }: OwnSentenceInput): OwnSentence => ({ kind, text, textEn });

export const answerOf = ({ name, nameEn, text, textEn }: OwnAnswerInput): OwnAnswer => ({
  name,
  nameEn,
  text,
  textEn,
});

export const subdistrictOf = ({
  name,
  nameEn,
  code,
  formerNames,
  closedFrom,
}: OwnSubdistrictInput): Subdistrict => ({
  name,
  nameEn: nameEn ?? null,
  code: code ?? null,
  formerNames: formerNames ?? [],
  closedFrom: closedFrom ?? null,
});
