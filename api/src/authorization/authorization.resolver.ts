import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { GuardianView } from '../guardian/guardian.type.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { AuthorizationView } from './authorization.type.js';

const NUMBER = { description: 'Which record; only who registered it may.' };

@Resolver()
export class AuthorizationResolver {
  @Mutation(() => RecordResult, {
    description:
      '去授权: lets the second guardian of the details see and handle the record from now on. Both are told by SMS. Asked again while it is live, nothing changes.',
  })
  async grantAuthorization(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return services.answer(context, await services.authorization.grant(em, actorOf(context), number));
  }

  @Mutation(() => RecordResult, {
    description:
      '取消授权: holds from the very next request on, in every process. Both are told by SMS. Where nobody is authorised, nothing changes.',
  })
  async revokeAuthorization(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return services.answer(context, await services.authorization.revoke(em, actorOf(context), number));
  }
}

@Resolver(() => CollectionRecordView)
export class RecordAuthorizationResolver {
  @FieldResolver(() => AuthorizationView, {
    nullable: true,
    description: 'The live grant; null when nobody is authorised: 当前未授权.',
  })
  async authorization(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records }: Context,
  ): Promise<AuthorizationView | null> {
    const [grant, guardians] = await Promise.all([
      records.authorization.load(row.id),
      records.guardians.load(row.id),
    ]);
    const second = guardians.find(({ role }) => role === 'SECOND');
    return grant && second ? new AuthorizationView(grant, GuardianView.of(second, key)) : null;
  }
}
