import type { Action } from '@enrolment/rulebook/access.js';
import { awaitsStreet, givenItem } from '@enrolment/rulebook/joint-review.js';
import { FreeText } from '../platform/free-text.js';
import type { CheckStatus, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { decidersIn } from '../joint-review/item-decider.entity.js';
import { answer } from '../record/record.answer.js';
import { decideIdentity } from '../identity-check/identity-check.resolver.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { inEnglish } from '../return-text/chosen-texts.js';
import { CollectionNumber } from '../scalars.js';
import { CheckStatusEnum, ReviewItemKindEnum } from '../vocabulary.type.js';
import { BatchResultView, DRY_RUN, NUMBERS, REVISION } from './batch.type.js';
import { RejectionView, ReviewItemView } from './review.type.js';
import { showIdentityItem, showItem, type ShownItem } from './shown.js';

@Resolver(() => CollectionRecordView)
export class ReviewResolver {
  @FieldResolver(() => [ReviewItemView], {
    description:
      'The items that have to pass, as service and district lay down; empty until the details are submitted.',
  })
  async reviewItems(
    @Root() record: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<ReviewItemView[]> {
    const { records, reference, language } = context;
    const shown = record.reviewShown;
    const { district } = record.row;
    const deciders = decidersIn(await reference.itemDeciders(), district);
    const deciderOf = (item: ShownItem) => givenItem(deciders, item, record.row).decider;
    const [districts, check, items, texts] = await Promise.all([
      reference.districts(),
      records.identityCheck.load(record.row.id),
      records.reviewItems.load(record.row.id),
      language === 'en' ? reference.returnTexts() : [],
    ]);
    const all = [
      ...(check ? [showIdentityItem(check, record.key, language)] : []),
      ...items.map((item) => showItem(item, record.key, { language, shown })),
    ];
    const order = districts.get(district)!.reviewOrder;
    // By what the reader may know of the decisions.
    const awaits = awaitsStreet({ order, deciders, home: record.row, items: all });
    return all.map(
      (item) =>
        new ReviewItemView(
          {
            ...item,
            decider: deciderOf(item),
            waitsForStreet:
              awaits &&
              item.status === 'PENDING' &&
              item.kind !== 'IDENTITY_AND_HUKOU' &&
              deciderOf(item) !== 'SUBDISTRICT',
            ...(language === 'en' ? inEnglish(texts, district, item) : {}),
          },
          language,
        ),
    );
  }

  @FieldResolver(() => RejectionView, {
    nullable: true,
    description:
      'Why the record was not approved, and what became of the second look; null for a record that was not rejected.',
  })
  async rejection(
    @Root() record: CollectionRecordView,
    @Ctx() { records, language, now }: Context,
  ): Promise<RejectionView | null> {
    const rejection = record.reviewShown ? await records.rejection.load(record.row.id) : null;
    return rejection && new RejectionView(rejection, record, { language, now });
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Mutation(() => BatchResultView, {
    description:
      'For officers of the record’s district, and for whomever the district has given the item to: decides one review item (三(二)). An officer is refused an item that the district has given to others; its administrators are not. When the last item passes, the record is approved in the same transaction; a returned item sends it back to the family.',
  })
  async decideReviewItem(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('kind', () => ReviewItemKindEnum, { description: 'The review item to decide.' })
    kind: ReviewItemKind,
    @Arg('status', () => CheckStatusEnum, { description: 'The decision; PENDING takes an earlier one back.' })
    status: CheckStatus,
    @Ctx() context: Context,
    @FreeText('reason', {
      nullable: true,
      description: 'The reason, which the family reads; needed for RETURNED and FAILED.',
    })
    reason: string | null,
    @FreeText('remedy', { nullable: true, description: 'What the family can do about it.' })
    remedy: string | null,
    @Arg('dueAt', () => GraphQLDateTime, {
      nullable: true,
      description: 'When the correction is due; if left out, when the district’s CORRECTION phase closes.',
    })
    dueAt: Date | null,
    @Arg('revision', () => Int, REVISION) revision: number | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const seen = { numbers, revision: revision ?? null, dryRun: dryRun ?? false };
    const decision = { ...seen, status, reason: reason ?? null };
    if (kind === 'IDENTITY_AND_HUKOU') return decideIdentity(context, decision);
    const { em, services, language } = context;
    const asked = { ...decision, kind, remedy: remedy ?? null, dueAt: dueAt ?? null };
    const outcome = await services.batches.run(em, actorOf(context), 'DECIDE_REVIEW_ITEM', asked);
    return new BatchResultView(outcome, language);
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Mutation(() => BatchResultView, {
    description:
      'For officers of the record’s district: rejects records (审核未通过), with a reason. The family may ask once for a second look. Several records are a job that is PROPOSED until a colleague confirms it, unless the district has switched that off; they must then be of one district (BAD_USER_INPUT otherwise).',
  })
  async rejectRecords(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @FreeText('reason', { description: 'The reason, which the family reads.' }) reason: string,
    @Ctx() context: Context,
    @Arg('revision', () => Int, REVISION) revision: number | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const asked = { numbers, reason, revision: revision ?? null, dryRun: dryRun ?? false };
    const outcome = await services.batches.run(em, actorOf(context), 'REJECT_RECORDS', asked);
    return new BatchResultView(outcome, language);
  }

  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '申请复核: asks the district to take a second look at a rejection. It can be asked once, within ten working days.',
  })
  async appeal(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @FreeText('statement', {
      description: 'What should be looked at again, in at most 2,000 characters.',
    })
    statement: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.appeals.appeal(em, actorOf(context), number, statement));
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Mutation(() => RecordResult, {
    description:
      'For officers of the record’s district: decides the second look. When it is accepted, the record is reviewed again.',
  })
  async decideAppeal(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Arg('accepted', () => Boolean, { description: 'Whether the record is reviewed again.' })
    accepted: boolean,
    @FreeText('reason', { description: 'The reason, which the family reads.' }) reason: string,
    @Arg('revision', () => Int, REVISION) revision: number | null,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const decision = { accepted, reason, revision: revision ?? null };
    return answer(context, await services.appeals.decide(em, actorOf(context), number, decision));
  }
}
