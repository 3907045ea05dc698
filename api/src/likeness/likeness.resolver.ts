import type { Action } from '@enrolment/rulebook/access.js';
import { differsAt } from '@enrolment/rulebook/likeness.js';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { FreeText } from '../platform/free-text.js';
import { decidesOn, seesWholeNumbers } from '../record/access.js';
import { answer } from '../record/record.answer.js';
import { loadPeople } from '../record/people.js';
import { CollectionRecordView } from '../record/record.type.js';
import { stageFor } from '../record/visibility.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import type { Beside } from './likeness.service.js';
import { NearDuplicateView, RecordFreezeView } from './likeness.type.js';

const NUMBER = { description: 'The record’s collection number.' };
const REASON = {
  description:
    'The reason, in at most 500 characters, without names or numbers of anybody. It is audited, and the family reads it.',
};

@Resolver(() => CollectionRecordView)
export class LikenessResolver {
  @FieldResolver(() => [NearDuplicateView], {
    description:
      'Records that may be of the same child, for officers of the record’s district, undecided ones first; empty for everybody else. Whatever is registered or corrected is compared within a minute.',
  })
  async nearDuplicates(
    @Root() record: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<NearDuplicateView[]> {
    const { viewer, em, services } = context;
    const { row } = record;
    if (viewer === null || !decidesOn(viewer, row) || !seesWholeNumbers(viewer, row)) return [];
    const besides = await services.likeness.besides(em, viewer, row.id);
    return Promise.all(besides.map(async (one) => this.viewOf(record, one, context)));
  }

  private async viewOf(
    { row, key }: CollectionRecordView,
    beside: Beside,
    { records, services, now }: Context,
  ): Promise<NearDuplicateView> {
    const { record: other, own } = beside;
    const stage = stageFor(other, own ? 'DISTRICT' : 'OFFICE', now);
    const [these, those] = own
      ? await Promise.all([
          loadPeople(records, row.id, key),
          loadPeople(records, other.id, services.keys.keyOf(other)),
        ])
      : [null, null];
    const documentDiffersAt =
      these && those ? differsAt(these.child.documentNumber, those.child.documentNumber) : null;
    return new NearDuplicateView(beside, { stage, own, documentDiffersAt }, row.district);
  }

  @FieldResolver(() => RecordFreezeView, {
    nullable: true,
    description:
      'Whether the record is frozen because its document is disputed, for officers of its district; null if it is not, and for everybody else.',
  })
  async freeze(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { viewer, records }: Context,
  ): Promise<RecordFreezeView | null> {
    if (viewer === null || !decidesOn(viewer, row)) return null;
    const freeze = await records.freeze.load(row.id);
    return freeze && new RecordFreezeView(freeze, key);
  }

  @Authorized<Action>('JUDGE_DUPLICATES')
  @Mutation(() => RecordResult, {
    description:
      '不是重复, for officers of the record’s district: records that this record and the other one are of two children. The other may be of another district. When it is said more than once, the last one stands.',
  })
  async markNotDuplicate(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('other', () => CollectionNumber, { description: 'The collection number of the record beside it.' })
    other: string,
    @FreeText('reason', REASON) reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.likeness.clear(em, actorOf(context), { number, other, reason }));
  }

  @Authorized<Action>('JUDGE_DUPLICATES')
  @Mutation(() => RecordResult, {
    description:
      '冻结, for officers of the record’s district: freezes the record while it is disputed whose document it is. Nothing is decided on the record, neither by the district nor by a school, until the freeze is lifted; it can be corrected and withdrawn. Nothing happens when it is frozen already.',
  })
  async freezeRecord(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @FreeText('reason', REASON) reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.likeness.freeze(em, actorOf(context), { number, reason }));
  }

  @Authorized<Action>('JUDGE_DUPLICATES')
  @Mutation(() => RecordResult, {
    description:
      '解除冻结, for officers of the record’s district: lifts the freeze once the dispute is settled. Nothing happens when the record is not frozen.',
  })
  async unfreezeRecord(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @FreeText('reason', REASON) reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.likeness.unfreeze(em, actorOf(context), { number, reason }));
  }
}

@Resolver(() => NearDuplicateView)
export class NearDuplicateResolver {
  @FieldResolver(() => DistrictView, { description: 'The other record’s district.' })
  async district(
    @Root() { beside }: NearDuplicateView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView> {
    return new DistrictView((await districts.byCode.load(beside.record.district))!, language);
  }
}
