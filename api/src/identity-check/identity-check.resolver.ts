import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { ApiError } from '../platform/errors.js';
import { CollectionRecordView } from '../record/record.type.js';
import { BatchResultView, DRY_RUN, NUMBERS } from '../review/batch.type.js';
import { CollectionNumber } from '../scalars.js';
import type { CheckStatus } from '../vocabulary.js';
import { CheckStatusEnum } from '../vocabulary.type.js';
import { IdentityCheckView } from './identity-check.type.js';

@Resolver(() => CollectionRecordView)
export class IdentityCheckResolver {
  @FieldResolver(() => IdentityCheckView, {
    description: '身份证及户籍信息核验: how it stands, since when, and what that means.',
  })
  async identityCheck(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records, districts, language, now }: Context,
  ): Promise<IdentityCheckView> {
    const [check, district] = await Promise.all([
      records.identityCheck.load(row.id),
      districts.byCode.load(row.district_code),
    ]);
    return new IdentityCheckView(check, { key, hotline: district?.hotline[0] ?? '', language, now });
  }

  @Mutation(() => BatchResultView, {
    description:
      'Officers of the record’s district: decides the identity check, for what could not be matched. PASSED goes on to the review, RETURNED sends the record back to the family, FAILED keeps it here with the reason.',
  })
  async decideIdentityCheck(
    @Arg('numbers', () => [CollectionNumber], NUMBERS)
    numbers: string[],
    @Arg('status', () => CheckStatusEnum, { description: 'PASSED, RETURNED or FAILED.' }) status: CheckStatus,
    @Ctx() context: Context,
    @Arg('reason', () => String, {
      nullable: true,
      description: 'Why, in words that the family reads; needed unless it passes.',
    })
    reason: string | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    if (status === 'PENDING') throw new ApiError('BAD_USER_INPUT', { message: 'PENDING is not a decision.' });
    const decision = { status, reason: reason ?? null, dryRun: dryRun ?? false };
    const outcome = await services.identityChecks.decide(em, actorOf(context), numbers, decision);
    return new BatchResultView(outcome, language);
  }
}
