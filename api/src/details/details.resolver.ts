import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { mayHandle } from '../record/access.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { adviseDetails } from '../rulebook/details/advice.js';
import { businessDay } from '../rulebook/calendar.js';
import { CollectionNumber } from '../scalars.js';
import type { ServiceKind, TreatedAsLocalGround } from '../vocabulary.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { DetailsEditingView } from './details-editing.type.js';
import { DetailsDraftView } from './details-draft.type.js';
import { FormBlockView } from './details-form.type.js';
import { namesOf } from './details-in-words.js';
import { openDetails, openSubmitted } from './details.content.js';
import { DetailsInput } from './details.inputs.js';
import { COMMON_BLOCKS, narrowestNeeds } from './details.needs.js';
import { DetailsView } from './details.type.js';
import { SubmissionReceiptView } from './receipt.type.js';

const NUMBER = { description: 'Which record.' };

@Resolver()
export class DetailsResolver {
  @Mutation(() => RecordResult, {
    description:
      '暂存信息 (manual 二(二)): keeps what was typed, half or wrong as it may be, and gives the record its next version. By who registered the child or is authorised, while the window for details is open; afterwards only what was returned, until it is due. Refused as STALE_VERSION when somebody saved in between: read the record again and compare.',
  })
  async saveDetails(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('input', () => DetailsInput, { description: 'The whole form as typed so far.' }) input: DetailsInput,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return services.answer(
      context,
      await services.details.save(em, actorOf(context), number, typedIn(input)),
    );
  }

  @Mutation(() => RecordResult, {
    description:
      '提交信息 (manual 二(二)): sends the details to the district, or lists everything that is missing or wrong and changes nothing. After a return only the returned parts may differ from what was submitted before, and only they go back to review. Parts that belong to another choice than the present one, such as the lease of an owned home, are dropped.',
  })
  async submitDetails(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('input', () => DetailsInput, { description: 'The whole form.' }) input: DetailsInput,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const result = await services.details.submit(em, actorOf(context), number, typedIn(input));
    return services.answer(context, result);
  }
}

const typedIn = ({ secondGuardianDraft, ...input }: DetailsInput) => ({
  ...input,
  secondGuardian: input.secondGuardian ?? secondGuardianDraft,
});

@Resolver(() => CollectionRecordView)
export class RecordDetailsResolver {
  @FieldResolver(() => DetailsView, {
    nullable: true,
    description: 'The detailed information; null until something was saved.',
  })
  async details(
    @Root() record: CollectionRecordView,
    @Ctx() { records, districts, language }: Context,
  ): Promise<DetailsView | null> {
    const { row, key } = record;
    const saved = await records.details.load(row.id);
    if (!saved) return null;
    const own = mayHandle(row);
    if (!own && !saved.submitted_sealed) return null;
    const details = own
      ? openDetails(key, saved.content_sealed)
      : openSubmitted(key, saved.submitted_sealed!).details;
    const phases = await districts.schedule.load(`${row.district_code}/${row.service}`);
    const review = phases.find(({ kind }) => kind === 'REVIEW');
    const savedAt = new Date(own ? saved.saved_at : row.submitted_at!);
    const draft = own && (row.submitted_at === null || savedAt > new Date(row.submitted_at));
    const advice = adviseDetails(details, review ? businessDay(review.closesAt) : null);
    return new DetailsView(details, { draft, savedAt }, advice, language);
  }

  @FieldResolver(() => DetailsDraftView, {
    nullable: true,
    description:
      'What was typed last, in full, to go on with; null for everybody but who may change it, when it cannot be changed, and before anything was saved.',
  })
  async detailsDraft(
    @Root() { row, key, stage }: CollectionRecordView,
    @Ctx() { records }: Context,
  ): Promise<DetailsDraftView | null> {
    const editable = stage === 'DETAILS_DRAFTED' || stage === 'RETURNED';
    const saved = mayHandle(row) && editable ? await records.details.load(row.id) : null;
    if (!saved) return null;
    const { saved_at: savedAt, saved_by: savedBy } = saved;
    const details = openDetails(key, saved.content_sealed);
    return new DetailsDraftView(details, { savedAt: new Date(savedAt), savedBy });
  }

  @FieldResolver(() => DetailsEditingView, {
    nullable: true,
    description:
      'What can be changed now and what is still missing; null for everybody but who may change it, and when it cannot be changed.',
  })
  async detailsEditing(
    @Root() { row }: CollectionRecordView,
    @Ctx() { em, services, language, now }: Context,
  ): Promise<DetailsEditingView | null> {
    const editing = mayHandle(row) ? await services.details.editing(em, row, now) : null;
    return editing && new DetailsEditingView(editing, language);
  }

  @FieldResolver(() => SubmissionReceiptView, {
    nullable: true,
    description: '提交回执: what was submitted last; null before, and for staff.',
  })
  async submissionReceipt(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records, districts, language }: Context,
  ): Promise<SubmissionReceiptView | null> {
    const saved = mayHandle(row) ? await records.details.load(row.id) : null;
    if (!saved?.submitted_sealed || row.submitted_at === null) return null;
    const submitted = openSubmitted(key, saved.submitted_sealed);
    const names = await namesOf([submitted.details], row, { districts, language });
    const at = new Date(row.submitted_at);
    return new SubmissionReceiptView({ number: row.number, at, submitted, names }, language);
  }
}

@Resolver(() => DistrictView)
export class DetailsFormResolver {
  @FieldResolver(() => [FormBlockView], {
    description:
      'The details form of a service: its parts with what is needed, and each field with why it is asked and where it is printed. The district’s own questions are in `questions`.',
  })
  async detailsForm(
    @Root() { code }: DistrictView,
    @Arg('service', () => ServiceKindEnum, { description: 'Which service’s.' }) service: ServiceKind,
    @Ctx() { districts, language }: Context,
    @Arg('ground', () => GroundEnum, { nullable: true, description: 'For TREATED_AS_LOCAL alone.' })
    ground: TreatedAsLocalGround | null,
  ): Promise<FormBlockView[]> {
    const rows = await districts.requirements.load(`${code}/${service}`);
    const needs = narrowestNeeds(rows, ground ?? null);
    return COMMON_BLOCKS.map((block) => new FormBlockView(block, needs[block], language));
  }
}
