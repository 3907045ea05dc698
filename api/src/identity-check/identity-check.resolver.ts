import type { Action } from '@enrolment/rulebook/access.js';
import type { CheckStatus } from '@enrolment/rulebook/vocabulary.js';
import { FreeText } from '../platform/free-text.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { ApiError } from '../platform/errors.js';
import { decidesOn } from '../record/access.js';
import { CollectionRecordView } from '../record/record.type.js';
import { BatchResultView, DRY_RUN, NUMBERS, REVISION } from '../review/batch.type.js';
import { CollectionNumber } from '../scalars.js';
import { CheckStatusEnum } from '../vocabulary.type.js';
import { IdentityCheckView } from './identity-check.type.js';

@Resolver(() => CollectionRecordView)
export class IdentityCheckResolver {
  @FieldResolver(() => IdentityCheckView, {
    description: '身份证及户籍信息核验: its status, since when, and what that means.',
  })
  async identityCheck(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records, districts, language, now, viewer }: Context,
  ): Promise<IdentityCheckView> {
    const [check, district] = await Promise.all([
      records.identityCheck.load(row.id),
      districts.byCode.load(row.district),
    ]);
    const decides = viewer !== null && decidesOn(viewer, row);
    return new IdentityCheckView(check, { key, hotline: district?.hotline[0] ?? '', language, now, decides });
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Mutation(() => BatchResultView, {
    description:
      'For officers of the record’s district: decides the identity check of records that could not be matched. PASSED moves the record on to the review, RETURNED sends it back to the family, FAILED keeps it here with the reason.',
  })
  async decideIdentityCheck(
    @Arg('numbers', () => [CollectionNumber], NUMBERS)
    numbers: string[],
    @Arg('status', () => CheckStatusEnum, { description: 'PASSED, RETURNED or FAILED.' }) status: CheckStatus,
    @Ctx() context: Context,
    @FreeText('reason', {
      nullable: true,
      description: 'The reason, which the family reads; needed unless the status is PASSED.',
    })
    reason: string | null,
    @Arg('revision', () => Int, REVISION) revision: number | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const seen = { numbers, revision: revision ?? null, dryRun: dryRun ?? false };
    return decideIdentity(context, { ...seen, status, reason: reason ?? null });
  }
}

/** Both mutations lead here, because the identity check is a review item too. */
export async function decideIdentity(
  context: Context,
  {
    status,
    ...asked
  }: {
    numbers: string[];
    status: CheckStatus;
    reason: string | null;
    revision: number | null;
    dryRun: boolean;
  },
): Promise<BatchResultView> {
  if (status === 'PENDING') throw new ApiError('BAD_USER_INPUT', { message: 'PENDING is not a decision.' });
  const { em, services, language } = context;
  const decision = { ...asked, status };
  const outcome = await services.batches.run(em, actorOf(context), 'DECIDE_IDENTITY_CHECK', decision);
  return new BatchResultView(outcome, language);
}
