import { Arg, createUnionType, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { CollectionRecordView } from '../record/record.type.js';
import { Refused, RefusedView } from '../refusal.type.js';
import { BatchResultView, DRY_RUN, NUMBERS } from '../review/batch.type.js';
import { CollectionNumber } from '../scalars.js';
import { School } from '../school/school.entity.js';
import { SchoolView } from '../school/school.type.js';
import type { AdmissionOutcome, ServiceKind } from '../vocabulary.js';
import { AdmissionOutcomeEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { AdmissionResultView, PublishedView } from './admission.type.js';

export const PublishResult = createUnionType({
  name: 'PublishResult',
  description: 'The results are published, or why not.',
  types: () => [PublishedView, RefusedView] as const,
});

@Resolver(() => CollectionRecordView)
export class AdmissionResolver {
  @FieldResolver(() => AdmissionResultView, {
    nullable: true,
    description: '入学结果; null until the viewer may see it.',
  })
  async admissionResult(
    @Root() record: CollectionRecordView,
    @Ctx() { records }: Context,
  ): Promise<AdmissionResultView | null> {
    const admission = record.resultShown ? await records.admission.load(record.row.id) : null;
    return admission && new AdmissionResultView(admission, record.key);
  }

  @Query(() => [SchoolView], { description: 'The schools of a district, by code. No sign-in.' })
  async schools(
    @Arg('district', () => String, { description: 'Entry code 01 … 18.' }) district: string,
    @Ctx() { em, language }: Context,
  ): Promise<SchoolView[]> {
    const schools = await em.find(School, { district }, { orderBy: { code: 'asc' } });
    return schools.map((school) => new SchoolView(school, language));
  }

  @Mutation(() => BatchResultView, {
    description:
      '学校预登记 (五(一)): by a registrar of the school, for approved children of its district, in its window.',
  })
  async preregister(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('school', () => String, { description: 'Code of the registrar’s own school.' }) school: string,
    @Ctx() context: Context,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const outcome = await services.admissions.preregister(em, actorOf(context), numbers, {
      school,
      dryRun: dryRun ?? false,
    });
    return new BatchResultView(outcome, language);
  }

  @Mutation(() => BatchResultView, {
    description:
      'Officers of the record’s district: 区教委审核 of preregistered children. Nobody outside the district and the school sees it before publishResults; until then it can be changed.',
  })
  async approveAdmissions(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('outcome', () => AdmissionOutcomeEnum, { description: 'The decision; PENDING takes one back.' })
    outcome: AdmissionOutcome,
    @Ctx() context: Context,
    @Arg('note', () => String, {
      nullable: true,
      description: 'The family reads it: the reason (needed for NOT_ADMITTED), or what to bring and when.',
    })
    note: string | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const decision = { outcome, note: note ?? null, dryRun: dryRun ?? false };
    return new BatchResultView(
      await services.admissions.decide(em, actorOf(context), numbers, decision),
      language,
    );
  }

  @Mutation(() => PublishResult, {
    description:
      'Administrators of the district: publishes every decided result of a service. Families, district and schools see them from one and the same instant on.',
  })
  async publishResults(
    @Arg('district', () => String, { description: 'Entry code of the administrator’s own district.' })
    district: string,
    @Arg('service', () => ServiceKindEnum, { description: 'Which service.' }) service: ServiceKind,
    @Ctx() context: Context,
  ): Promise<PublishedView | RefusedView> {
    const { em, services, language } = context;
    const result = await services.admissions.publish(em, actorOf(context), { district, service });
    return result instanceof Refused ? new RefusedView(result.refusals, language) : new PublishedView(result);
  }
}

@Resolver(() => AdmissionResultView)
export class AdmissionResultResolver {
  @FieldResolver(() => SchoolView, {
    nullable: true,
    description: 'The school that preregistered the child.',
  })
  async school(
    @Root() { admission }: AdmissionResultView,
    @Ctx() { schools, language }: Context,
  ): Promise<SchoolView | null> {
    const school = await schools.load(admission.school_code);
    return school && new SchoolView(school, language);
  }
}
