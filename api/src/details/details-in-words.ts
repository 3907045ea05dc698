import { blockOf, pathsOf, type Details } from '@enrolment/rulebook/details/details.js';
import { fieldAt } from '@enrolment/rulebook/details/fields.js';
import { inWords, labelOfGuardian } from '@enrolment/rulebook/details/words.js';
import { masked } from '@enrolment/rulebook/masking.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { DETAIL_BLOCKS, type DetailBlock } from '@enrolment/rulebook/vocabulary.js';
import { Field, ObjectType } from 'type-graphql';
import { answerInWords, questionLabel } from '../district/question-words.js';
import { DetailBlockEnum } from '../vocabulary.type.js';
import type { DetailNames } from './detail-names.js';
import { blockLabel } from './details-form.type.js';

@ObjectType('ReceiptLine', { description: 'One value that was sent.' })
class ReceiptLineView {
  @Field(() => String, { description: 'Path in DetailsInput.' })
  readonly path: string;
  @Field(() => String, { description: 'Its label, in the reader’s language.' })
  readonly label: string;
  @Field(() => String, { description: 'The value in words; numbers are masked unless the copy is whole.' })
  readonly value: string;
  @Field(() => String, { description: 'The value as in DetailsInput, such as a code.' })
  readonly input: string;

  constructor(path: string, label: string, value: string, input = value) {
    this.path = path;
    this.label = label;
    this.value = value;
    this.input = input;
  }
}

@ObjectType('ReceiptSection', { description: 'A part of the form, with the values that were sent.' })
export class ReceiptSectionView {
  @Field(() => DetailBlockEnum, { description: 'The part of the form.' })
  readonly kind: DetailBlock;
  @Field(() => String, { description: 'Its label, in the reader’s language.' })
  readonly label: string;
  @Field(() => [ReceiptLineView], { description: 'The values, in the order of the form.' })
  readonly lines: ReceiptLineView[];

  constructor(kind: DetailBlock, label: string, lines: ReceiptLineView[]) {
    this.kind = kind;
    this.label = label;
    this.lines = lines;
  }
}

interface Reading {
  readonly language: Language;
  /** Whether numbers are shown whole, which is so in a copy that a code has confirmed. */
  readonly whole: boolean;
}

/** Details part by part and line by line, in the order of the form. */
export function detailsInWords(
  details: Details,
  names: DetailNames,
  { language, whole }: Reading,
): ReceiptSectionView[] {
  const paths = pathsOf(details);
  const teller = new DetailsTeller(new Map(paths), names, language, whole);
  return DETAIL_BLOCKS.flatMap((block) => {
    const lines = paths
      .filter(([path]) => blockOf(path) === block)
      .map(([path, value]) => teller.line(path, value));
    return lines.length > 0 ? [new ReceiptSectionView(block, blockLabel(block, language), lines)] : [];
  });
}

class DetailsTeller {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly names: DetailNames,
    private readonly language: Language,
    private readonly whole: boolean,
  ) {}

  line(path: string, value: string): ReceiptLineView {
    const { language } = this;
    if (path.startsWith('answers.')) {
      const key = path.slice('answers.'.length);
      const question = this.names.questions.get(key);
      if (!question) return new ReceiptLineView(path, key, value);
      return new ReceiptLineView(
        path,
        questionLabel(question, language),
        answerInWords(question, value, language),
        value,
      );
    }
    const [, guardian, name] = path.split('.');
    const kind = this.values.get(`${path.slice(0, path.lastIndexOf('.'))}.kind`);
    const field = fieldAt(path, kind ?? null)!;
    const label =
      name === undefined
        ? field.label[language]
        : labelOfGuardian(guardian === 'SECOND' ? 'SECOND' : 'FIRST', field.label, language);
    if (field.mask !== null) {
      return new ReceiptLineView(path, label, this.whole ? value : masked(field.mask, value));
    }
    return new ReceiptLineView(path, label, inWords(field, value, language, this.names.districts), value);
  }
}
