import type { Language } from '@enrolment/rulebook/refusal.js';
import { unusualInWords, type Unusual, type UnusualKind } from '@enrolment/rulebook/unusual.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AuditFault } from '../platform/audit/audit-verification.entity.js';
import type { TrailState } from '../platform/audit/verifications.js';
import { CalendarDate } from '../scalars.js';
import { asEnum } from '../vocabulary.type.js';

const AuditFaultKindEnum = asEnum<AuditFault['kind']>(
  'AuditFaultKind',
  'What of the audit trail does not hold.',
  {
    ENTRY: 'An entry was changed, taken out or put in between, or the end of a chain was cut off.',
    SEAL: 'A daily seal was forged or removed, or a chain is not what it was when it was sealed.',
  },
);

@ObjectType('AuditFault', { description: 'A place where the audit trail does not hold.' })
export class AuditFaultView {
  constructor(private readonly fault: TrailState['faults'][number]) {}

  @Field(() => AuditFaultKindEnum, { description: 'What does not hold.' })
  get kind(): AuditFault['kind'] {
    return this.fault.kind;
  }

  @Field(() => String, {
    description:
      'Where: chain and entry as `12:345`, from which on nothing is certain; or the number of the seal.',
  })
  get place(): string {
    return this.fault.place;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was found.' })
  get foundAt(): Date {
    return this.fault.foundAt;
  }
}

@ObjectType('AuditChain', {
  description:
    'Whether the audit trail of the city is as it was written. Every night each entry and seal is verified; at each question, the ends of the chains and the newest seal.',
})
export class AuditChainView {
  constructor(private readonly state: TrailState) {}

  @Field(() => Int, { description: 'The number of entries.' })
  get entries(): number {
    return this.state.entries;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the chains were last sealed; null before.',
  })
  get lastSealAt(): Date | null {
    return this.state.sealedAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the whole trail was last verified; null before the first night, and when what was kept of it is not signed by this service.',
  })
  get verifiedAt(): Date | null {
    return this.state.verified?.at ?? null;
  }

  @Field(() => Int, { nullable: true, description: 'The number of entries that were verified then.' })
  get verifiedEntries(): number | null {
    return this.state.verified?.entries ?? null;
  }

  @Field(() => Boolean, {
    description:
      'Whether the nightly verification is late: none in 36 hours that this service has signed, nor since the first seal. Whoever runs the service should look why.',
  })
  get late(): boolean {
    return this.state.late;
  }

  @Field(() => [AuditFaultView], { description: 'Where it does not hold; empty when it does.' })
  get broken(): AuditFaultView[] {
    return this.state.faults.map((fault) => new AuditFaultView(fault));
  }
}

const UnusualKindEnum = asEnum<UnusualKind>('UnusualKind', 'What looks unusual in the audit trail.', {
  MANY_WHOLE_NUMBERS: 'One person looked at whole numbers, or downloaded lists of them, many times in a day.',
  WHOLE_NUMBERS_AT_NIGHT: 'One person looked at whole numbers, or downloaded a list of them, at night.',
  OWN_FAMILY: 'One person looked, as staff, at a record whose guardian has her document.',
});

@ObjectType('UnusualLooks', {
  description: 'Looks of one person on one day that an administrator should ask about. It accuses nobody.',
})
export class UnusualLooksView {
  constructor(
    private readonly unusual: Unusual,
    private readonly language: Language,
  ) {}

  @Field(() => UnusualKindEnum, { description: 'What looks unusual.' })
  get kind(): UnusualKind {
    return this.unusual.kind;
  }

  @Field(() => String, { description: 'The person’s account, as `filter.actor` of `auditTrail` takes it.' })
  get actorId(): string {
    return this.unusual.actor;
  }

  @Field(() => CalendarDate, { description: 'The day, in Beijing.' })
  get day(): string {
    return this.unusual.day;
  }

  @Field(() => Int, {
    description: 'How many looks there were; a list that was downloaded counts as many as it has records.',
  })
  get looks(): number {
    return this.unusual.looks;
  }

  @Field(() => String, { description: 'The same in a sentence, in the reader’s language.' })
  get text(): string {
    return unusualInWords(this.unusual, this.language);
  }
}
