import { explain, type Language } from '@enrolment/rulebook/refusal.js';
import { Field, ObjectType } from 'type-graphql';
import { RefusalView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { LIMITS } from '../platform/limits.js';
import { JobView } from '../job/job.type.js';
import { AT_ONCE, type BatchOutcome } from './batch.service.js';

/** The arguments that every batch has. */
export const NUMBERS = {
  description: `Collection numbers of the records: up to ${AT_ONCE} are done at once; more, up to ${LIMITS.texts}, become a job.`,
};
/** The record as an officer has seen it. */
export const REVISION = {
  nullable: true,
  description:
    'For one record alone: its `revision` as it was read. STALE_VERSION, and nothing is decided, when anything has happened to it since. When it is left out, the record is decided on as it is.',
};
/** Nullable, as the contract has it, and false unless it says otherwise. */
export const DRY_RUN = {
  nullable: true,
  defaultValue: false,
  description: 'Whether to say only what would happen, and to write nothing.',
};

@ObjectType('BatchRefusal', { description: 'A record that was left as it was, and the reason.' })
class BatchRefusalView {
  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  readonly number: string;

  @Field(() => RefusalView, {
    description:
      'The reason; NOT_ALLOWED both for a record that does not exist and for one that the viewer may not decide.',
  })
  readonly refusal: RefusalView;

  constructor({ number, refusal }: BatchOutcome['refused'][number], language: Language) {
    this.number = number;
    this.refusal = new RefusalView(explain(refusal, language));
  }
}

@ObjectType('BatchResult', {
  description:
    'The outcome for each of many records. Each record is changed wholly or not at all, whatever happens to the others.',
})
export class BatchResultView {
  @Field(() => Boolean, {
    description:
      'Whether it was a trial run: true when this is only what would happen, and nothing was written.',
  })
  readonly dryRun: boolean;

  @Field(() => [CollectionNumber], { description: 'The records that were changed, in the order given.' })
  readonly done: string[];

  @Field(() => [BatchRefusalView], { description: 'The other records, each with its reason.' })
  readonly refused: BatchRefusalView[];

  @Field(() => JobView, {
    nullable: true,
    description: `For more than ${AT_ONCE} records, and where it takes a second person: the job that does the work, or waits for that person; \`done\` and \`refused\` are then empty. null when everything has already been done.`,
  })
  readonly job: JobView | null;

  constructor({ dryRun, done, refused, job }: BatchOutcome, language: Language) {
    this.job = job && new JobView(job, null);
    this.dryRun = dryRun;
    this.done = done;
    this.refused = refused.map((one) => new BatchRefusalView(one, language));
  }
}
