import type { Action } from '@enrolment/rulebook/access.js';
import { FreeText } from '../platform/free-text.js';
import type { AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { answer } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { BatchResultView, DRY_RUN, NUMBERS, REVISION } from '../review/batch.type.js';
import { CollectionNumber } from '../scalars.js';
import { SchoolView } from '../school/school.type.js';
import { AdmissionOutcomeEnum } from '../vocabulary.type.js';
import { AdmissionResultView } from './admission.type.js';

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
    return admission && new AdmissionResultView(admission, record.key, record.copied);
  }

  @Query(() => [SchoolView], {
    description:
      'The schools of a district, ordered by code; empty for an unknown district. Needs no sign-in.',
  })
  async schools(
    @Arg('district', () => String, { description: 'Entry code 01 … 18.' }) district: string,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView[]> {
    const schools = [...(await reference.schools()).values()].filter(
      (school) => school.district === district,
    );
    return schools.map((school) => new SchoolView(school, language));
  }

  @Authorized<Action>('PREREGISTER')
  @Mutation(() => BatchResultView, {
    description:
      '学校预登记 (五(一)), for registrars of the school: preregisters approved children of its district, while the window is open.',
  })
  async preregister(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('school', () => String, { description: 'Code of the registrar’s own school.' }) school: string,
    @Ctx() context: Context,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('key', () => String, {
      nullable: true,
      description:
        'For one record alone: a UUID that the client makes. Sent again, it is done once and answered alike; STAGE_CONFLICT once it has been undone, ATTEMPT_REUSED for another record or school.',
    })
    key: string | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const asked = { numbers, school, key: key ?? null, dryRun: dryRun ?? false };
    const outcome = await services.batches.run(em, actorOf(context), 'PREREGISTER', asked);
    return new BatchResultView(outcome, language);
  }

  @Authorized<Action>('PREREGISTER')
  @Mutation(() => RecordResult, {
    description:
      'For registrars of the school: takes back its preregistration of a child on the same day, before the district has decided about the admission. The record is APPROVED again, and the family is told. OUTSIDE_WINDOW on a later day, STAGE_CONFLICT once the district has decided.',
  })
  async undoPreregistration(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Arg('school', () => String, { description: 'Code of the registrar’s own school.' }) school: string,
    @Ctx() context: Context,
    @FreeText('reason', {
      description:
        'The reason, which the family reads and which is audited. It must name nobody, and have no number of 7 digits or more.',
    })
    reason: string,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const asked = { number, school, reason };
    return answer(context, await services.preregistrations.undo(em, actorOf(context), asked));
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Mutation(() => BatchResultView, {
    description:
      '区教委审核, for officers of the record’s district: decides on the admission of preregistered children. Only the district sees it, and the school that it assigns, before publishResults; until then it can be changed.',
  })
  async approveAdmissions(
    @Arg('numbers', () => [CollectionNumber], NUMBERS) numbers: string[],
    @Arg('outcome', () => AdmissionOutcomeEnum, {
      description: 'The decision; PENDING takes an earlier one back.',
    })
    outcome: AdmissionOutcome,
    @Ctx() context: Context,
    @FreeText('note', {
      nullable: true,
      description: 'What the family reads: the reason (needed for NOT_ADMITTED), or what to bring and when.',
    })
    note: string | null,
    @Arg('revision', () => Int, REVISION) revision: number | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('school', () => String, {
      nullable: true,
      description:
        'With ADMITTED: code of the school of the district to which the children are assigned, also if another has preregistered them. When it is left out, the school stays as it is; PENDING leads back to the school that preregistered the child.',
    })
    school: string | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const seen = { numbers, revision: revision ?? null, dryRun: dryRun ?? false };
    const asked = { ...seen, outcome, note: note ?? null, school: school ?? null };
    const result = await services.batches.run(em, actorOf(context), 'APPROVE_ADMISSIONS', asked);
    return new BatchResultView(result, language);
  }
}

@Resolver(() => AdmissionResultView)
export class AdmissionResultResolver {
  @FieldResolver(() => SchoolView, {
    nullable: true,
    description:
      'The school: the one that the district has assigned the child to, otherwise the one that preregistered the child.',
  })
  async school(
    @Root() { admission }: AdmissionResultView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = (await reference.schools()).get(admission.assignedSchool ?? admission.school);
    return school ? new SchoolView(school, language) : null;
  }
}
