import { FAMILY_MESSAGES, type FamilyMessage } from '@enrolment/rulebook/family-messages.js';
import type {
  OwnAnswer,
  OwnPaper,
  OwnPolicy,
  OwnQuestion,
  OwnReviewItem,
  OwnSentence,
} from '@enrolment/rulebook/own-data.js';
import type { Subdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type {
  QuestionKind,
  ReviewItemKind,
  ServiceKind,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { TouchedRecordsView } from '../calendar/calendar.type.js';
import type { District } from '../district/district.entity.js';
import { DistrictView } from '../district/district.type.js';
import { EditionChangeView, EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import { CalendarDate } from '../scalars.js';
import type { Season } from '../season/season.entity.js';
import { SeasonView } from '../season/season.type.js';
import { GroundEnum, QuestionKindEnum, ReviewItemKindEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { FamilyMessageEnum, MessageToFamilyView } from './family-message.type.js';
import { changedMessages, type ChangedList, type ReadList } from './own-data.service.js';
import * as said from './own-data.words.js';

@ObjectType('OwnQuestion', { description: 'A question of a district, for one service, in both languages.' })
export class OwnQuestionView implements OwnQuestion {
  @Field(() => ServiceKindEnum, { description: said.SERVICE })
  readonly service!: ServiceKind;

  @Field(() => String, { description: said.KEY })
  readonly key!: string;

  @Field(() => String, { description: said.QUESTION })
  readonly label!: string;

  @Field(() => String, { description: said.QUESTION_EN })
  readonly labelEn!: string;

  @Field(() => String, { nullable: true, description: said.HELP })
  readonly help!: string | null;

  @Field(() => String, { nullable: true, description: said.HELP_EN })
  readonly helpEn!: string | null;

  @Field(() => QuestionKindEnum, { description: said.KIND })
  readonly kind!: QuestionKind;

  @Field(() => Boolean, { description: said.NEEDED })
  readonly required!: boolean;

  @Field(() => [String], { nullable: true, description: said.CHOICES })
  readonly choices!: string[] | null;

  @Field(() => [String], { nullable: true, description: said.CHOICES_EN })
  readonly choicesEn!: string[] | null;

  constructor(question: OwnQuestion) {
    Object.assign(this, question);
  }
}

@ObjectType('OwnReviewItem', { description: 'A review item of a service, in both languages.' })
export class OwnReviewItemView implements OwnReviewItem {
  @Field(() => ServiceKindEnum, { description: said.SERVICE })
  readonly service!: ServiceKind;

  @Field(() => ReviewItemKindEnum, { description: said.ITEM })
  readonly kind!: ReviewItemKind;

  @Field(() => String, { description: said.ITEM_LABEL })
  readonly label!: string;

  @Field(() => String, { description: said.ITEM_LABEL_EN })
  readonly labelEn!: string;

  constructor(item: OwnReviewItem) {
    Object.assign(this, item);
  }
}

@ObjectType('OwnPaper', { description: 'A paper to have at hand for a review item, in both languages.' })
export class OwnPaperView implements OwnPaper {
  @Field(() => ReviewItemKindEnum, { description: said.PAPER_ITEM })
  readonly kind!: ReviewItemKind;

  @Field(() => ServiceKindEnum, { nullable: true, description: said.PAPER_SERVICE })
  readonly service!: ServiceKind | null;

  @Field(() => GroundEnum, { nullable: true, description: said.PAPER_GROUND })
  readonly ground!: TreatedAsLocalGround | null;

  @Field(() => String, { description: said.PAPER_LABEL })
  readonly label!: string;

  @Field(() => String, { description: said.PAPER_LABEL_EN })
  readonly labelEn!: string;

  constructor(paper: OwnPaper) {
    Object.assign(this, paper);
  }
}

@ObjectType('OwnPolicy', { description: '招生政策 as its list holds it.' })
export class OwnPolicyView implements OwnPolicy {
  @Field(() => String, { description: said.TITLE })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: said.URL })
  readonly url!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: said.PUBLISHED_ON })
  readonly publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: said.BODY })
  readonly body!: string | null;

  constructor(policy: OwnPolicy) {
    Object.assign(this, policy);
  }
}

@ObjectType('OwnSentence', { description: '短信附言 as its list holds it.' })
export class OwnSentenceView implements OwnSentence {
  @Field(() => FamilyMessageEnum, { description: said.SENTENCE_KIND })
  readonly kind!: FamilyMessage;

  @Field(() => String, { description: said.SENTENCE })
  readonly text!: string;

