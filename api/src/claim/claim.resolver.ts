import type { Action } from '@enrolment/rulebook/access.js';
import { isLive } from '@enrolment/rulebook/claim.js';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { decidesOn } from '../record/access.js';
import { answer } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { AssigneeView } from './claim.type.js';

const NUMBER = { description: 'The record’s collection number.' };

@Resolver(() => CollectionRecordView)
export class ClaimResolver {
  @FieldResolver(() => AssigneeView, {
    nullable: true,
    description:
      'Who has the record in hand; null while it is free, and for everybody who does not decide on the record.',
  })
  async assignee(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { viewer, records, now }: Context,
  ): Promise<AssigneeView | null> {
    if (viewer === null || !decidesOn(viewer, row)) return null;
    const claim = await records.claim.load(row.id);
    const { subject } = viewer;
    return claim && isLive(claim, now) ? new AssigneeView(claim, { subject, key, now }) : null;
  }

  @Authorized<Action>('CLAIM_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '认领, for officers of the record’s district: takes the record in hand, so that nobody else decides on it. It is free again 30 minutes after its officer last did something with it; claiming it again counts as doing something. CLAIMED when a colleague has it in hand.',
  })
  async claimRecord(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
    @Arg('takeOver', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'For administrators of the district: whether to take it from a colleague who has it in hand.',
    })
    takeOver: boolean | null,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const asked = { number, takeOver: takeOver ?? false };
    return answer(context, await services.claims.claim(em, actorOf(context), asked));
  }

  @Authorized<Action>('CLAIM_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '放回, for officers of the record’s district: gives back what the viewer has in hand. What a colleague gave her goes back to that colleague, if she may still decide on it; anything else is free for everybody. Nothing happens when nobody has it. CLAIMED when a colleague has it.',
  })
  async releaseRecord(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.claims.release(em, actorOf(context), number));
  }
}
