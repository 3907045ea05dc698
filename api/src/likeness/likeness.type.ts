import type { DuplicateVerdict, Likeness } from '@enrolment/rulebook/likeness.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import { Field, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import type { FreezeRow } from '../record/relations.statements.js';
import { CollectionNumber } from '../scalars.js';
import { asEnum, StageEnum } from '../vocabulary.type.js';
import type { Beside } from './likeness.service.js';

const LikenessEnum = asEnum<Likeness>(
  'Likeness',
  'What two records have in common, so that they may be of one child.',
  {
    NAME_AND_BIRTH_DATE: '同名同生日: the same name and birth date.',
    DOCUMENT_ONE_OFF:
      '证件号码差一位: the same name, and document numbers that differ in one place, not counting the check digit of a resident ID.',
    SAME_GUARDIAN:
      '同一监护人、同生日: a guardian’s document appears in both, and the children were born on the same day. Twins are alike in this, too.',
  },
);

const DuplicateVerdictEnum = asEnum<DuplicateVerdict>(
  'DuplicateVerdict',
  'What an officer has said of two records that are alike.',
  { NOT_DUPLICATE: '不是重复: they are two children.' },
);

/** What of a record beside another one its reader may know. */
interface Known {
  readonly stage: Stage;
  /** Whether the reader may open it: it is of her district, and not hers as a family. */
  readonly own: boolean;
  readonly documentDiffersAt: number | null;
}

@ObjectType('NearDuplicate', {
  description:
    'A live record of the season that may be of the same child. Of a record of another district no more than its number, district and stage are told.',
})
export class NearDuplicateView {
  constructor(
    readonly beside: Beside,
    private readonly known: Known,
    private readonly viewerDistrict: string,
  ) {}

  @Field(() => CollectionNumber, { description: 'The other record’s collection number.' })
  get number(): string {
    return this.beside.record.number;
  }

  @Field(() => StageEnum, { description: 'The other record’s stage, as this reader may know it.' })
  get stage(): Stage {
    return this.known.stage;
  }

  @Field(() => Boolean, {
    description:
      'Whether the viewer can open the other record with `collectionRecord`, to see the two side by side.',
  })
  get own(): boolean {
    return this.known.own;
  }

  @Field(() => [LikenessEnum], { description: 'What the two have in common.' })
  get likenesses(): readonly Likeness[] {
    return this.beside.pair.likenesses;
  }

  @Field(() => Number, {
    nullable: true,
    description:
      'The one place, counted from 1, in which the children’s document numbers differ; null if they differ in none or in more, and for a record that the viewer cannot open.',
  })
  get documentDiffersAt(): number | null {
    return this.known.documentDiffersAt;
  }

  @Field(() => Date, { description: 'When it was found.' })
  get foundAt(): Date {
    return this.beside.pair.foundAt;
  }

  @Field(() => DuplicateVerdictEnum, {
    nullable: true,
    description: 'What an officer decided; null if nobody has.',
  })
  get verdict(): DuplicateVerdict | null {
    return this.beside.pair.verdict;
  }

  @Field(() => Date, { nullable: true, description: 'When an officer decided it.' })
  get decidedAt(): Date | null {
    return this.beside.pair.decidedAt;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The masked name of the officer who decided it; null for one of another district.',
  })
  get decidedBy(): string | null {
    const { name, district } = this.beside.pair;
    return district === this.viewerDistrict ? name : null;
  }
}

@ObjectType('RecordFreeze', {
  description:
    '冻结: the document of a record is disputed. Nothing is decided on it until the freeze is lifted.',
})
export class RecordFreezeView {
  constructor(
    private readonly row: FreezeRow,
    private readonly key: DataKey,
  ) {}

  @Field(() => Date, { description: 'Since when it has been frozen.' })
  get since(): Date {
    return this.row.since;
  }

  @Field(() => String, { description: 'The masked name of the officer who froze it.' })
  get by(): string {
    return this.row.name;
  }

  @Field(() => String, { description: 'The reason.' })
  get reason(): string {
    return this.key.open('record_freeze.reason', this.row.reason);
  }
}
