import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { RefusedView } from '../refusal.type.js';
import type { NoticeKind } from './notice.entity.js';
import { SHOWN_VERSIONS } from './publishing.service.js';
import { NoticeInput, NoticeKindEnum, NoticeVersionView } from './publishing.type.js';

const NoticeResult = createUnionType({
  name: 'NoticeResult',
  description: 'The version that is published, or would be, or the reasons why it is not.',
  types: () => [NoticeVersionView, RefusedView] as const,
});

@Resolver()
export class NoticePublishingResolver {
  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => [NoticeVersionView], {
    description: `For administrators: the versions of a text that families accept, the newest first, those that are not in force yet included; the newest ${SHOWN_VERSIONS}.`,
  })
  async noticeVersions(
    @Arg('kind', () => NoticeKindEnum, { description: 'Which text.' }) kind: NoticeKind,
    @Ctx() context: Context,
  ): Promise<NoticeVersionView[]> {
    const versions = await context.services.noticePublishing.list(context.em, actorOf(context), kind);
    return versions.map((version) => new NoticeVersionView(version));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => NoticeResult, {
    description:
      'For municipal administrators; FORBIDDEN for those of a district. Publishes a new version of a text that families accept. Those that are published stay as they are, and so does what was accepted: each consent names its version. It is audited.',
  })
  async publishNotice(
    @Arg('input', () => NoticeInput, { description: 'The new version.' }) input: NoticeInput,
    @Ctx() context: Context,
  ): Promise<NoticeVersionView | RefusedView> {
    const { em, services, language } = context;
    const { publishedAt, dryRun, ...content } = input;
    const publishing = { ...content, publishedAt: publishedAt ?? null, dryRun: dryRun ?? false };
    const done = await services.noticePublishing.publish(em, actorOf(context), publishing);
    return done instanceof Refused ? new RefusedView(done.refusals, language) : new NoticeVersionView(done);
  }
}
