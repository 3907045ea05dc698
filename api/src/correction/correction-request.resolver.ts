import type { Action } from '@enrolment/rulebook/access.js';
import { EVIDENCE_LENGTH } from '@enrolment/rulebook/correction-request.js';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { FreeText } from '../platform/free-text.js';
import { mayHandle, decidesOn, seesWholeNumbers } from '../record/access.js';
import { answer } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { CorrectionRequestInput, CorrectionRequestView } from './correction-request.type.js';

const NUMBER = { description: 'The record’s collection number.' };
const REASON = {
  description:
    'What was looked at, in at most 500 characters, without names or numbers of anybody. It is audited, and the family reads it.',
};
const FOR_OFFICERS = 'For officers of the record’s district';

@Resolver(() => CollectionRecordView)
export class CorrectionRequestResolver {
  @FieldResolver(() => CorrectionRequestView, {
    nullable: true,
    description:
      'The newest request of the family for a correction, for the guardians who handle the record and officers of its district; null if there is none, and for everybody else.',
  })
  async correctionRequest(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { viewer, records, language }: Context,
  ): Promise<CorrectionRequestView | null> {
    if (viewer === null) return null;
    const office = decidesOn(viewer, row) && seesWholeNumbers(viewer, row);
    if (!office && !mayHandle(row)) return null;
    const newest = await records.correctionRequest.load(row.id);
    return newest
      ? new CorrectionRequestView(newest, key, { office, subject: viewer.subject, language })
      : null;
  }

  @Authorized<Action>('REQUEST_CORRECTION')
  @Mutation(() => RecordResult, {
    description:
      '申请更正, for the guardians who handle the record: asks for a correction of what they cannot edit (二(二)2), with what proves it. One request at a time; every rule of the registration holds.',
  })
  async requestCorrection(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('input', () => CorrectionRequestInput, { description: 'The corrected values.' })
    input: CorrectionRequestInput,
    @FreeText('evidence', {
      description: `What proves it, in at most ${EVIDENCE_LENGTH} characters; the originals are shown at the desk.`,
    })
    evidence: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const asked = { ...input, evidence };
    return answer(context, await services.correctionRequests.request(em, actorOf(context), number, asked));
  }

  @Authorized<Action>('REQUEST_CORRECTION')
  @Mutation(() => RecordResult, {
    description:
      'For the guardians who handle the record: takes back a request that nobody has decided yet. STAGE_CONFLICT when there is none.',
  })
  async takeBackCorrectionRequest(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.correctionRequests.takeBack(em, actorOf(context), number));
  }

  @Authorized<Action>('DECIDE_CORRECTIONS')
  @Mutation(() => RecordResult, {
    description: `${FOR_OFFICERS}: corrects what the family has asked for, by the rules of \`correctRegistration\`. Where a document or phone changes it is only proposed, and a second officer confirms it.`,
  })
  async acceptCorrectionRequest(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @FreeText('reason', REASON) reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const judged = { number, reason };
    return answer(context, await services.correctionRequests.accept(em, actorOf(context), judged));
  }

  @Authorized<Action>('DECIDE_CORRECTIONS')
  @Mutation(() => RecordResult, {
    description: `${FOR_OFFICERS}: confirms what a colleague has proposed, which corrects the registration. NOT_ALLOWED for whoever proposed it.`,
  })
  async confirmCorrectionRequest(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.correctionRequests.confirm(em, actorOf(context), number));
  }

  @Authorized<Action>('DECIDE_CORRECTIONS')
  @Mutation(() => RecordResult, {
    description: `${FOR_OFFICERS}: declines a request, also one that a colleague has proposed, and says why. The family is told by SMS.`,
  })
  async declineCorrectionRequest(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @FreeText('reason', REASON) reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const judged = { number, reason };
    return answer(context, await services.correctionRequests.decline(em, actorOf(context), judged));
  }
}