  @Field(() => String, { description: said.SENTENCE_EN })
  readonly textEn!: string;

  constructor(sentence: OwnSentence) {
    Object.assign(this, sentence);
  }
}

@ObjectType('OwnAnswer', {
  description: '常用回复 as its list holds it: what officers begin a message to a family with.',
})
export class OwnAnswerView implements OwnAnswer {
  @Field(() => String, { description: said.ANSWER_NAME })
  readonly name!: string;

  @Field(() => String, { description: said.ANSWER_NAME_EN })
  readonly nameEn!: string;

  @Field(() => String, { description: said.ANSWER })
  readonly text!: string;

  @Field(() => String, { description: said.ANSWER_EN })
  readonly textEn!: string;

  constructor(answer: OwnAnswer) {
    Object.assign(this, answer);
  }
}

@ObjectType('OwnSubdistrict', { description: 'A subdistrict as its district lists it.' })
export class OwnSubdistrictView implements Subdistrict {
  @Field(() => String, { description: said.SUBDISTRICT })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: said.SUBDISTRICT_EN })
  readonly nameEn!: string | null;

  @Field(() => String, { nullable: true, description: said.SUBDISTRICT_CODE })
  readonly code!: string | null;

  @Field(() => [String], { description: said.FORMER_NAMES })
  readonly formerNames!: readonly string[];

  @Field(() => CalendarDate, { nullable: true, description: said.CLOSED_FROM })
  readonly closedFrom!: string | null;

  constructor(subdistrict: Subdistrict) {
    Object.assign(this, subdistrict);
  }
}

const REVISION =
  'Number of its newest version, to be named with a change; 0 where nothing was changed since the set-up.';
const EDITIONS = 'Its newest 20 versions, the newest first.';

/** A list with the versions of it. */
@ObjectType()
abstract class OwnListView<Entry extends object> {
  constructor(
    protected readonly list: ReadList<Entry>,
    protected readonly language: Language,
  ) {}

  @Field(() => Int, { description: REVISION })
  get revision(): number {
    return revisionOf(this.list.editions);
  }

  @Field(() => [EditionView], { description: EDITIONS })
  get editions(): EditionView[] {
    const { editions } = this.list;
    return editions.slice(0, SHOWN_EDITIONS).map((edition) => new EditionView(edition, this.language));
  }
}

@ObjectType('OwnQuestions', { description: 'What a district asks on top of the common form.' })
export class OwnQuestionsView extends OwnListView<OwnQuestion> {
  @Field(() => [OwnQuestionView], { description: 'The questions, in the order of the form.' })
  get entries(): OwnQuestionView[] {
    return this.list.entries.map((entry) => new OwnQuestionView(entry));
  }
}

@ObjectType('OwnReviewItems', { description: 'What a district, or the city, reviews.' })
export class OwnReviewItemsView extends OwnListView<OwnReviewItem> {
  @Field(() => [OwnReviewItemView], {
    description: 'The items, in order. A district without items for a service has the city’s.',
  })
  get entries(): OwnReviewItemView[] {
    return this.list.entries.map((entry) => new OwnReviewItemView(entry));
  }
}

@ObjectType('OwnPapers', { description: 'The papers that a district, or the city, names for review items.' })
export class OwnPapersView extends OwnListView<OwnPaper> {
  @Field(() => [OwnPaperView], {
    description:
      'The papers, in order. A district that names some for an item has those instead of the city’s.',
  })
  get entries(): OwnPaperView[] {
    return this.list.entries.map((entry) => new OwnPaperView(entry));
  }
}

@ObjectType('OwnPolicies', { description: 'The policies that a district, or the city, shows.' })
export class OwnPoliciesView extends OwnListView<OwnPolicy> {
  @Field(() => [OwnPolicyView], { description: 'The policies, the most important first.' })
  get entries(): OwnPolicyView[] {
    return this.list.entries.map((entry) => new OwnPolicyView(entry));
  }
}

/** Messages of these kinds, with what a list adds to them. */
const withSentences = (
  kinds: readonly FamilyMessage[],
  sentences: readonly OwnSentence[],
  language: Language,
): MessageToFamilyView[] =>
  kinds.map((kind) => {
    const added = sentences.find((one) => one.kind === kind) ?? null;
    return new MessageToFamilyView(kind, added, language);
  });

@ObjectType('OwnSentences', {
  description:
    'What a district adds to its messages to families, one sentence a kind. It stands in messages that are written from then on.',
})
export class OwnSentencesView extends OwnListView<OwnSentence> {
  @Field(() => [OwnSentenceView], { description: 'The sentences.' })
  get entries(): OwnSentenceView[] {
    return this.list.entries.map((entry) => new OwnSentenceView(entry));
  }

