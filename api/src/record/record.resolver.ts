import type { Action } from '@enrolment/rulebook/access.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ChildView } from '../child/child.type.js';
import { actorOf, type Context } from '../context.js';
import { viewOf } from './record.answer.js';
import { DistrictView } from '../district/district.type.js';
import { GuardianView } from '../guardian/guardian.type.js';
import { CollectionNumber } from '../scalars.js';
import { actionsOf } from './actions.js';
import { primePeople } from './people-beside.js';
import { ChildInWords, GuardianInWords } from './people.js';
import { MOST_HANDLED } from './record.statements.js';
import { MOST_OF_RECORD } from './relations.statements.js';
import { CollectionRecordView, MessageView, RecordActionView, RecordEventView } from './record.type.js';

@Resolver(() => CollectionRecordView)
export class RecordResolver {
  @Authorized<Action>('HANDLE_RECORD')
  @Query(() => [CollectionRecordView], {
    description: `The live records that the viewer has registered or is authorised for, oldest first: at most ${MOST_HANDLED}.`,
  })
  async myRecords(@Ctx() context: Context): Promise<CollectionRecordView[]> {
    const { em, records, services } = context;
    const found = await services.records.findMine(em, actorOf(context));
    for (const row of found) primePeople(records, row);
    return found.map((row) => viewOf(row, context));
  }

  @Authorized<Action>('READ_RECORD')
  @Query(() => CollectionRecordView, {
    nullable: true,
    description:
      'One record by its collection number; null both when it does not exist and when the viewer may not see it. A look by staff is audited.',
  })
  async collectionRecord(
    @Arg('number', () => CollectionNumber, { description: '信息采集编号.' }) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | null> {
    const { em, records, services } = context;
    const row = await services.records.find(em, actorOf(context), number);
    if (!row) return null;
    primePeople(records, row);
    return viewOf(row, context);
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Query(() => Int, {
    nullable: true,
    description:
      'For officers of the record’s district: its `revision` now. A page that shows the record asks whether it still shows how it stands. It tells nothing of the family, so it is no look and is not audited. null both for a record that does not exist or is withdrawn, and for one that is not theirs to decide on.',
  })
  recordRevision(
    @Arg('number', () => CollectionNumber, { description: '信息采集编号.' }) number: string,
    @Ctx() context: Context,
  ): Promise<number | null> {
    const { em, services } = context;
    return services.records.revision(em, actorOf(context), number);
  }

  @FieldResolver(() => DistrictView, { description: 'The district chosen at registration.' })
  async district(
    @Root() { row }: CollectionRecordView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView> {
    return new DistrictView((await districts.byCode.load(row.district))!, language);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'Since when it has been in the stage that `stage` shows.',
  })
  async stageSince(@Root() record: CollectionRecordView, @Ctx() { records }: Context): Promise<Date> {
    const { row, resultShown } = record;
    if (resultShown) return row.stageSince;
    return record.known.reached(await records.events.load(row.id)) ?? row.registeredAt;
  }

  @FieldResolver(() => ChildView, { description: 'The child.' })
  async child(@Root() { row, key }: CollectionRecordView, @Ctx() { records }: Context): Promise<ChildView> {
    return new ChildView(new ChildInWords((await records.child.load(row.id))!, key), row, key);
  }

  @FieldResolver(() => [GuardianView], { description: 'The guardians, the first one first.' })
  async guardians(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records }: Context,
  ): Promise<GuardianView[]> {
    return (await records.guardians.load(row.id)).map(
      (guardian) => new GuardianView(new GuardianInWords(guardian, key)),
    );
  }

  @FieldResolver(() => [MessageView], {
    description: `The messages sent about this record, newest first: the newest ${MOST_OF_RECORD}, and all of them in \`recordExport\`.`,
  })
  async messages(
    @Root() { row, copied }: CollectionRecordView,
    @Ctx() { records, services, now, language }: Context,
  ): Promise<MessageView[]> {
    const loader = copied ? records.everyMessage : records.messages;
    const messages = (await loader.load(row.id)).filter(({ queuedAt }) => queuedAt <= now);
    return messages.map((message) => new MessageView(message, services.messages.keyOf(message), language));
  }

  @FieldResolver(() => [RecordEventView], {
    description: `What happened and when, oldest first: the newest ${MOST_OF_RECORD}, and all of it in \`recordExport\`.`,
  })
  async history(
    @Root() record: CollectionRecordView,
    @Ctx() { records, language }: Context,
  ): Promise<RecordEventView[]> {
    const events = record.events(await records.events.load(record.row.id));
    const told = record.copied ? events : events.slice(-MOST_OF_RECORD);
    return told.map((event) => new RecordEventView(event, language));
  }

  @FieldResolver(() => [RecordActionView], {
    description: 'What this viewer may do now; for each action that is not allowed, the reason.',
  })
  actions(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<RecordActionView[]> {
    return actionsOf(record, context);
  }
}
