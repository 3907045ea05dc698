import { Field, ObjectType } from 'type-graphql';
import { RefusalView } from '../refusal.type.js';
import { explain, type Language } from '../rulebook/refusal.js';
import { CollectionNumber } from '../scalars.js';
import { LIMITS } from '../platform/limits.js';
import type { BatchOutcome } from './batch.js';

/** The arguments that every batch has. */
export const NUMBERS = { description: `Which records, at most ${LIMITS.list}.` };
/** Nullable, as the contract has it, and false unless it says otherwise. */
export const DRY_RUN = { nullable: true, defaultValue: false, description: 'Only say what would happen.' };

@ObjectType('BatchRefusal', { description: 'A record to which nothing was done, and why.' })
export class BatchRefusalView {
  @Field(() => CollectionNumber, { description: 'Which record.' })
  readonly number: string;

  @Field(() => RefusalView, {
    description: 'Why; NOT_ALLOWED for what does not exist and for what is not the viewer’s to decide.',
  })
  readonly refusal: RefusalView;

  constructor({ number, refusal }: BatchOutcome['refused'][number], language: Language) {
    this.number = number;
    this.refusal = new RefusalView(explain(refusal, language));
  }
}

@ObjectType('BatchResult', {
  description: 'What was done to each of many records: all or nothing per record, never per batch.',
})
export class BatchResultView {
  @Field(() => Boolean, { description: 'true: this is what would happen, and nothing was written.' })
  readonly dryRun: boolean;

  @Field(() => [CollectionNumber], { description: 'The records to which it was done, in the order given.' })
  readonly done: string[];

  @Field(() => [BatchRefusalView], { description: 'The others, each with its reason.' })
  readonly refused: BatchRefusalView[];

  constructor({ dryRun, done, refused }: BatchOutcome, language: Language) {
    this.dryRun = dryRun;
    this.done = done;
    this.refused = refused.map((one) => new BatchRefusalView(one, language));
  }
}
