import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';

@Resolver()
export class SessionResolver {
  @Authorized()
  @Mutation(() => GraphQLDateTime, {
    description:
      '退出: ends the session of this request and answers with the time of the end. From then on every process refuses, within a second or two, its access token and every request that names the same session in the header `x-session-id`, with UNAUTHENTICATED (401). The site sets that header: the time of the sign-in in seconds since 1970, a dot, and 22 characters of base64url.',
  })
  endSession(
    @Arg('everywhere', () => Boolean, {
      defaultValue: false,
      description:
        'Whether to end every session of this person on every device. Sessions that begin later are not affected.',
    })
    everywhere: boolean,
    @Ctx() context: Context,
  ): Promise<Date> {
    const { em, services, siteSession } = context;
    return services.sessions.end(em, actorOf(context), siteSession, everywhere);
  }
}
