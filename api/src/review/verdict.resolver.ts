import type { Action } from '@enrolment/rulebook/access.js';
import { QUIET_MINUTES } from '@enrolment/rulebook/messages.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { decidesOn } from '../record/access.js';
import { CollectionRecordView } from '../record/record.type.js';
import { CollectionNumber } from '../scalars.js';

@Resolver(() => CollectionRecordView)
export class VerdictResolver {
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the family is told by SMS what was decided while an officer has the record in hand; sooner if she leaves it. null when nothing waits to be told, and for everybody who does not decide on the record.',
  })
  async toldAt(
    @Root() { row }: CollectionRecordView,
    @Ctx() { viewer, records }: Context,
  ): Promise<Date | null> {
    if (viewer === null || !decidesOn(viewer, row)) return null;
    return (await records.untoldVerdict.load(row.id))?.dueAt ?? null;
  }

  @Authorized<Action>('CLAIM_RECORD')
  @Mutation(() => Boolean, {
    description: `For officers of the record’s district: says that the viewer is done with the record for now. What was decided while she had it in hand is then told to the family by one SMS, which otherwise goes ${QUIET_MINUTES} minutes after the last decision. The record stays in hand. true when something is told for that.`,
  })
  leaveRecord(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { em, services } = context;
    return services.verdicts.leave(em, actorOf(context), number);
  }
}
