import { claimedUntil, isGiven } from '@enrolment/rulebook/claim.js';
import { Field, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import type { AssigneeFilter } from '../record-list/filters.js';
import type { ClaimRow } from '../record/relations.statements.js';
import { asEnum } from '../vocabulary.type.js';

export const AssigneeFilterEnum = asEnum<AssigneeFilter>('AssigneeFilter', 'Who has a record in hand.', {
  ME: 'The viewer.',
  NOBODY: 'Nobody: it is free.',
  ME_OR_NOBODY: 'The viewer or nobody: what the viewer can decide on.',
  OTHERS: 'Somebody else.',
});

@ObjectType('Assignee', { description: '认领: the officer who has a record in hand.' })
export class AssigneeView {
  constructor(
    private readonly claim: ClaimRow,
    private readonly reader: { readonly subject: string; readonly key: DataKey; readonly now: Date },
  ) {}

  @Field(() => String, { description: 'The officer’s name, masked.' })
  get name(): string {
    return this.claim.name;
  }

  @Field(() => Boolean, { description: 'Whether it is the viewer.' })
  get me(): boolean {
    return this.claim.officer === this.reader.subject;
  }

  @Field(() => Date, { description: 'Since when the officer has had it in hand.' })
  get since(): Date {
    return this.claim.since;
  }

  @Field(() => Date, { description: 'When something was last done with the record.' })
  get touchedAt(): Date {
    return this.claim.touchedAt;
  }

  @Field(() => Date, { description: 'When the record is free again, if nothing is done with it meanwhile.' })
  get until(): Date {
    return claimedUntil(this.claim);
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Who gave it to the officer, masked: it stays hers without a touch. null when she has taken it herself.',
  })
  get givenBy(): string | null {
    return isGiven(this.claim, this.reader.now) ? this.claim.giverName : null;
  }

  @Field(() => String, { nullable: true, description: 'What was written when it was given, for colleagues.' })
  get note(): string | null {
    const { note } = this.claim;
    return note && isGiven(this.claim, this.reader.now)
      ? this.reader.key.open('record_claim.note', note)
      : null;
  }
}
