import type { Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { answer } from '../record/record.answer.js';
import { GuardianView } from '../guardian/guardian.type.js';
import { GuardianInWords } from '../record/people.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { AuthorizationView } from './authorization.type.js';

const NUMBER = {
  description: 'The record’s collection number. Only the guardian who registered it may do this.',
};

@Resolver()
export class AuthorizationResolver {
  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '去授权: lets the second guardian of the details see and handle the record from now on. Both guardians get an SMS. Asking again while the grant is live changes nothing.',
  })
  async grantAuthorization(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.authorization.grant(em, actorOf(context), number));
  }

  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '取消授权: ends the grant from the very next request on, in every process. Both guardians get an SMS. Nothing changes when nobody is authorised.',
  })
  async revokeAuthorization(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.authorization.revoke(em, actorOf(context), number));
  }
}

@Resolver(() => CollectionRecordView)
export class RecordAuthorizationResolver {
  @FieldResolver(() => AuthorizationView, {
    nullable: true,
    description: 'The live grant; null when nobody is authorised (当前未授权).',
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
    return grant && second
      ? new AuthorizationView(grant, new GuardianView(new GuardianInWords(second, key)))
      : null;
  }
}
