import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { ApiError } from '../platform/errors.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { REJECTION } from '../rulebook/review.js';
import { CollectionNumber } from '../scalars.js';
import type { CheckStatus, ReviewItemKind } from '../vocabulary.js';
import { CheckStatusEnum, ReviewItemKindEnum } from '../vocabulary.type.js';
import { BatchResultView, DRY_RUN, NUMBERS } from './batch.type.js';
import { RejectionView, ReviewItemView, showIdentityItem, showItem } from './review.type.js';

@Resolver(() => CollectionRecordView)
export class ReviewResolver {
  @FieldResolver(() => [ReviewItemView], {
    description: 'What has to pass, by the service and district; empty until the details are submitted.',
  })
  async reviewItems(
    @Root() record: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<ReviewItemView[]> {
    const { records, language } = context;
    const shown = record.reviewShown;
    const [check, items] = await Promise.all([
      records.identityCheck.load(record.row.id),
      records.reviewItems.load(record.row.id),
    ]);
    const identity = check ? [new ReviewItemView(showIdentityItem(check, record.key, language))] : [];
    return [
      ...identity,
      ...items.map((item) => new ReviewItemView(showItem(item, record.key, { language, shown }))),
    ];
  }

  @FieldResolver(() => RejectionView, {
    nullable: true,
    description:
      'Why the record was not approved, and what became of the second look; null where it was not.',
  })
  async rejection(
    @Root() record: CollectionRecordView,
    @Ctx() { records, language }: Context,
  ): Promise<RejectionView | null> {
    const rejection = record.reviewShown ? await records.rejection.load(record.row.id) : null;
    return rejection && new RejectionView(rejection, record.key, REJECTION[language]);
  }

  @Mutation(() => BatchResultView, {
    description:
      'Officers of the record’s district: decides one review item (三(二)). The last passing item approves the record in the same transaction; a returned one sends it back to the family.',
  })
  async decideReviewItem(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('kind', () => ReviewItemKindEnum, { description: 'Which item.' }) kind: ReviewItemKind,
    @Arg('status', () => CheckStatusEnum, { description: 'What is decided; PENDING takes a decision back.' })
    status: CheckStatus,
    @Ctx() context: Context,
    @Arg('reason', () => String, { nullable: true, description: 'Why; needed for RETURNED and FAILED.' })
    reason: string | null,
    @Arg('remedy', () => String, { nullable: true, description: 'What the family can do about it.' })
    remedy: string | null,
    @Arg('dueAt', () => GraphQLDateTime, {
      nullable: true,
      description: 'Until when; without it, until the district’s CORRECTION phase closes.',
    })
    dueAt: Date | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const decision = { status, reason: reason ?? null, remedy: remedy ?? null, dueAt: dueAt ?? null };
    const actor = actorOf(context);
    if (kind === 'IDENTITY_AND_HUKOU') {
      if (status === 'PENDING')
        throw new ApiError('BAD_USER_INPUT', { message: 'PENDING is not a decision.' });
      const check = { status, reason: decision.reason, dryRun: dryRun ?? false };
      return new BatchResultView(await services.identityChecks.decide(em, actor, numbers, check), language);
    }
    const outcome = await services.reviews.decide(em, actor, numbers, {
      kind,
      dryRun: dryRun ?? false,
      ...decision,
    });
    return new BatchResultView(outcome, language);
  }

  @Mutation(() => BatchResultView, {
    description:
      'Officers of the record’s district: 审核未通过, with a reason. The family may ask once for a second look.',
  })
  async rejectRecords(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('reason', () => String, { description: 'Why: the family reads it.' }) reason: string,
    @Ctx() context: Context,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const outcome = await services.reviews.reject(em, actorOf(context), numbers, {
      reason,
      dryRun: dryRun ?? false,
    });
    return new BatchResultView(outcome, language);
  }

  @Mutation(() => RecordResult, {
    description: '申请复核: asks the district for a second look at a rejection; once, within ten days.',
  })
  async appeal(
    @Arg('number', () => CollectionNumber, { description: 'Which record.' }) number: string,
    @Arg('statement', () => String, {
      description: 'What should be looked at again; at most 2,000 characters.',
    })
    statement: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return services.answer(context, await services.appeals.appeal(em, actorOf(context), number, statement));
  }

  @Mutation(() => RecordResult, {
    description:
      'Officers of the record’s district: decides the second look. Accepted, the record is reviewed again.',
  })
  async decideAppeal(
    @Arg('number', () => CollectionNumber, { description: 'Which record.' }) number: string,
    @Arg('accepted', () => Boolean, { description: 'Whether it is reviewed again.' }) accepted: boolean,
    @Arg('reason', () => String, { description: 'Why: the family reads it.' }) reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const decision = { accepted, reason };
    return services.answer(context, await services.appeals.decide(em, actorOf(context), number, decision));
  }
}
