import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AuditEntryView } from '../audit-trail/audit-trail.type.js';
import { actorOf, type Context } from '../context.js';
import { Refused, RefusedView } from '../refusal.type.js';
import { EXPORTS_PER_HOUR, HOLDING, WHOLE_MINUTES } from '../rulebook/record-export.js';
import { CollectionNumber } from '../scalars.js';
import { SmsCodeResult, SmsCodeSentView } from '../sms-code/sms-code.type.js';
import { copiedDetails, copiedDocuments } from './contents.js';
import {
  ExportConfirmation,
  ExportConfirmedView,
  ExportedGrantView,
  RecordExportView,
} from './record-export.type.js';

const NUMBER = { description: 'Which record; only who registered it may.' };

@Resolver()
export class RecordExportResolver {
  @Query(() => RecordExportView, {
    description: `Everything that is held about a child, for who registered it. Each copy is audited, and the family reads of it; at most ${EXPORTS_PER_HOUR} an hour for a record. FORBIDDEN alike for what does not exist and for what somebody else registered.`,
  })
  async recordExport(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('ticket', () => String, {
      nullable: true,
      description: 'Of confirmExport: numbers are whole. Without one, or with one that has expired, masked.',
    })
    ticket: string | null,
    @Ctx() context: Context,
  ): Promise<RecordExportView> {
    const { em, services, language, now } = context;
    const copy = await services.exports.export(em, actorOf(context), number, ticket ?? null);
    const record = services.view(copy.row, context);
    return new RecordExportView({
      ...{ madeAt: now, whole: copy.whole, record },
      documents: copy.whole ? await copiedDocuments(record, context) : null,
      details: await copiedDetails(record, copy.whole, context),
      grants: copy.grants.map((grant) => new ExportedGrantView(grant)),
      trail: copy.trail.map((entry) => new AuditEntryView(entry, language)),
      holding: HOLDING.map((words) => words[language]),
    });
  }

  @Mutation(() => SmsCodeResult, {
    description:
      'Sends a code that confirms who asks for whole numbers, to the phone of the registration; one per phone in 180 s, ten a day.',
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

  @Mutation(() => ExportConfirmation, {
    description: `Gives a ticket for whole numbers in exchange for the code, for ${WHOLE_MINUTES} minutes.`,
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
