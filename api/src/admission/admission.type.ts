import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import { instant } from '../platform/sql.js';
import type { AdmissionRow } from '../record/record.loaders.js';
import type { AdmissionOutcome } from '../vocabulary.js';
import { AdmissionOutcomeEnum } from '../vocabulary.type.js';

@ObjectType('AdmissionResult', {
  description:
    '入学结果. A family sees it only after the school’s preregistration, the district’s approval and the publication (五(二)1).',
})
export class AdmissionResultView {
  constructor(
    readonly admission: AdmissionRow,
    private readonly key: DataKey,
  ) {}

  @Field(() => AdmissionOutcomeEnum, { description: 'What was decided.' })
  get outcome(): AdmissionOutcome {
    return this.admission.outcome;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the school preregistered the child.' })
  get preregisteredAt(): Date | null {
    return new Date(this.admission.preregistered_at);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the district decided.' })
  get approvedAt(): Date | null {
    const { approved_at: at } = this.admission;
    return instant(at);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was published, for everybody at once.',
  })
  get publishedAt(): Date | null {
    const { published_at: at } = this.admission;
    return instant(at);
  }

  @Field(() => String, { nullable: true, description: 'The reason, or what to bring and when.' })
  get note(): string | null {
    const { note_sealed: sealed } = this.admission;
    return sealed && this.key.open('admission.note', sealed);
  }
}

@ObjectType('Published', { description: 'Results were published, all at the same instant.' })
export class PublishedView {
  @Field(() => Int, { description: 'How many; 0 when there was nothing new.' })
  readonly count: number;

  @Field(() => GraphQLDateTime, { description: 'From when on they are seen.' })
  readonly at: Date;

  constructor({ count, at }: { count: number; at: Date }) {
    this.count = count;
    this.at = at;
  }
}
