import type { Language } from '@enrolment/rulebook/refusal.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { CollectionNumber } from '../scalars.js';
import type { AssistanceRow } from '../record/relations.statements.js';
import type { ToTakeOver } from './assistance.service.js';

@ObjectType('Assistance', {
  description: '窗口代办: the record was registered by an officer, for a guardian who stood at the desk.',
})
export class AssistanceView {
  constructor(
    private readonly row: AssistanceRow,
    private readonly asker: { readonly subject: string | null; readonly now: Date },
  ) {}

  @Field(() => String, { description: 'The officer’s name, masked.' })
  get officer(): string {
    return this.row.officerName;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was registered.' })
  get at(): Date {
    return this.row.at;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the family’s own account took it over; null before that.',
  })
  get takenOverAt(): Date | null {
    return this.row.takenOverAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the viewer acts for the family; null for everybody who has not opened it.',
  })
  get openUntil(): Date | null {
    const { openedBy, openedUntil } = this.row;
    const { subject, now } = this.asker;
    return openedUntil && openedBy === subject && openedUntil > now ? openedUntil : null;
  }
}

@ObjectType('RecordToTakeOver', {
  description: 'A record that the desk has registered for the viewer, and that no account has taken over.',
})
export class RecordToTakeOverView {
  constructor(
    private readonly found: ToTakeOver,
    private readonly districtNames: Readonly<Record<Language, string>>,
    private readonly language: Language,
  ) {}

  @Field(() => CollectionNumber, { description: 'The collection number.' })
  get number(): string {
    return this.found.number;
  }

  @Field(() => String, { description: 'The child’s name, masked.' })
  get maskedChild(): string {
    return this.found.maskedChild;
  }

  @Field(() => String, { description: 'The district’s name, in the reader’s language.' })
  get district(): string {
    return this.districtNames[this.language];
  }

  @Field(() => String, { description: 'The officer’s name, masked.' })
  get officer(): string {
    return this.found.officerName;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was registered.' })
  get at(): Date {
    return this.found.at;
  }
}
