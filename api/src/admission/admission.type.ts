import type { AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';

import type { AdmissionRow } from '../record/relations.statements.js';
import { AdmissionOutcomeEnum } from '../vocabulary.type.js';

@ObjectType('AdmissionResult', {
  description:
    '入学结果. A family sees it only after the school’s preregistration, the district’s approval and the publication (五(二)1).',
})
export class AdmissionResultView {
  constructor(
    readonly admission: AdmissionRow,
    readonly key: DataKey,
    /** Of a copy of what is held. */
    readonly copied: boolean,
  ) {}

  @Field(() => AdmissionOutcomeEnum, { description: 'The district’s decision.' })
  get outcome(): AdmissionOutcome {
    return this.admission.outcome;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the school preregistered the child.' })
  get preregisteredAt(): Date | null {
    return this.admission.preregisteredAt;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the district decided.' })
  get approvedAt(): Date | null {
    const { approvedAt: at } = this.admission;
    return at;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was published, for everybody at once.',
  })
  get publishedAt(): Date | null {
    const { publishedAt: at } = this.admission;
    return at;
  }

  @Field(() => Int, {
    description: 'The version that this is: 1 as it was published, more once it has been corrected.',
  })
  get version(): number {
    return this.admission.version ?? 1;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was corrected last; null for a result as it was published.',
  })
  get correctedAt(): Date | null {
    return this.admission.correctedAt ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The reason, or what to bring and when; null when the district wrote nothing.',
  })
  get note(): string | null {
    const { note: sealed } = this.admission;
    return sealed && this.key.open('admission.note', sealed);
  }
}
