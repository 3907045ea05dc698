import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Language } from '../rulebook/refusal.js';
import { CollectionNumber } from '../scalars.js';
import { detailsInWords, ReceiptSectionView, type DetailNames } from './details-in-words.js';
import type { SubmittedDetails } from './details.content.js';

export interface ReceiptFacts {
  readonly number: string;
  readonly at: Date;
  readonly submitted: SubmittedDetails;
  readonly names: DetailNames;
}

@ObjectType('SubmissionReceipt', {
  description: '提交回执: what was sent last, when, by the server’s clock. To be printed.',
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

  @Field(() => Int, { description: 'Which version of the record it made.' })
  get version(): number {
    return this.facts.submitted.version;
  }

  @Field(() => [ReceiptSectionView], { description: 'What was sent, part by part.' })
  get sections(): ReceiptSectionView[] {
    const { submitted, names } = this.facts;
    return detailsInWords(submitted.details, names, { language: this.language, whole: false });
  }
}
