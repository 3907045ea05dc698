import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { PAPER } from '../assistance/assistance.inputs.js';
import { actorOf, type Context } from '../context.js';
import { FreeText } from '../platform/free-text.js';
import { RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';

@ObjectType('Withdrawn', {
  description: '撤销成功: the record is erased, and document and phone are free at once.',
})
class WithdrawnView {
  @Field(() => CollectionNumber, { description: 'The collection number that is no longer live.' })
  readonly number: string;

  @Field(() => GraphQLDateTime, { description: 'When it was withdrawn.' })
  readonly at: Date;

  constructor({ number, at }: { number: string; at: Date }) {
    this.number = number;
    this.at = at;
  }
}

const WithdrawResult = createUnionType({
  name: 'WithdrawResult',
  description: 'The withdrawal, or the reasons why nothing was withdrawn.',
  types: () => [WithdrawnView, RefusedView] as const,
});

@Resolver()
export class WithdrawalResolver {
  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => WithdrawResult, {
    description:
      '撤销信息 (manual 六): erases the record for good. Only the guardian who registered the child may withdraw it, with the code sent to the phone of the registration, until a school has preregistered the child.',
  })
  async withdrawRecord(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Arg('smsCode', () => String, { description: 'The six digits of requestWithdrawalCode.' })
    smsCode: string,
    @Ctx() context: Context,
  ): Promise<WithdrawnView | RefusedView> {
    const { em, services, language } = context;
    const result = await services.withdrawal.withdraw(em, actorOf(context), number, smsCode);
    return result instanceof Refused ? new RefusedView(result.refusals, language) : new WithdrawnView(result);
  }
  @Authorized<Action>('ASSIST_FAMILIES')
  @Mutation(() => WithdrawResult, {
    description:
      'For officers of the record’s district: withdraws a record that the desk has registered and no account has taken over, because the family has asked for it on a signed paper. As final as withdrawRecord.',
  })
  async withdrawAtDesk(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @FreeText('paper', PAPER) paper: string,
    @Ctx() context: Context,
  ): Promise<WithdrawnView | RefusedView> {
    const { em, services, language } = context;
    const result = await services.withdrawal.withdrawAtDesk(em, actorOf(context), number, paper);
    return result instanceof Refused ? new RefusedView(result.refusals, language) : new WithdrawnView(result);
  }
}
