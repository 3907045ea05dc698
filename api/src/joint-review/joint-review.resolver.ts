import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { isUnderWay } from '@enrolment/rulebook/season.js';
import type { ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, createUnionType, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { RefusedView } from '../refusal.type.js';
import { ReviewOrderEnum } from '../vocabulary.type.js';
import { ItemDeciderInput, JointReviewView } from './joint-review.type.js';

const JointReviewResult = createUnionType({
  name: 'JointReviewResult',
  description: 'Who decides what as it is now, or the reasons why nothing was changed.',
  types: () => [JointReviewView, RefusedView] as const,
});

const DISTRICT = { description: 'Entry code of the district.' };

@Resolver()
export class JointReviewResolver {
  @Authorized<Action>('ADMINISTER_DISTRICT')
  @Query(() => JointReviewView, {
    nullable: true,
    description:
      'For administrators of the district: who decides which review item there, and in which order, with its versions; null both for a district that does not exist and for one that is not theirs.',
  })
  async jointReview(
    @Arg('district', () => String, DISTRICT) district: string,
    @Ctx() context: Context,
  ): Promise<JointReviewView | null> {
    const { em, services, language } = context;
    const found = await services.jointReviews.find(em, actorOf(context), district);
    return found && new JointReviewView(found, language);
  }

  @Authorized<Action>('ADMINISTER_DISTRICT')
  @Mutation(() => JointReviewResult, {
    description:
      'For administrators of the district: gives review items to the subdistricts or to a department, or takes them back, and says whether the subdistricts are first. It holds at once, for items that wait already, too. FORBIDDEN both for a district that does not exist and for one that is not theirs. It is audited.',
  })
  async setJointReview(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('deciders', () => [ItemDeciderInput], {
      description: 'The items and parts to be changed, each once; every other one stays as it is.',
    })
    deciders: ItemDeciderInput[],
    @Arg('revision', () => Int, {
      description:
        'The revision that the change is made to; STALE_VERSION when somebody has changed it since.',
    })
    seen: number,
    @Arg('order', () => ReviewOrderEnum, {
      nullable: true,
      description: 'In which order the district reviews; as it is when left out.',
    })
    order: ReviewOrder | null,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Whether to say only what would be, and to write nothing.',
    })
    dryRun: boolean,
    @Ctx() context: Context,
  ): Promise<JointReviewView | RefusedView> {
    const { em, services, language, reference } = context;
    const set = await services.jointReviews.set(em, actorOf(context), {
      district,
      deciders,
      seen,
      order: order ?? null,
      seasons: (await reference.seasons()).filter(isUnderWay).map(({ year }) => year),
      dryRun,
    });
    return set instanceof Refused
      ? new RefusedView(set.refusals, language)
      : new JointReviewView(set, language);
  }
}
