import type { Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { checkPageSize, cursorOf, DEFAULT_PAGE, PAGE_LIMIT, placeOf } from '../paging.js';
import { RecordChangeConnectionView } from './record-change.type.js';

@Resolver(() => RecordChangeConnectionView)
export class RecordChangeResolver {
  @Authorized<Action>('READ_CHANGES')
  @Query(() => RecordChangeConnectionView, {
    description:
      'Every change of a stage and every publication in the viewer’s districts, or in the city for its administrators: each once, in one order that never changes. Ask again with the `endCursor` of the last page that was not empty. The city reads an admission when it is published. BAD_USER_INPUT for a `since` that is no cursor or is beyond the newest change.',
  })
  async recordChanges(
    @Arg('since', () => String, {
      nullable: true,
      description: 'The cursor of the last change that is known; null for all from the beginning.',
    })
    since: string | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of changes, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Ctx() context: Context,
  ): Promise<RecordChangeConnectionView> {
    const page = {
      first: checkPageSize(first ?? DEFAULT_PAGE),
      after: placeOf(since ?? null, undefined, 'since'),
    };
    const asked = { ...page, first: page.first + 1 };
    return new RecordChangeConnectionView(
      await context.services.changes.read(context.em, actorOf(context), asked),
      page,
    );
  }

  @FieldResolver(() => String, {
    description:
      'The newest cursor of the whole list. Whoever takes it before reading the lists, and begins with it, misses nothing.',
  })
  async newest(@Ctx() { em, services }: Context): Promise<string> {
    return cursorOf(await services.changes.newest(em));
  }
}
