import type { Action } from '@enrolment/rulebook/access.js';
import { EXPORTS_PER_HOUR, holding, WHOLE_MINUTES } from '@enrolment/rulebook/record-export.js';
import { erasureInWords } from '@enrolment/rulebook/retention.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AuditEntryView } from '../audit-trail/audit-trail.type.js';
import { placeNames } from '../audit-trail/place-names.js';
import { actorOf, type Context } from '../context.js';
import { viewOf } from '../record/record.answer.js';
import { RefusedView } from '../refusal.type.js';
import { erasureOfRecord } from '../retention/retention.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { SmsCodeResult, SmsCodeSentView } from '../sms-code/sms-code.type.js';
import { copiedDetails, copiedDocuments } from './contents.js';
import {
  ExportConfirmation,
  ExportConfirmedView,
  ExportedGrantView,
  RecordExportView,
} from './record-export.type.js';

const NUMBER = {
  description: 'The record’s collection number. Only the guardian who registered it may do this.',
};

@Resolver()
export class RecordExportResolver {
  @Authorized<Action>('OWN_RECORD')
  @Query(() => RecordExportView, {
    description: `Everything that is held about a child, for the guardian who registered it. Each copy is audited, and the family can read about it. A record can be copied ${EXPORTS_PER_HOUR} times an hour. FORBIDDEN both for a record that does not exist and for one that somebody else has registered.`,
  })
  async recordExport(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('ticket', () => String, {
      nullable: true,
      description:
        'The ticket of confirmExport, with which numbers are whole. Without it, or once it has expired, they are masked.',
    })
    ticket: string | null,
    @Ctx() context: Context,
  ): Promise<RecordExportView> {
    const { em, reference, services, language, now } = context;
    const copy = await services.exports.export(em, actorOf(context), number, ticket ?? null);
    const record = viewOf(copy.row, context, true);
    const kept = await reference.retentionPeriods(copy.row.season);
    const places = await placeNames(reference);
    const until = erasureInWords(await erasureOfRecord(record, context));
    return new RecordExportView({
      madeAt: now,
      whole: copy.whole,
      record,
      documents: copy.whole ? await copiedDocuments(record, context) : null,
      details: await copiedDetails(record, copy.whole, context),
      grants: copy.grants.map((grant) => new ExportedGrantView(grant)),
      trail: copy.trail.map((entry) => new AuditEntryView(entry, places, language)),
      holding: holding(kept, until).map((words) => words[language]),
    });
  }

  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => SmsCodeResult, {
    description:
      'Sends a code to the phone of the registration, to confirm the person who asks for whole numbers. A phone gets one such code in 180 s and ten a day.',
  })
  async requestExportCode(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<SmsCodeSentView | RefusedView> {
    const { em, services, language } = context;
    const result = await services.exports.requestCode(em, actorOf(context), number);
    return result instanceof Refused
      ? new RefusedView(result.refusals, language)
      : new SmsCodeSentView(result);
  }

  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => ExportConfirmation, {
    description: `Exchanges the code for a ticket that shows whole numbers for ${WHOLE_MINUTES} minutes.`,
  })
  async confirmExport(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('smsCode', () => String, { description: 'The six digits of requestExportCode.' }) smsCode: string,
    @Ctx() context: Context,
  ): Promise<ExportConfirmedView | RefusedView> {
    const { em, services, language } = context;
    const result = await services.exports.confirm(em, actorOf(context), number, smsCode);
    return result instanceof Refused
      ? new RefusedView(result.refusals, language)
      : new ExportConfirmedView(result);
  }
}
