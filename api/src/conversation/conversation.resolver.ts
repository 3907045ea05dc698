import type { Action } from '@enrolment/rulebook/access.js';
import { MESSAGE_LENGTH } from '@enrolment/rulebook/conversation.js';
import { RULES } from '@enrolment/rulebook/rules.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { FreeText } from '../platform/free-text.js';
import { guardianOf, mayHandle } from '../record/access.js';
import { answer } from '../record/record.answer.js';
import { MOST_OF_RECORD } from '../record/relations.statements.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { templatesFor } from './chosen-templates.js';
import { answersFamilies } from './conversation.service.js';
import { ConversationMessageView, ConversationView, MessageTemplateView } from './conversation.type.js';

const NUMBER = { description: 'The record’s collection number.' };
const WHO = 'For whoever handles the record as a guardian, and for officers of its district';

@Resolver(() => CollectionRecordView)
export class RecordConversationResolver {
  @FieldResolver(() => ConversationView, {
    nullable: true,
    description:
      'What family and office write to each other, for the guardians who handle the record and officers of its district; null for everybody else.',
  })
  async conversation(
    @Root() { row, key, copied }: CollectionRecordView,
    @Ctx() { viewer, records, districts, language }: Context,
  ): Promise<ConversationView | null> {
    if (viewer === null) return null;
    const family = mayHandle(row);
    if (!family && !answersFamilies(viewer, row.district)) return null;
    const [facts, district] = await Promise.all([
      records.conversation.load(row.id),
      districts.byCode.load(row.district),
    ]);
    const side = family ? guardianOf(row) : 'OFFICE';
    const reader = { side, subject: viewer.subject, language, district: district! } as const;
    return new ConversationView(row, key, facts ?? {}, reader, copied);
  }

  @Authorized<Action>('CORRESPOND')
  @Mutation(() => RecordResult, {
    description: `${WHO}: writes a message about the record, to the office or to its family, and marks as read what came before. The guardians get an SMS that there is a message, without a word of it, at most one an hour. Each side writes at most ${RULES.messagesTooMany.limit} in 24 hours.`,
  })
  async writeMessage(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @FreeText('text', { description: `The message: 1 to ${MESSAGE_LENGTH} characters, on one line or more.` })
    text: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.conversations.write(em, actorOf(context), { number, text }));
  }

  @Authorized<Action>('CORRESPOND')
  @Mutation(() => RecordResult, {
    description: `${WHO}: marks as read what the other side has written until now. Each guardian reads for herself, an officer for the whole office.`,
  })
  async markMessagesRead(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.conversations.markRead(em, actorOf(context), number));
  }

  @Authorized<Action>('CORRESPOND')
  @Mutation(() => RecordResult, {
    description:
      'For officers of the record’s district: notes that what the family has written needs no answer. STAGE_CONFLICT when no message waits for one.',
  })
  async settleMessages(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.conversations.settle(em, actorOf(context), number));
  }
}

@Resolver(() => ConversationView)
export class ConversationResolver {
  @FieldResolver(() => [ConversationMessageView], {
    description: `The messages, oldest first: the newest ${MOST_OF_RECORD}, and all of them in \`recordExport\`.`,
  })
  async messages(
    @Root() { row, key, facts, reader, copied }: ConversationView,
    @Ctx() { records }: Context,
  ): Promise<ConversationMessageView[]> {
    const loader = copied ? records.everyConversationMessage : records.conversationMessages;
    const rows = await loader.load(row.id);
    return rows.map((one) => new ConversationMessageView(one, key, facts, reader));
  }

  @FieldResolver(() => [MessageTemplateView], {
    description:
      'What an officer can begin a message with: the answers of the district, or else those of the city, or else those that come with the product; empty for a family.',
  })
  async templates(
    @Root() { reader, row }: ConversationView,
    @Ctx() { reference, language }: Context,
  ): Promise<MessageTemplateView[]> {
    if (reader.side !== 'OFFICE') return [];
    const { season, district } = row;
    const asked = { season, district, language, spoken: row.language ?? 'zh-CN' } as const;
    return templatesFor(await reference.answerTemplates(), asked).map((one) => new MessageTemplateView(one));
  }
}

@Resolver(() => DistrictView)
export class WaitingFamiliesResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many families of a season wait for an answer to a message; null for whoever is no officer of the district, and for a season that is not open yet.',
  })
  async familiesWaiting(
    @Root() { code }: DistrictView,
    @Arg('season', () => Int, {
      nullable: true,
      description: 'Year of the season; the present season when left out.',
    })
    year: number | null,
    @Ctx() { em, viewer, services, seasons }: Context,
  ): Promise<number | null> {
    if (viewer === null) return null;
    const season = await seasons.shown(year ?? null);
    if (!season) return null;
    return services.conversations.waiting(em, viewer, { district: code, season: season.year });
  }
}
