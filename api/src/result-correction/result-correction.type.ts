import type { AdmissionOutcome, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import type { ResultCorrectionRow } from '../record/relations.statements.js';
import { CollectionNumber } from '../scalars.js';
import { AdmissionOutcomeEnum, ServiceKindEnum } from '../vocabulary.type.js';
import type { WaitingCorrection } from './result-correction.statements.js';

@ObjectType('ResultVersion', {
  description: 'A published result as it stood: the one that was published first, or a correction of it.',
})
export class ResultVersionView {
  @Field(() => Int, { description: 'Its number; what was published is version 1.' })
  readonly number: number;

  @Field(() => AdmissionOutcomeEnum, { description: 'The district’s decision in it.' })
  readonly outcome: AdmissionOutcome;

  @Field(() => String, { nullable: true, description: 'The note in it; null when there was none.' })
  readonly note: string | null;

  /** Code of the school in it. */
  readonly school: string;

  @Field(() => GraphQLDateTime, { description: 'From when on it held.' })
  readonly since: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why the version before it was corrected; null for version 1.',
  })
  readonly reason: string | null;

  constructor(version: ResultVersion) {
    this.number = version.number;
    this.outcome = version.outcome;
    this.note = version.note;
    this.school = version.school;
    this.since = version.since;
    this.reason = version.reason;
  }
}

interface ResultVersion {
  readonly number: number;
  readonly outcome: AdmissionOutcome;
  readonly note: string | null;
  readonly school: string;
  readonly since: Date;
  readonly reason: string | null;
}

/** Every version of a published result, the first one first. */
export function versionsOf(
  published: Pick<ResultVersion, 'outcome' | 'note' | 'school'> & { readonly publishedAt: Date },
  corrections: readonly ResultCorrectionRow[],
  key: DataKey,
): ResultVersionView[] {
  const confirmed = corrections.filter(({ state }) => state === 'CONFIRMED');
  const [earliest] = confirmed;
  // Those without a school left it as it was.
  let school = confirmed.find(({ schoolBefore }) => schoolBefore)?.schoolBefore ?? published.school;
  const first = {
    number: 1,
    outcome: earliest?.outcomeBefore ?? published.outcome,
    note: earliest
      ? earliest.noteBefore && key.open('result_correction.note_before', earliest.noteBefore)
      : published.note,
    school,
    since: published.publishedAt,
    reason: null,
  };
  const later = confirmed.map(({ version, outcome, note, reason, secondAt, school: moved }) => ({
    number: version,
    outcome,
    note: note && key.open('result_correction.note', note),
    school: (school = moved ?? school),
    since: secondAt!,
    reason: key.open('result_correction.reason', reason),
  }));
  return [first, ...later].map((version) => new ResultVersionView(version));
}

@ObjectType('ResultCorrection', {
  description: 'A correction of a published result that an administrator proposes and another one confirms.',
})
export class ResultCorrectionView {
  constructor(
    readonly row: ResultCorrectionRow,
    private readonly key: DataKey,
    private readonly subject: string,
  ) {}

  @Field(() => ID, { description: 'Id of the correction.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => AdmissionOutcomeEnum, { description: 'The decision as it is to be.' })
  get outcome(): AdmissionOutcome {
    return this.row.outcome;
  }

  @Field(() => String, { nullable: true, description: 'The note as it is to be; null for none.' })
  get note(): string | null {
    return this.row.note && this.key.open('result_correction.note', this.row.note);
  }

  @Field(() => String, { description: 'Why, as the family will read it.' })
  get reason(): string {
    return this.key.open('result_correction.reason', this.row.reason);
  }

  @Field(() => String, { description: 'Masked name of the administrator who proposed it.' })
  get proposedBy(): string {
    return this.row.name;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was proposed.' })
  get proposedAt(): Date {
    return this.row.at;
  }

  @Field(() => Boolean, { description: 'Whether the viewer proposed it, and so cannot confirm it.' })
  get own(): boolean {
    return this.row.by === this.subject;
  }
}

@ObjectType('WaitingResultCorrection', {
  description: 'Where a correction of a published result waits for another administrator.',
})
export class WaitingResultCorrectionView {
  constructor(
    private readonly row: WaitingCorrection,
    private readonly subject: string,
  ) {}

  @Field(() => ID, { description: 'Id of the correction.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => ServiceKindEnum, { description: 'The service of the record.' })
  get service(): ServiceKind {
    return this.row.service;
  }

  @Field(() => String, { description: 'Masked name of the administrator who proposed it.' })
  get proposedBy(): string {
    return this.row.name;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was proposed.' })
  get proposedAt(): Date {
    return this.row.at;
  }

  @Field(() => Boolean, { description: 'Whether the viewer proposed it, and so cannot confirm it.' })
  get own(): boolean {
    return this.row.by === this.subject;
  }
}
