import { askedSince } from '@enrolment/rulebook/details/asked-since.js';
import type { Action } from '@enrolment/rulebook/access.js';
import { businessDay } from '@enrolment/rulebook/calendar.js';
import { withoutConfidential, type Details } from '@enrolment/rulebook/details/details.js';
import { COMMON_BLOCKS } from '@enrolment/rulebook/details/check.js';
import { adviseDetails } from '@enrolment/rulebook/details/advice.js';
import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import type { ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/windows.js';
import { actorOf, type Context } from '../context.js';
import { answer } from '../record/record.answer.js';
import { SEASON } from '../district/district.resolver.js';
import { DistrictView } from '../district/district.type.js';
import { decidesOn, mayHandle, readsSpecialNeeds } from '../record/access.js';
import type { RecordFacts } from '../record/record.statements.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import type { Viewer } from '../platform/identity.js';
import { Limited } from '../platform/rates/limited.js';
import { CollectionNumber } from '../scalars.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { DetailsEditingView } from './details-editing.type.js';
import { DetailsDraftView } from './details-draft.type.js';
import { FormBlockView } from './details-form.type.js';
import { detailsInWords, ReceiptSectionView } from './details-in-words.js';
import { namesOf } from './detail-names.js';
import { openDetails, openSubmitted } from './details.content.js';
import { DetailsInput, type DetailsGiven } from './details.inputs.js';
import { narrowestNeeds } from './details.needs.js';
import { DetailsView } from './details.type.js';
import { SubmissionReceiptView } from './receipt.type.js';

const NUMBER = { description: 'The record’s collection number.' };

@Resolver()
export class DetailsResolver {
  @Authorized<Action>('HANDLE_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '暂存信息 (manual 二(二)): keeps what was typed, however incomplete or wrong, and gives the record its next version. The guardian who registered the child and the authorised one may save while the window for details is open; after that, only what was returned can be saved, until it is due. STALE_VERSION when somebody has saved in between: read the record again and compare.',
  })
  @Limited('SAVE')
  async saveDetails(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('input', () => DetailsInput, { description: 'The whole form, as typed so far.' })
    input: DetailsGiven,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.details.save(em, actorOf(context), number, typedIn(input)));
  }

  @Authorized<Action>('HANDLE_RECORD')
  @Mutation(() => RecordResult, {
    description:
      '提交信息 (manual 二(二)): sends the details to the district, or lists everything that is missing or wrong and changes nothing. After a return, only the returned parts may differ from what was submitted before, and only they go back to review. Values that belong to a choice other than the present one, such as the lease of an owned home, are dropped.',
  })
  @Limited('SAVE')
  async submitDetails(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('input', () => DetailsInput, { description: 'The whole form.' }) input: DetailsGiven,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const result = await services.details.submit(em, actorOf(context), number, typedIn(input));
    return answer(context, result);
  }
}

const typedIn = ({ secondGuardianDraft, ...input }: DetailsGiven) => ({
  ...input,
  secondGuardian: input.secondGuardian ?? secondGuardianDraft,
});

/** Without what is confidential, for whoever may not read it. */
const shownTo = (viewer: Viewer | null, record: RecordFacts, details: Details): Details =>
  readsSpecialNeeds(viewer, record) ? details : withoutConfidential(details);

@Resolver(() => CollectionRecordView)
export class RecordDetailsResolver {
  @FieldResolver(() => DetailsView, {
    nullable: true,
    description: 'The detailed information; null until something was saved.',
  })
  async details(
    @Root() record: CollectionRecordView,
    @Ctx() { viewer, records, districts, language, now }: Context,
  ): Promise<DetailsView | null> {
    const { row, key } = record;
    const saved = await records.details.load(row.id);
    if (!saved) return null;
    const own = mayHandle(row);
    if (!own && !saved.submitted) return null;
    const whole = own ? openDetails(key, saved.content) : openSubmitted(key, saved.submitted!).details;
    const details = shownTo(viewer, row, whole);
    const phases = await districts.schedule.load(calendarOf(row));
    const review = phases.find(({ kind }) => kind === 'REVIEW');
    const savedAt = own ? saved.savedAt : row.submittedAt!;
    const draft = own && (row.submittedAt == null || savedAt > row.submittedAt);
    const advice = adviseDetails(details, review ? businessDay(review.closesAt) : null);
    return new DetailsView(details, { draft, savedAt, now }, advice, language);
  }

