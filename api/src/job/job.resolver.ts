import type { Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { checkPageSize, DEFAULT_PAGE, PAGE_LIMIT, pageOf, placeOf } from '../paging.js';
import { SchoolView } from '../school/school.type.js';
import type { JobOutcome, JobState } from './job.entity.js';
import { maySecond } from './job.service.js';
import {
  JobBadLineConnectionView,
  JobConnectionView,
  JobFileView,
  JobOrderView,
  JobOutcomeEnum,
  JobRowConnectionView,
  JobRowsAlikeView,
  JobSchoolView,
  JobStateEnum,
  JobView,
} from './job.type.js';

const FIRST = {
  nullable: true,
  defaultValue: DEFAULT_PAGE,
  description: `The number of entries, at most ${PAGE_LIMIT}.`,
};
const AFTER = { nullable: true, description: 'The endCursor of the previous page.' };
const WHICH = { description: 'Id of the job.' };

@Resolver(() => JobView)
export class JobResolver {
  @Authorized<Action>('OVERSEE_JOBS')
  @Query(() => JobView, {
    nullable: true,
    description:
      'A job, for whoever requested it, for the administrators of its district, and for its officers where it needs a second person; null both when it does not exist and when the viewer may not see it. It is absent for whoever handles one of its records as a guardian.',
  })
  async job(@Arg('id', () => ID, WHICH) id: string, @Ctx() context: Context): Promise<JobView | null> {
    const actor = actorOf(context);
    const job = await context.services.jobs.find(context.em, actor, id);
    return job && new JobView(job, context);
  }

  @Authorized<Action>('OVERSEE_JOBS')
  @Query(() => JobConnectionView, {
    description:
      'Newest first: the jobs that the viewer requested, those of an officer’s district that need or needed a second person, and for administrators all of their districts.',
  })
  async jobs(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('states', () => [JobStateEnum], {
      nullable: true,
      description: 'Only those in one of these states.',
    })
    states: JobState[] | null,
    @Ctx() context: Context,
  ): Promise<JobConnectionView> {
    const actor = actorOf(context);
    const page = pageOf(first, after);
    const asked = { ...page, first: page.first + 1, states: states ?? null };
    return new JobConnectionView(await context.services.jobs.list(context.em, actor, asked), page, context);
  }

  @FieldResolver(() => JobOrderView, {
    nullable: true,
    description:
      'What it does to each record; null once that is no longer kept: when the job is over, and for a trial run when it can no longer be carried out. null for an export.',
  })
  order(@Root() { job }: JobView, @Ctx() { services }: Context): JobOrderView | null {
    const order = job.kind === 'EXPORT_LIST' ? null : services.jobs.requestOf(job);
    return order === null ? null : new JobOrderView(order);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'Id of the job of `startBulk` that carries out this trial run; null for others, and before that.',
  })
  async carriedOutBy(@Root() { job }: JobView, @Ctx() { em, services }: Context): Promise<string | null> {
    return job.dryRun ? ((await services.jobs.carryingOut(em, job.id))?.id ?? null) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may confirm or decline it now.' })
  async mayConfirm(
    @Root() { job, state }: JobView,
    @Ctx() { em, services, viewer }: Context,
  ): Promise<boolean> {
    if (!viewer || state !== 'PROPOSED' || !maySecond(viewer, job)) return false;
    return !(await services.jobs.answersFor(em, viewer, job));
  }

  @FieldResolver(() => [JobRowsAlikeView], {
    description:
      'Its records that have their outcome, counted together where it is the same: the done ones first, then the refused ones, the most frequent reason first.',
  })
  async summary(
    @Root() { job }: JobView,
    @Ctx() { em, services, language }: Context,
  ): Promise<JobRowsAlikeView[]> {
    const alike = await services.jobs.summary(em, job);
    return alike.map((one) => new JobRowsAlikeView(one, language));
  }

  @FieldResolver(() => [JobSchoolView], {
    description:
      'For a trial run that is DONE and a job that is PROPOSED, of APPROVE_ADMISSIONS: the schools that would have more or fewer children than now, by code. Empty for others, for whoever may not read results before they are published, and once its order is no longer kept.',
  })
  async schools(
    @Root() { job }: JobView,
    @Ctx() { em, services, viewer }: Context,
  ): Promise<JobSchoolView[]> {
    return (await services.jobs.fillings(em, viewer, job)).map((filling) => new JobSchoolView(filling));
  }

  @FieldResolver(() => JobRowConnectionView, { description: 'Its records, in the order given.' })
  async rows(
    @Root() { job }: JobView,
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('outcome', () => JobOutcomeEnum, { nullable: true, description: 'Only those with this outcome.' })
    outcome: JobOutcome | null,
    @Ctx() { em, services, language }: Context,
  ): Promise<JobRowConnectionView> {
    const page = { first: checkPageSize(first ?? DEFAULT_PAGE), after: Number(placeOf(after ?? null) ?? 0) };
    const which = { ...page, first: page.first + 1, outcome: outcome ?? null };
    const rows = await services.jobs.rows(em, job, which);
    return new JobRowConnectionView(rows, services.jobs.ordersOf(job, rows), page, language);
  }

  @Authorized<Action>('OVERSEE_JOBS')
  @Mutation(() => JobView, {
    description:
      'Ends a job early. What is done stays done, and a job that is over stays as it is. FORBIDDEN both for a job that does not exist and for one that the viewer may not end.',
  })
  async cancelJob(@Arg('id', () => ID, WHICH) id: string, @Ctx() context: Context): Promise<JobView> {
    const actor = actorOf(context);
    return new JobView(await context.services.jobs.cancel(context.em, actor, id), context);
  }
}

@Resolver(() => JobSchoolView)
export class JobSchoolResolver {
  @FieldResolver(() => SchoolView, { description: 'The school.' })
  async school(
    @Root() { filling }: JobSchoolView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView> {
    return new SchoolView((await reference.schools()).get(filling.school)!, language);
  }
}

@Resolver(() => JobOrderView)
export class JobOrderResolver {
  @FieldResolver(() => SchoolView, {
    nullable: true,
    description: 'The school to which the child is assigned; null where it stays as it is.',
  })
  async school(
    @Root() { schoolCode }: JobOrderView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = schoolCode === null ? undefined : (await reference.schools()).get(schoolCode);
    return school ? new SchoolView(school, language) : null;
  }
}

@Resolver(() => JobFileView)
export class JobFileResolver {
  @FieldResolver(() => JobBadLineConnectionView, {
    description: 'The lines that cannot be read, in their order.',
  })
  async badLines(
    @Root() { job }: JobFileView,
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() { em, services, language }: Context,
  ): Promise<JobBadLineConnectionView> {
    const page = { first: checkPageSize(first ?? DEFAULT_PAGE), after: Number(placeOf(after ?? null) ?? 0) };
    const lines = await services.jobs.badLines(em, job, { ...page, first: page.first + 1 });
    return new JobBadLineConnectionView(lines, page, language);
  }
}