  @Field(() => [MessageToFamilyView], {
    description: 'Every kind of message as families get it now, with a sentence or without.',
  })
  get messages(): MessageToFamilyView[] {
    return withSentences(FAMILY_MESSAGES, this.list.entries, this.language);
  }
}

@ObjectType('OwnAnswers', {
  description: 'What a district, or the city, has its officers begin a message to a family with.',
})
export class OwnAnswersView extends OwnListView<OwnAnswer> {
  @Field(() => [OwnAnswerView], {
    description:
      'The answers, in the order in which they are offered. Officers of a district without answers choose among the city’s; where the city has none, among those that come with the product.',
  })
  get entries(): OwnAnswerView[] {
    return this.list.entries.map((entry) => new OwnAnswerView(entry));
  }
}

@ObjectType('OwnSubdistricts', { description: 'The subdistricts of a district, in every season the same.' })
export class OwnSubdistrictsView extends OwnListView<Subdistrict> {
  constructor(
    list: ReadList<Subdistrict>,
    language: Language,
    private readonly whole: boolean,
  ) {
    super(list, language);
  }

  @Field(() => [OwnSubdistrictView], {
    description: 'The subdistricts, in the order in which families choose; those that are closed as well.',
  })
  get entries(): OwnSubdistrictView[] {
    return this.list.entries.map((entry) => new OwnSubdistrictView(entry));
  }

  @Field(() => Boolean, {
    description: 'Whether families of homes in the district can give these alone, and no other text.',
  })
  get complete(): boolean {
    return this.whole;
  }
}

@ObjectType('OwnData', {
  description:
    'What a district, or the city, sets for itself in a season, list by list, with the versions of each.',
})
export class OwnDataView {
  constructor(
    private readonly found: { readonly district: District | null; readonly season: Season },
    private readonly language: Language,
  ) {}

  get place() {
    return { season: this.found.season.year, district: this.found.district?.code ?? null };
  }

  get completeSubdistricts(): boolean {
    return this.found.district?.subdistrictsComplete ?? false;
  }

  @Field(() => DistrictView, { nullable: true, description: 'The district; null for the city.' })
  get district(): DistrictView | null {
    return this.found.district && new DistrictView(this.found.district, this.language);
  }

  @Field(() => SeasonView, {
    description: 'The season. Its lists can be changed while it is planned or open.',
  })
  get season(): SeasonView {
    return new SeasonView(this.found.season);
  }
}

@ObjectType('OwnDataChange', { description: 'What a change of such a list changes, and for whom.' })
export class OwnDataChangeView {
  constructor(
    private readonly changed: ChangedList,
    private readonly language: Language,
  ) {}

  @Field(() => Boolean, { description: 'Whether it is changed; false when it was only tried.' })
  get applied(): boolean {
    return this.changed.applied;
  }

  @Field(() => Int, { description: 'Number of the newest version of the list since.' })
  get revision(): number {
    return revisionOf(this.changed.editions);
  }

  @Field(() => [EditionChangeView], {
    description: 'Every field that differs; empty when nothing is changed.',
  })
  get changes(): EditionChangeView[] {
    const { kind, changes } = this.changed;
    return changes.map((change) => new EditionChangeView(kind, change, this.language));
  }

  @Field(() => [TouchedRecordsView], {
    description:
      'The live records that the change meets, in the order of the way: of questions those whose details are not submitted yet, of items and subdistricts also those that were returned, of papers those that are not decided; of subdistricts by the district of the home. Empty for policies, which everybody reads, for sentences, and for answers, which officers choose.',
  })
  get touched(): TouchedRecordsView[] {
    return this.changed.touched.map((standing) => new TouchedRecordsView(standing));
  }

  @Field(() => Int, {
    description:
      'How many other live records there are in these services: they keep what they were asked and what is reviewed of them.',
  })
  get kept(): number {
    return this.changed.kept;
  }
  @Field(() => [MessageToFamilyView], {
    description:
      'Of sentences: the messages that the change changes, as families will get them; empty otherwise.',
  })
  get messages(): MessageToFamilyView[] {
    const { kind, entries } = this.changed;
    if (kind !== 'SENTENCES') return [];
    return withSentences(changedMessages(this.changed), entries as readonly OwnSentence[], this.language);
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a dry run of sentences: how many messages of these kinds have gone to the district’s families in the last 7 days; they stay as they are. Null otherwise.',
  })
  get sent(): number | null {
    return this.changed.sent;
  }
}
