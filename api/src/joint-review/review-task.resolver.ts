import type { Action } from '@enrolment/rulebook/access.js';
import { PURPOSE_LENGTH } from '@enrolment/rulebook/disclosure.js';
import { reviewedBlocks } from '@enrolment/rulebook/joint-review.js';
import { papersFor } from '@enrolment/rulebook/papers.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { isUnderWay } from '@enrolment/rulebook/season.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
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
import { calendarOf } from '../calendar/windows.js';
import { actorOf, type Context } from '../context.js';
import { namesOf } from '../details/detail-names.js';
import { detailsInWords, ReceiptSectionView } from '../details/details-in-words.js';
import { DistrictView } from '../district/district.type.js';
import { DEFAULT_PAGE, PAGE_LIMIT } from '../paging.js';
import { FreeText } from '../platform/free-text.js';
import { Limited } from '../platform/rates/limited.js';
import { RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import { ReviewTaskConnectionView, ReviewTaskView } from './review-task.type.js';

const ReviewTaskResult = createUnionType({
  name: 'ReviewTaskResult',
  description: 'The item with whole names and numbers, or what is wrong with the purpose.',
  types: () => [ReviewTaskView, RefusedView] as const,
});

const NUMBER = { description: 'The record’s collection number.' };
const KIND = { description: 'The kind of item.' };

@Resolver(() => ReviewTaskView)
export class ReviewTaskResolver {
  @Authorized<Action>('DECIDE_GIVEN_ITEMS')
  @Query(() => ReviewTaskConnectionView, {
    description:
      'For officers of subdistricts and reviewers of departments: the undecided items that their districts have given to them, the longest waiting first. Records that wait for their family, and those whose document is disputed, are not among them. Each page is audited.',
  })
  async myReviewItems(
    @Arg('kind', () => ReviewItemKindEnum, { nullable: true, description: 'Only this kind of item.' })
    kind: ReviewItemKind | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of items, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<ReviewTaskConnectionView> {
    const { em, services, language } = context;
    const asked = { ...(await listOf(context, kind)), first: first ?? DEFAULT_PAGE, after: after ?? null };
    const page = await services.reviewTasks.list(em, actorOf(context), asked);
    return new ReviewTaskConnectionView(page, asked.kind, language);
  }

  @Authorized<Action>('DECIDE_GIVEN_ITEMS')
  @Query(() => ReviewTaskView, {
    nullable: true,
    description:
      'For officers of subdistricts and reviewers of departments: one review item, names and numbers masked; null alike for what does not exist, for what is not given to them, and for what cannot be decided at present. Each look is audited.',
  })
  async reviewTask(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('kind', () => ReviewItemKindEnum, KIND) kind: ReviewItemKind,
    @Ctx() context: Context,
  ): Promise<ReviewTaskView | null> {
    const { em, services, language } = context;
    const task = await services.reviewTasks.find(em, actorOf(context), { number, kind });
    return task && new ReviewTaskView(task, language);
  }

  @Authorized<Action>('DECIDE_GIVEN_ITEMS')
  @Mutation(() => ReviewTaskResult, {
    description:
      'For whomever a review item is given to: the item with whole names and numbers. It is audited with the purpose, which the family reads under 谁看过孩子的信息. FORBIDDEN alike for what does not exist and for what is not given to them.',
  })
  @Limited('REVEAL')
  async revealReviewTask(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('kind', () => ReviewItemKindEnum, KIND) kind: ReviewItemKind,
    @FreeText('purpose', {
      description: `The purpose, in a sentence of at most ${PURPOSE_LENGTH} characters, without names or numbers.`,
    })
    purpose: string,
    @Ctx() context: Context,
  ): Promise<ReviewTaskView | RefusedView> {
    const { em, services, language } = context;
    const shown = await services.reviewTasks.reveal(em, actorOf(context), { number, kind, purpose });
    return shown instanceof Refused
      ? new RefusedView(shown.refusals, language)
      : new ReviewTaskView(shown, language);
  }

  @FieldResolver(() => DistrictView, { description: 'The district of the record.' })
  async district(
    @Root() { task }: ReviewTaskView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView> {
    return new DistrictView((await districts.byCode.load(task.record.district))!, language);
  }

  @FieldResolver(() => [ReceiptSectionView], {
    description: 'The parts of the submitted details that the item is about.',
  })
  async sections(
    @Root() { task: { details, record, item, whole } }: ReviewTaskView,
    @Ctx() { districts, language }: Context,
  ): Promise<ReceiptSectionView[]> {
    if (!details) return [];
    const names = await namesOf([details], record, { districts, language });
    const blocks = reviewedBlocks(item.kind);
    return detailsInWords(details, names, { language, whole }).filter(({ kind }) => blocks.includes(kind));
  }

  @FieldResolver(() => [String], {
    description: 'The papers that prove it, one per line, in the reader’s language.',
  })
  async papers(
    @Root() { task: { record, item } }: ReviewTaskView,
    @Ctx() { districts, language }: Context,
  ): Promise<string[]> {
    const { district, service, ground } = record;
    const papers = await districts.papers.load(calendarOf(record));
    const whose = { district, service, ground: ground ?? null };
    return papersFor(papers, item.kind, whose).map(({ label, labelEn }) =>
      language === 'en' ? labelEn : label,
    );
  }
}

@Resolver(() => ReviewTaskConnectionView)
export class ReviewTaskCountResolver {
  @FieldResolver(() => Int, { description: 'How many items wait in all.' })
  async totalCount(@Root() { kind }: ReviewTaskConnectionView, @Ctx() context: Context): Promise<number> {
    const { em, services } = context;
    return services.reviewTasks.count(em, actorOf(context), await listOf(context, kind));
  }
}

const listOf = async ({ reference }: Context, kind: ReviewItemKind | null | undefined) => ({
  kind: kind ?? null,
  seasons: (await reference.seasons()).filter(isUnderWay).map(({ year }) => year),
});