  @FieldResolver(() => DetailsDraftView, {
    nullable: true,
    description:
      'What was typed last, in full, so that it can be continued. null for everybody who may not change it, while it cannot be changed, and before anything was saved.',
  })
  async detailsDraft(
    @Root() { row, key, stage }: CollectionRecordView,
    @Ctx() { records, districts }: Context,
  ): Promise<DetailsDraftView | null> {
    const editable = STAGE_PLAN[stage].editing !== 'CLOSED';
    const saved = mayHandle(row) && editable ? await records.details.load(row.id) : null;
    if (!saved) return null;
    const { savedAt, savedBy } = saved;
    const questions = await districts.everAsked.load(calendarOf(row));
    const retired = new Set(questions.filter(({ asked }) => !asked).map((question) => question.key));
    const { details } = askedSince(openDetails(key, saved.content), { questions: [], retired }, null);
    return new DetailsDraftView(details, { savedAt, savedBy });
  }

  @FieldResolver(() => DetailsEditingView, {
    nullable: true,
    description:
      'What can be changed now and what is still missing. null for everybody who may not change the details, and while they cannot be changed.',
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
    description: '提交回执: what was submitted last; null before the first submission, and for staff.',
  })
  async submissionReceipt(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { records, districts, language }: Context,
  ): Promise<SubmissionReceiptView | null> {
    const saved = mayHandle(row) ? await records.details.load(row.id) : null;
    if (!saved?.submitted || row.submittedAt == null) return null;
    const submitted = openSubmitted(key, saved.submitted);
    const names = await namesOf([submitted.details], row, { districts, language });
    const at = row.submittedAt;
    return new SubmissionReceiptView({ number: row.number, at, submitted, names }, language);
  }

  @FieldResolver(() => [ReceiptSectionView], {
    description:
      'For officers who decide on the record: what was submitted last, part by part and in words, its numbers masked. Empty for everybody else, and before the first submission.',
  })
  async submittedInWords(
    @Root() { row, key }: CollectionRecordView,
    @Ctx() { viewer, records, districts, language }: Context,
  ): Promise<ReceiptSectionView[]> {
    const saved = viewer !== null && decidesOn(viewer, row) ? await records.details.load(row.id) : null;
    if (!saved?.submitted || row.submittedAt == null) return [];
    const details = shownTo(viewer, row, openSubmitted(key, saved.submitted).details);
    const names = await namesOf([details], row, { districts, language });
    return detailsInWords(details, names, { language, whole: false });
  }
}

@Resolver(() => DistrictView)
export class DetailsFormResolver {
  @FieldResolver(() => [FormBlockView], {
    description:
      'The details form of a service: its parts and whether each is needed, and its fields with why each is asked and where it is printed. The district’s own questions are in `questions`.',
  })
  async detailsForm(
    @Root() { code }: DistrictView,
    @Arg('service', () => ServiceKindEnum, { description: 'The service that it is about.' })
    service: ServiceKind,
    @Ctx() { districts, language, seasons }: Context,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Arg('ground', () => GroundEnum, { nullable: true, description: 'For TREATED_AS_LOCAL alone.' })
    ground: TreatedAsLocalGround | null = null,
  ): Promise<FormBlockView[]> {
    const season = await seasons.shown(year ?? null);
    const rows = season ? await districts.requirements.load(`${season.year}/${code}/${service}`) : [];
    const needs = narrowestNeeds(rows, ground);
    return COMMON_BLOCKS.map((block) => new FormBlockView(block, needs[block], ground, language));
  }
}
