import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { RejectionView } from '../review/review.type.js';

@Resolver(() => RejectionView)
export class DecisionNoticeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '审核决定告知书 as PDF, about the newest decision: a signed URL for this viewer and this record, valid for five minutes, or until sign-out. null for city, schools and systems, and before the calendar shows verdicts to families.',
  })
  decisionNoticeUrl(@Root() { record: { row } }: RejectionView, @Ctx() context: Context): string | null {
    const { services, siteSession } = context;
    const actor = actorOf(context);
    return services.decisionNotices.mayPrint(row, actor)
      ? services.decisionNotices.linkTo(row.number, actor, siteSession)
      : null;
  }
}
