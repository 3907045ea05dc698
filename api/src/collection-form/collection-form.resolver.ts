import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { CollectionRecordView } from '../record/record.type.js';
import { FormVerificationView } from './collection-form.type.js';

@Resolver(() => CollectionRecordView)
export class CollectionFormResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '学龄人口信息采集表 as PDF: a signed URL for this viewer and this record, valid for five minutes, or until sign-out. null until the record is APPROVED and the district’s printing window has opened.',
  })
  async formUrl(@Root() { row }: CollectionRecordView, @Ctx() context: Context): Promise<string | null> {
    const { services, districts, siteSession } = context;
    const actor = actorOf(context);
    const refusals = await services.forms.check(row, actor, districts);
    return refusals.length > 0 ? null : services.forms.linkTo(row.number, actor, siteSession);
  }

  @FieldResolver(() => [String], {
    description:
      'Characters of the form that no font here has. The form shows each as an empty box with its code point, to be filled in by hand. Empty as long as there is no form.',
  })
  async formCharactersByHand(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const { services, districts, records, now } = context;
    const refusals = await services.forms.check(row, actorOf(context), districts);
    return refusals.length > 0 ? [] : services.forms.charactersByHand({ row, key, districts, records }, now);
  }

  @Query(() => FormVerificationView, {
    description:
      'Whether a printed form is still valid, by the code in its QR code. Needs no sign-in, and says nothing about any person.',
  })
  async formVerification(
    @Arg('code', () => String, { description: 'What follows /verify/ in the QR code.' }) code: string,
    @Ctx() { em, services }: Context,
  ): Promise<FormVerificationView> {
    return new FormVerificationView(await services.forms.verify(em, code));
  }
}
