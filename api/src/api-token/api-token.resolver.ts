import type { Action } from '@enrolment/rulebook/access.js';
import { normaliseLine } from '@enrolment/rulebook/text.js';
import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DEFAULT_PAGE, PAGE_LIMIT, pageOf } from '../paging.js';
import { ApiTokenInput } from './api-token.inputs.js';
import { ApiTokenConnectionView, ApiTokenView } from './api-token.type.js';

@Resolver()
export class ApiTokenResolver {
  @Authorized<Action>('MANAGE_TOKENS')
  @Query(() => ApiTokenConnectionView, {
    description:
      'For administrators: the API tokens of their districts, or all of them for the city’s, newest first, including those that have ended or were revoked.',
  })
  async apiTokens(
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of tokens, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Arg('district', () => String, {
      nullable: true,
      description: 'Entry code of a district: only its tokens. FORBIDDEN where they are not theirs.',
    })
    district: string | null,
    @Ctx() context: Context,
  ): Promise<ApiTokenConnectionView> {
    const page = pageOf(first, after);
    const { em, services } = context;
    const asked = { ...page, first: page.first + 1, district: district ?? null };
    const tokens = await services.apiTokens.list(em, actorOf(context), asked);
    return new ApiTokenConnectionView(tokens, page);
  }

  @Authorized<Action>('MANAGE_TOKENS')
  @Mutation(() => ApiTokenView, {
    description:
      'For administrators: creates an API token, for a system of their own district or, for the city’s administrators, of the city. The answer alone holds its secret. It is audited. BAD_USER_INPUT, with the id of the rule as `reason`, for an expiry, scopes or ranges that are not possible.',
  })
  async createApiToken(
    @Arg('input', () => ApiTokenInput, { description: 'What it is to be like.' }) input: ApiTokenInput,
    @Ctx() context: Context,
  ): Promise<ApiTokenView> {
    const { em, services } = context;
    const given = { ...input, name: normaliseLine(input.name), district: input.district ?? null };
    return new ApiTokenView(await services.apiTokens.create(em, actorOf(context), given));
  }

  @Authorized<Action>('MANAGE_TOKENS')
  @Mutation(() => Boolean, {
    description:
      'For administrators: revokes an API token. Every process refuses it from its next request on, and the webhooks that it registered are paused. False if it was revoked before; FORBIDDEN both for a token that does not exist and for one that is not theirs. It is audited.',
  })
  revokeApiToken(
    @Arg('id', () => ID, { description: 'Id of the token.' }) id: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.services.apiTokens.revoke(context.em, actorOf(context), id);
  }
}
