import { isOverPlan, type Filling } from '@enrolment/rulebook/school.js';
import { explain, type Language } from '@enrolment/rulebook/refusal.js';
import type { AdmissionOutcome, CheckStatus, ReviewItemKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { NewestFirst } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import { RefusalView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import {
  AdmissionOutcomeEnum,
  asEnum,
  CheckStatusEnum,
  ReviewItemKindEnum,
  StageEnum,
} from '../vocabulary.type.js';
import type { Reader } from '../actor.js';
import { stateOf, type RowsAlike } from './job.service.js';
import type { Job, JobBadLine, JobKind, JobOutcome, JobRow, JobState, OrderKept } from './job.entity.js';

const JobKindEnum = asEnum<JobKind>('JobKind', 'What a job does.', {
  DECIDE_REVIEW_ITEM: 'The decisions of decideReviewItem.',
  DECIDE_IDENTITY_CHECK: 'The decisions of decideIdentityCheck.',
  REJECT_RECORDS: 'The decisions of rejectRecords.',
  PREREGISTER: 'The decisions of preregister.',
  APPROVE_ADMISSIONS: 'The decisions of approveAdmissions.',
  CLAIM_RECORDS: '认领: takes records in hand.',
  RELEASE_RECORDS: '放回: gives records back.',
  TAKE_OVER_RECORDS: '接手: takes records over from colleagues.',
  EXPORT_LIST: 'The export of proposeListExport: changes no record.',
});
export const JobStateEnum = asEnum<JobState>('JobState', 'The states of a job.', {
  PROPOSED: 'It waits until somebody else of the district confirms it.',
  QUEUED: 'It has not begun.',
  RUNNING: 'Some of its rows have their outcome.',
  DONE: 'Every row has its outcome.',
  FAILED:
    'It was given up after several tries, for a reason on our side. What is done stays done; the rest can be requested again.',
  CANCELLED: 'Somebody cancelled it. What was done before that stays done.',
  DECLINED: 'Somebody else of the district declined it. Nothing was done.',
  EXPIRED: 'Nobody confirmed it in time. Nothing was done.',
});
export const JobOutcomeEnum = asEnum<JobOutcome>('JobOutcome', 'The outcome of one row of a job.', {
  DONE: 'The record was changed; in a trial run, it would be; in an export, it is in the file.',
  REFUSED: 'The record was left as it was, for the reason given.',
});

@ObjectType('JobOrder', {
  description: 'What a job does to each record. What its kind does not take is null.',
})
export class JobOrderView {
  @Field(() => ReviewItemKindEnum, { nullable: true, description: 'The review item that is decided.' })
  readonly item: ReviewItemKind | null;

  @Field(() => CheckStatusEnum, {
    nullable: true,
    description: 'The decision about the review item or the identity check.',
  })
  readonly status: CheckStatus | null;

  @Field(() => AdmissionOutcomeEnum, { nullable: true, description: 'The decision about the admission.' })
  readonly outcome: AdmissionOutcome | null;

  /** Code of the school that the children are assigned to. */
  readonly schoolCode: string | null;

  @Field(() => String, { nullable: true, description: 'The reason or note, which the families read.' })
  readonly reason: string | null;

  @Field(() => String, { nullable: true, description: 'What the families can do about it.' })
  readonly remedy: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the correction is due.' })
  readonly dueAt: Date | null;

  constructor(order: OrderKept) {
    this.item = order.kind ?? null;
    this.status = order.status ?? null;
    this.outcome = order.outcome ?? null;
    this.schoolCode = order.school ?? null;
    this.reason = order.reason ?? order.note ?? null;
    this.remedy = order.remedy ?? null;
    this.dueAt = order.dueAt ? new Date(order.dueAt) : null;
  }
}

@ObjectType('JobBadLine', { description: 'A line of a file that says nothing that could be done.' })
class JobBadLineView {
  @Field(() => Int, { description: 'Its number, as a spreadsheet counts; the titles are line 1.' })
  readonly line: number;

  @Field(() => [RefusalView], {
    description:
      'What is wrong with it; `field` is the column: number, outcome, school, note, item, status, reason, remedy or dueAt.',
  })
  readonly refusals: RefusalView[];

  constructor({ line, refusals }: JobBadLine, language: Language) {
    this.line = line;
    this.refusals = refusals.map((refusal) => new RefusalView(explain(refusal, language)));
  }
}

@ObjectType('JobBadLineConnection', {
  description: 'A page of the lines that cannot be read, in their order.',
})
export class JobBadLineConnectionView {
  @Field(() => [JobBadLineView], { description: 'The lines.' })
  readonly nodes: JobBadLineView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(
    lines: readonly JobBadLine[],
    { first, after }: { first: number; after: number },
    language: Language,
  ) {
    const { shown, pageInfo } = cutPage(lines, { first, goesOn: after > 0 }, ({ line }) => String(line));
    this.nodes = shown.map((line) => new JobBadLineView(line, language));
    this.pageInfo = pageInfo;
  }
}

@ObjectType('JobFile', { description: 'The file that a job’s records came from. It is not kept.' })
export class JobFileView {
  constructor(readonly job: Job) {}

  @Field(() => String, { description: 'SHA-256 of its bytes in hexadecimal, by which it is known again.' })
  get fingerprint(): string {
    return this.job.fingerprint!;
  }

  @Field(() => Int, {
    description:
      'How many of its lines cannot be read; 0 for a job that carries a dry run out, whose lines are the good ones.',
  })
  get badLineCount(): number {
    return this.job.badLines!;
  }
}

@ObjectType('JobRow', { description: 'One record of a job.' })
class JobRowView {
  @Field(() => Int, {
    description:
      'Its position in the list that was given, counted from 1; of a file, the number of its line.',
  })
  readonly position: number;

  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  readonly number: string;

  @Field(() => JobOutcomeEnum, {
    nullable: true,
    description: 'Its outcome; null while it is waiting.',
  })
  readonly outcome: JobOutcome | null;

  @Field(() => RefusalView, {
    nullable: true,
    description: 'Why the record was left as it was; null otherwise.',
  })
  readonly refusal: RefusalView | null;

  @Field(() => StageEnum, {
    nullable: true,
    description:
      'The stage to which the record went; in a trial run, to which it would go. null when it stayed in its stage.',
  })
  readonly stage: Stage | null;

  @Field(() => JobOrderView, {
    nullable: true,
    description:
      'What is done to this record, in a job of a file, for as long as that is kept; null otherwise: the job’s `order` is then that of all.',
  })
  readonly order: JobOrderView | null;

  constructor(
    { position, number, outcome, refusal, stage }: JobRow,
    order: OrderKept | undefined,
    language: Language,
  ) {
    this.order = order ? new JobOrderView(order) : null;
    this.stage = stage ?? null;
    this.position = position;
    this.number = number;
    this.outcome = outcome ?? null;
    this.refusal = refusal ? new RefusalView(explain(refusal, language)) : null;
  }
}

@ObjectType('JobRowConnection', { description: 'A page of the rows of a job, in the order given.' })
export class JobRowConnectionView {
  @Field(() => [JobRowView], { description: 'The rows.' })
  readonly nodes: JobRowView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(
    rows: readonly JobRow[],
    orders: ReadonlyMap<string, OrderKept>,
    { first, after }: { first: number; after: number },
    language: Language,
  ) {
    const { shown, pageInfo } = cutPage(rows, { first, goesOn: after > 0 }, (row) => String(row.position));
    this.nodes = shown.map((row) => new JobRowView(row, orders.get(row.number), language));
    this.pageInfo = pageInfo;
  }
}

@ObjectType('JobRowsAlike', { description: 'How many records of a job had the same outcome.' })
export class JobRowsAlikeView {
  @Field(() => JobOutcomeEnum, { description: 'Their outcome.' })
  readonly outcome: JobOutcome;

  @Field(() => StageEnum, { nullable: true, description: 'The stage to which they went, as with a row.' })
  readonly stage: Stage | null;

  @Field(() => RefusalView, {
    nullable: true,
    description: 'Why they were left as they were; null otherwise.',
  })
  readonly refusal: RefusalView | null;

  @Field(() => Int, { description: 'The number of records.' })
  readonly count: number;

  constructor({ outcome, stage, refusal, n }: RowsAlike, language: Language) {
    this.outcome = outcome!;
    this.stage = stage;
    this.refusal = refusal ? new RefusalView(explain(refusal, language)) : null;
    this.count = n;
  }
}

@ObjectType('JobSchool', {
  description: 'How a trial run or a proposal would change the number of children of a school.',
})
export class JobSchoolView {
  constructor(readonly filling: Filling) {}

  @Field(() => Int, {
    nullable: true,
    description: 'How many children it can take in the season; null where none is set.',
  })
  get quota(): number | null {
    return this.filling.quota;
  }

  @Field(() => Int, {
    description:
      'How many children of all services it has now: preregistered by it or assigned to it, and not refused.',
  })
  get taken(): number {
    return this.filling.taken;
  }

  @Field(() => Int, { description: 'How many it would have.' })
  get wouldBe(): number {
    return this.filling.wouldBe;
  }

  @Field(() => Boolean, {
    description: 'Whether that is more than it can take: a warning, which holds nothing up.',
  })
  get overPlan(): boolean {
    return isOverPlan(this.filling);
  }
}

@ObjectType('JobSecond', { description: 'The second person, who confirmed or declined a job.' })
class JobSecondView {
  @Field(() => String, { description: 'The name, masked.' })
  readonly name: string;

  @Field(() => GraphQLDateTime, { description: 'When they did.' })
  readonly at: Date;

  constructor(name: string, at: Date) {
    this.name = name;
    this.at = at;
  }
}

/** Who reads a job, when; null for whoever has just asked for it. */
type JobReader = Pick<Reader, 'viewer' | 'now'> | null;

@ObjectType('Job', {
  description:
    'Work on many records that goes on while nobody waits for it. Each record is changed wholly or not at all, and only once. Read the job again to see its progress. It is kept for 90 days.',
})
export class JobView {
  constructor(
    readonly job: Job,
    private readonly reader: JobReader,
  ) {}

  @Field(() => ID, { description: 'Id of the job, for `job` and `cancelJob`.' })
  get id(): string {
    return this.job.id;
  }

  @Field(() => JobKindEnum, { description: 'What it does.' })
  get kind(): JobKind {
    return this.job.kind;
  }

  @Field(() => JobStateEnum, { description: 'Its state.' })
  get state(): JobState {
    return stateOf(this.job, this.reader?.now ?? this.job.createdAt);
  }

  @Field(() => Boolean, {
    description: 'Whether it is a trial run: it only says what would happen, and changes no record.',
  })
  get dryRun(): boolean {
    return this.job.dryRun;
  }

  @Field(() => Boolean, { description: 'Whether the viewer requested it.' })
  get own(): boolean {
    return this.reader === null || this.job.askedBy === this.reader.viewer?.subject;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the district of all its records; null when they belong to several districts.',
  })
  get district(): string | null {
    return this.job.district ?? null;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Year of the season of all its records; null when they belong to several seasons.',
  })
  get season(): number | null {
    return this.job.season ?? null;
  }

  @Field(() => Int, { description: 'The number of records, each counted once.' })
  get total(): number {
    return this.job.total;
  }

  @Field(() => JobFileView, {
    nullable: true,
    description: 'The file that its records came from, for a job of `tryFile`; null for others.',
  })
  get file(): JobFileView | null {
    return this.job.fingerprint == null ? null : new JobFileView(this.job);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The masked name of whoever requested it; null for a system.',
  })
  get requestedBy(): string | null {
    return this.job.askedName ?? null;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The trial run that it carries out, for a job of `startBulk`.',
  })
  get carriesOut(): string | null {
    return this.job.trial ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Until when a trial run of `tryBulk` can be carried out, a PROPOSED job be confirmed, and an export that is DONE be downloaded; null for others.',
  })
  get expiresAt(): Date | null {
    return this.job.expiresAt ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Eight letters and digits, such as K7QF-92MX, by which two people know that they look at the same decision about the same records; null for a job that needs no second person.',
  })
  get checkCode(): string | null {
    return this.job.checkCode ?? null;
  }

  @Field(() => JobSecondView, {
    nullable: true,
    description: 'Whoever confirmed or declined it; null before that, and where nobody had to.',
  })
  get second(): JobSecondView | null {
    const { secondName, secondAt } = this.job;
    return secondAt ? new JobSecondView(secondName ?? '', secondAt) : null;
  }

  @Field(() => Int, { description: 'The number of records done so far.' })
  get done(): number {
    return this.job.done;
  }

  @Field(() => Int, { description: 'The number of records refused so far.' })
  get refused(): number {
    return this.job.refused;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was requested.' })
  get createdAt(): Date {
    return this.job.createdAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the first rows got their outcome; null before that.',
  })
  get startedAt(): Date | null {
    return this.job.startedAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ended, in whatever state; null before that.',
  })
  get finishedAt(): Date | null {
    return this.job.finishedAt ?? null;
  }
}

@ObjectType('JobConnection', { description: 'A page of jobs, newest first.' })
export class JobConnectionView {
  @Field(() => [JobView], { description: 'The jobs.' })
  readonly nodes: JobView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(jobs: readonly Job[], { first, before }: NewestFirst, reader: JobReader) {
    const { shown, pageInfo } = cutPage(jobs, { first, goesOn: before !== null }, ({ id }) => id);
    this.nodes = shown.map((job) => new JobView(job, reader));
    this.pageInfo = pageInfo;
  }
}
