import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { Refused, RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';

@ObjectType('Withdrawn', {
  description: '撤销成功: the record is erased; document and phone are free at once.',
})
export class WithdrawnView {
  @Field(() => CollectionNumber, { description: 'The number that is no longer live.' })
  readonly number: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  readonly at: Date;

  constructor({ number, at }: { number: string; at: Date }) {
    this.number = number;
    this.at = at;
  }
}

export const WithdrawResult = createUnionType({
  name: 'WithdrawResult',
  description: 'The record is withdrawn, or why not.',
  types: () => [WithdrawnView, RefusedView] as const,
});

@Resolver()
export class WithdrawalResolver {
  @Mutation(() => WithdrawResult, {
    description:
      '撤销信息 (manual 六): erases the record for good. Only by who registered it, with the code sent to the phone of the registration, until a school has preregistered the child.',
  })
  async withdrawRecord(
    @Arg('number', () => CollectionNumber, { description: 'Which record.' }) number: string,
    @Arg('smsCode', () => String, { description: 'The six digits of requestWithdrawalCode.' })
    smsCode: string,
    @Ctx() context: Context,
  ): Promise<WithdrawnView | RefusedView> {
    const { em, services, language } = context;
    const result = await services.withdrawal.withdraw(em, actorOf(context), number, smsCode);
    return result instanceof Refused ? new RefusedView(result.refusals, language) : new WithdrawnView(result);
  }
}
