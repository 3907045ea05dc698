import type { Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { FreeText } from '../platform/free-text.js';
import { Limited } from '../platform/rates/limited.js';
import { answer, viewOf } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { PAPER, RegisterAtDeskInput } from './assistance.inputs.js';
import { AssistanceView, RecordToTakeOverView } from './assistance.type.js';

const NUMBER = { description: 'The record’s collection number.' };

@Resolver()
export class AssistanceResolver {
  @Authorized<Action>('ASSIST_FAMILIES')
  @Limited('REGISTER')
  @Mutation(() => RecordResult, {
    description:
      '窗口代办, for officers of the district: registers a child for a guardian who stands at the desk, by the rules of registerChild, with a signed paper in place of notice, consent and SMS code. The officer then acts for the family for two hours; its own account can take the record over (takeOverRecord).',
  })
  async registerAtDesk(
    @Arg('input', () => RegisterAtDeskInput, {
      description: 'What the officer has filled in with the family.',
    })
    input: RegisterAtDeskInput,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const { child, ground = null, ...rest } = input;
    const { hukouProvince = null, hukouDistrict = null } = child;
    const registration = { ...rest, ground, child: { ...child, hukouProvince, hukouDistrict } };
    return answer(context, await services.registration.registerAtDesk(em, actorOf(context), registration));
  }

  @Authorized<Action>('ASSIST_FAMILIES')
  @Mutation(() => RecordResult, {
    description:
      'For officers of the record’s district, when the family is at the desk again and has signed another paper: for two hours a request of the same officer with the header `X-Desk-Record` and the collection number asks as the family, without her offices, in the operations of families about this record. Everything done so is the office’s in history and trail. Refused (rule notOfDesk) for a record that the family registered itself or has taken over.',
  })
  async openAssistance(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @FreeText('paper', PAPER) paper: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.assistance.open(em, actorOf(context), number, paper));
  }

  @Authorized<Action>('ASSIST_FAMILIES')
  @Mutation(() => CollectionRecordView, {
    description: 'Ends what openAssistance or registerAtDesk began; the family has left.',
  })
  async closeAssistance(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView> {
    const { em, services } = context;
    return viewOf(await services.assistance.close(em, actorOf(context), number), context);
  }

  @Authorized()
  @Query(() => [RecordToTakeOverView], {
    description:
      'What the desk has registered for a guardian with the viewer’s document, as the identity provider knows it, and no account has taken over; at most 20.',
  })
  async recordsToTakeOver(@Ctx() context: Context): Promise<RecordToTakeOverView[]> {
    const { em, services, language, reference } = context;
    const districts = await reference.districts();
    const found = await services.assistance.toTakeOver(em, actorOf(context));
    return found.map((one) => {
      const { name, nameEn } = districts.get(one.district)!;
      return new RecordToTakeOverView(one, { 'zh-CN': name, en: nameEn }, language);
    });
  }

  @Authorized()
  @Mutation(() => CollectionRecordView, {
    description:
      'For a guardian whose document is that of the first guardian of a record of the desk: from here on the record is the viewer’s, and the desk acts for it no more. FORBIDDEN for every other record, and once it was taken over.',
  })
  async takeOverRecord(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView> {
    const { em, services } = context;
    return viewOf(await services.assistance.takeOver(em, actorOf(context), number), context);
  }
}

@Resolver(() => CollectionRecordView)
export class RecordAssistanceResolver {
  @FieldResolver(() => AssistanceView, {
    nullable: true,
    description: '窗口代办: who registered it at the desk; null for a record that its family registered.',
  })
  async assistance(
    @Root() { row }: CollectionRecordView,
    @Ctx() { records, viewer, now }: Context,
  ): Promise<AssistanceView | null> {
    const found = await records.assistance.load(row.id);
    return found && new AssistanceView(found, { subject: viewer?.subject ?? null, now });
  }
}
