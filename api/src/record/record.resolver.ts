import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ChildView } from '../child/child.type.js';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { GuardianView } from '../guardian/guardian.type.js';
import { CollectionNumber } from '../scalars.js';
import { actionsOf } from './actions.js';
import { CollectionRecordView, MessageView, RecordActionView, RecordEventView } from './record.type.js';

@Resolver(() => CollectionRecordView)
export class RecordResolver {
  @Query(() => [CollectionRecordView], {
    description: 'Every live record that the viewer registered or is authorised for, oldest first.',
  })
  async myRecords(@Ctx() context: Context): Promise<CollectionRecordView[]> {
    const { em, services } = context;
    return (await services.records.findMine(em, actorOf(context))).map((row) => services.view(row, context));
  }

  @Query(() => CollectionRecordView, {
    nullable: true,
    description:
      'One record; null when it does not exist or is not the viewer’s to see. A look by staff is audited.',
  })
  async collectionRecord(
    @Arg('number', () => CollectionNumber, { description: '信息采集编号.' }) number: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | null> {
    const { em, services } = context;
    const row = await services.records.find(em, actorOf(context), number);
    return row && services.view(row, context);
  }

  @FieldResolver(() => DistrictView, { description: 'The district that was chosen.' })
  async district(
    @Root() { row }: CollectionRecordView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView> {
    return new DistrictView((await districts.byCode.load(row.district_code))!, language);
  }

  @FieldResolver(() => ChildView, { description: 'The child.' })
  async child(@Root() { row, key }: CollectionRecordView, @Ctx() { records }: Context): Promise<ChildView> {
    return new ChildView((await records.child.load(row.id))!, row, key);
  }

  @FieldResolver(() => [GuardianView], { description: 'The guardians, the first one first.' })
  async guardians(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records }: Context,
  ): Promise<GuardianView[]> {
    return (await records.guardians.load(row.id)).map((guardian) => GuardianView.of(guardian, key));
  }

  @FieldResolver(() => [MessageView], { description: 'Every message sent about this record, newest first.' })
  async messages(
    @Root() { row }: CollectionRecordView,
    @Ctx() { records, services, now, language }: Context,
  ): Promise<MessageView[]> {
    const messages = (await records.messages.load(row.id)).filter(
      (message) => new Date(message.queued_at) <= now,
    );
    return messages.map((message) => new MessageView(message, services.messages.keyOf(message), language));
  }

  @FieldResolver(() => [RecordEventView], { description: 'What happened and when, oldest first.' })
  async history(
    @Root() record: CollectionRecordView,
    @Ctx() { records, language }: Context,
  ): Promise<RecordEventView[]> {
    const events = record.events(await records.events.load(record.row.id));
    return events.map((event) => new RecordEventView(event, language));
  }

  @FieldResolver(() => [RecordActionView], { description: 'What this viewer may do now, and if not, why.' })
  actions(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<RecordActionView[]> {
    return actionsOf(record, context);
  }
}
