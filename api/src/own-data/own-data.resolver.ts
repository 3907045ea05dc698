import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import {
  Arg,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { RefusedView } from '../refusal.type.js';
import {
  answerOf,
  itemOf,
  OwnAnswerInput,
  OwnListInput,
  OwnPaperInput,
  OwnPolicyInput,
  OwnQuestionInput,
  OwnReviewItemInput,
  OwnSubdistrictInput,
  OwnSentenceInput,
  paperOf,
  policyOf,
  questionOf,
  subdistrictOf,
  sentenceOf,
} from './own-data.inputs.js';
import {
  OwnAnswersView,
  OwnDataChangeView,
  OwnDataView,
  OwnPapersView,
  OwnPoliciesView,
  OwnQuestionsView,
  OwnReviewItemsView,
  OwnSubdistrictsView,
  OwnSentencesView,
} from './own-data.type.js';
import { PLACE } from './own-data.words.js';
import {
  ANSWERS,
  PAPERS,
  POLICIES,
  QUESTIONS,
  REVIEW_ITEMS,
  SENTENCES,
  SUBDISTRICTS,
  type OwnList,
} from './own-lists.js';

const OwnDataResult = createUnionType({
  name: 'OwnDataResult',
  description:
    'What the change changes, or the reasons why nothing was changed; a field is `place.field`, such as `0.label`.',
  types: () => [OwnDataChangeView, RefusedView] as const,
});

const LIST = { description: 'Which list, and as which version it was seen.' };
const WHOLE =
  'For administrators, a district’s for its own list and the city’s for that of the city: sets the list as a whole, all of it or nothing. It is a new version, holds from the next request on and is audited. FORBIDDEN both for a district that does not exist and for one that is not theirs.';
const ENTRIES = { description: 'The list as it is to be, in order, 100 entries at most.' };

@Resolver(() => OwnDataView)
export class OwnDataResolver {
  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => OwnDataView, {
    nullable: true,
    description:
      'For administrators: the questions, review items, papers, policies, sentences and answers that a district, or the city, sets for a season, planned ones included, and the subdistricts of a district; null both for a district or season that does not exist and for one that is not theirs.',
  })
  async ownData(
    @Arg('district', () => String, { nullable: true, description: PLACE }) district: string | null,
    @Arg('season', () => Int, {
      nullable: true,
      description: 'Year of the season; the present one when left out.',
    })
    season: number | null,
    @Ctx() context: Context,
  ): Promise<OwnDataView | null> {
    const { em, services, seasons, language } = context;
    const place = { district: district ?? null, season: season ?? (await seasons.present()).year };
    const found = await services.ownData.place(em, actorOf(context), place);
    return found && new OwnDataView(found, language);
  }

  @FieldResolver(() => OwnQuestionsView, { description: 'The questions; empty for the city.' })
  async questions(@Root() { place }: OwnDataView, @Ctx() { em, services, language }: Context) {
    return new OwnQuestionsView(await services.ownData.read(em, QUESTIONS, place), language);
  }

  @FieldResolver(() => OwnReviewItemsView, { description: 'The review items.' })
  async reviewItems(@Root() { place }: OwnDataView, @Ctx() { em, services, language }: Context) {
    return new OwnReviewItemsView(await services.ownData.read(em, REVIEW_ITEMS, place), language);
  }

  @FieldResolver(() => OwnPapersView, { description: 'The papers.' })
  async papers(@Root() { place }: OwnDataView, @Ctx() { em, services, language }: Context) {
    return new OwnPapersView(await services.ownData.read(em, PAPERS, place), language);
  }

  @FieldResolver(() => OwnPoliciesView, { description: 'The policies.' })
  async policies(@Root() { place }: OwnDataView, @Ctx() { em, services, language }: Context) {
    return new OwnPoliciesView(await services.ownData.read(em, POLICIES, place), language);
  }

  @FieldResolver(() => OwnSentencesView, {
    description: 'What is added to messages to families; empty for the city.',
  })
  async sentences(@Root() { place }: OwnDataView, @Ctx() { em, services, language }: Context) {
    return new OwnSentencesView(await services.ownData.read(em, SENTENCES, place), language);
  }

  @FieldResolver(() => OwnAnswersView, { description: 'The answers to families.' })
  async answers(@Root() { place }: OwnDataView, @Ctx() { em, services, language }: Context) {
    return new OwnAnswersView(await services.ownData.read(em, ANSWERS, place), language);
  }

  @FieldResolver(() => OwnSubdistrictsView, {
    description: 'The subdistricts, in every season the same; empty for the city.',
  })
  async subdistricts(
    @Root() { place, completeSubdistricts }: OwnDataView,
    @Ctx() { em, services, language }: Context,
  ) {
    const read = await services.ownData.read(em, SUBDISTRICTS, place);
    return new OwnSubdistrictsView(read, language, completeSubdistricts);
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, {
    description: `${WHOLE} The city has no questions of its own. A question that is left out is asked no more; what was answered stays on record and form. Records that are submitted are asked nothing anew. What the ministry forbids to ask is refused.`,
  })
  async setQuestions(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnQuestionInput], ENTRIES) entries: OwnQuestionInput[],
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, QUESTIONS, list, entries.map(questionOf));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, {
    description: `${WHOLE} A service without items of the district has the city’s. Records that are submitted keep the items that were laid for them, under the names of then.`,
  })
  async setReviewItems(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnReviewItemInput], ENTRIES) entries: OwnReviewItemInput[],
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, REVIEW_ITEMS, list, entries.map(itemOf));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, {
    description: `${WHOLE} What the ministry forbids to ask is refused.`,
  })
  async setPapers(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnPaperInput], ENTRIES) entries: OwnPaperInput[],
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, PAPERS, list, entries.map(paperOf));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, { description: WHOLE })
  async setPolicies(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnPolicyInput], ENTRIES) entries: OwnPolicyInput[],
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, POLICIES, list, entries.map(policyOf));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, {
    description: `${WHOLE} The city has no subdistricts. They are the same in every season; the season says whose records are counted. Records keep the names that their families have written, and stay with a subdistrict under its former names. No list is taken in which what a live record or a role has would mean nothing, or another subdistrict than before.`,
  })
  async setSubdistricts(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnSubdistrictInput], ENTRIES) entries: OwnSubdistrictInput[],
    @Arg('complete', () => Boolean, {
      nullable: true,
      description: 'Whether families can give these alone, and no other text; as it is when left out.',
    })
    complete: boolean | null,
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, SUBDISTRICTS, list, entries.map(subdistrictOf), complete ?? null);
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, {
    description: `${WHOLE} The city has no sentences of its own. Messages that are written from then on have it, by SMS and on the site; what was written before stays as it is.`,
  })
  async setSentences(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnSentenceInput], ENTRIES) entries: OwnSentenceInput[],
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, SENTENCES, list, entries.map(sentenceOf));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => OwnDataResult, {
    description: `${WHOLE} Officers choose an answer, and change it, before it is sent; none goes by itself.`,
  })
  async setAnswers(
    @Arg('list', () => OwnListInput, LIST) list: OwnListInput,
    @Arg('entries', () => [OwnAnswerInput], ENTRIES) entries: OwnAnswerInput[],
    @Ctx() context: Context,
  ): Promise<OwnDataChangeView | RefusedView> {
    return set(context, ANSWERS, list, entries.map(answerOf));
  }
}

async function set<Entry extends object>(
  context: Context,
  list: OwnList<Entry>,
  { district, season, revision: seen, dryRun }: OwnListInput,
  entries: readonly Entry[],
  complete: boolean | null = null,
): Promise<OwnDataChangeView | RefusedView> {
  const { em, services, language } = context;
  const change = {
    district: district ?? null,
    season: season ?? null,
    seen,
    entries,
    complete,
    dryRun: dryRun ?? false,
  };
  const done = await services.ownData.set(em, actorOf(context), list, change);
  return done instanceof Refused
    ? new RefusedView(done.refusals, language)
    : new OwnDataChangeView(done, language);
}
