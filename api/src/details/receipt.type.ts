import type { Language } from '@enrolment/rulebook/refusal.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { CollectionNumber } from '../scalars.js';
import type { DetailNames } from './detail-names.js';
import { detailsInWords, ReceiptSectionView } from './details-in-words.js';
import type { SubmittedDetails } from './details.content.js';

interface ReceiptFacts {
  readonly number: string;
  readonly at: Date;
  readonly submitted: SubmittedDetails;
  readonly names: DetailNames;
}

@ObjectType('SubmissionReceipt', {
  description: '提交回执: what was sent last, and when by the server’s clock. It can be printed.',
})
export class SubmissionReceiptView {
  constructor(
    private readonly facts: ReceiptFacts,
    private readonly language: Language,
  ) {}

  @Field(() => CollectionNumber, { description: '信息采集编号.' })
  get number(): string {
    return this.facts.number;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was received, by the server’s clock.' })
  get at(): Date {
    return this.facts.at;
  }

  @Field(() => Int, { description: 'The version of the record that the submission made.' })
  get version(): number {
    return this.facts.submitted.version;
  }

  @Field(() => [ReceiptSectionView], { description: 'What was sent, by part of the form.' })
  get sections(): ReceiptSectionView[] {
    const { submitted, names } = this.facts;
    return detailsInWords(submitted.details, names, { language: this.language, whole: false });
  }
}
