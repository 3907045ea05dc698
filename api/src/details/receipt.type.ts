import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { DistrictQuestion } from '../district/district.entity.js';
import { answerInWords, questionLabel } from '../district/question-words.js';
import { maskDocument, maskPhone } from '../platform/masking.js';
import { DETAIL_FIELDS } from '../rulebook/details/fields.js';
import { blockOf, pathsOf } from '../rulebook/details/details.js';
import type { Language } from '../rulebook/refusal.js';
import { CollectionNumber } from '../scalars.js';
import { DETAIL_BLOCKS, type DetailBlock } from '../vocabulary.js';
import { DetailBlockEnum } from '../vocabulary.type.js';
import { blockLabel } from './details-form.type.js';
import type { SubmittedDetails } from './details.content.js';

export interface ReceiptFacts {
  readonly number: string;
  readonly at: Date;
  readonly submitted: SubmittedDetails;
  readonly districts: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, DistrictQuestion>;
}

@ObjectType('ReceiptLine', { description: 'One thing that was sent.' })
export class ReceiptLineView {
  @Field(() => String, { description: 'Path in DetailsInput.' })
  readonly path: string;
  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  readonly label: string;
  @Field(() => String, { description: 'What was sent, in words; numbers masked.' })
  readonly value: string;

  constructor(path: string, label: string, value: string) {
    this.path = path;
    this.label = label;
    this.value = value;
  }
}

@ObjectType('ReceiptSection', { description: 'A part of the form with what was sent in it.' })
export class ReceiptSectionView {
  @Field(() => DetailBlockEnum, { description: 'Which part.' })
  readonly kind: DetailBlock;
  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  readonly label: string;
  @Field(() => [ReceiptLineView], { description: 'What was sent, in the order of the form.' })
  readonly lines: ReceiptLineView[];

  constructor(kind: DetailBlock, label: string, lines: ReceiptLineView[]) {
    this.kind = kind;
    this.label = label;
    this.lines = lines;
  }
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
    const paths = pathsOf(this.facts.submitted.details);
    return DETAIL_BLOCKS.flatMap((block) => {
      const lines = paths
        .filter(([path]) => blockOf(path) === block)
        .map(([path, value]) => this.line(path, value));
      return lines.length > 0 ? [new ReceiptSectionView(block, blockLabel(block, this.language), lines)] : [];
    });
  }

  private line(path: string, value: string): ReceiptLineView {
    if (path.startsWith('answers.')) {
      const key = path.slice('answers.'.length);
      const question = this.facts.questions.get(key);
      if (!question) return new ReceiptLineView(path, key, value);
      const { language } = this;
      return new ReceiptLineView(
        path,
        questionLabel(question, language),
        answerInWords(question, value, language),
      );
    }
    const [list, guardian, name] = path.split('.');
    const general = name === undefined ? path : `${list}.*.${name}`;
    const { residence } = this.facts.submitted.details;
    const field = DETAIL_FIELDS.find(
      (known) => known.path === general && (known.kinds?.includes(residence?.kind ?? '') ?? true),
    );
    const known = field ?? DETAIL_FIELDS.find((other) => other.path === general)!;
    const choice = known.choices?.find((offered) => offered.value === value);
    const whose = name === undefined ? '' : WHOSE[guardian === 'SECOND' ? 'SECOND' : 'FIRST'][this.language];
    return new ReceiptLineView(
      path,
      whose + known.label[this.language],
      choice ? choice.label[this.language] : this.shown(path, value, known),
    );
  }

  private shown(path: string, value: string, { masked, input }: (typeof DETAIL_FIELDS)[number]): string {
    if (input === 'DISTRICT') return this.facts.districts.get(value) ?? value;
    if (!masked) return value;
    return path.endsWith('.phone') ? maskPhone(value) : maskDocument(value);
  }
}

const WHOSE = {
  FIRST: { 'zh-CN': '监护人（一）', en: 'Guardian (1): ' },
  SECOND: { 'zh-CN': '监护人（二）', en: 'Guardian (2): ' },
} as const;
