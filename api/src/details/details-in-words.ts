import { Field, ObjectType } from 'type-graphql';
import type { DistrictLoaders } from '../district/district.loaders.js';
import type { DistrictQuestion } from '../district/district.entity.js';
import { DistrictView } from '../district/district.type.js';
import { answerInWords, questionLabel } from '../district/question-words.js';
import { maskDocument, maskPhone } from '../platform/masking.js';
import type { RecordRow } from '../record/record.service.js';
import { blockOf, pathsOf, type Details } from '../rulebook/details/details.js';
import { fieldAt } from '../rulebook/details/fields.js';
import type { Language } from '../rulebook/refusal.js';
import { DETAIL_BLOCKS, type DetailBlock } from '../vocabulary.js';
import { DetailBlockEnum } from '../vocabulary.type.js';
import { blockLabel } from './details-form.type.js';

@ObjectType('ReceiptLine', { description: 'One thing that was sent.' })
export class ReceiptLineView {
  @Field(() => String, { description: 'Path in DetailsInput.' })
  readonly path: string;
  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  readonly label: string;
  @Field(() => String, { description: 'What was sent, in words; numbers masked unless the copy is whole.' })
  readonly value: string;
  @Field(() => String, { description: 'The same as DetailsInput has it, such as a code.' })
  readonly input: string;

  constructor(path: string, label: string, value: string, input = value) {
    this.path = path;
    this.label = label;
    this.value = value;
    this.input = input;
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

/** What districts and their questions are called. */
export interface DetailNames {
  readonly districts: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, DistrictQuestion>;
}

export async function namesOf(
  details: readonly Details[],
  { district_code: district, service }: RecordRow,
  { districts, language }: { districts: DistrictLoaders; language: Language },
): Promise<DetailNames> {
  const codes = details.flatMap(({ employments }) =>
    employments.flatMap(({ insuredDistrict: code }) => code ?? []),
  );
  const insuring = await Promise.all(codes.map((code) => districts.byCode.load(code)));
  const questions = await districts.questions.load(`${district}/${service}`);
  return {
    districts: new Map(
      insuring.flatMap((found) => (found ? [[found.code, new DistrictView(found, language).name]] : [])),
    ),
    questions: new Map(questions.map((question) => [question.key, question])),
  };
}

interface Reading {
  readonly language: Language;
  /** Whether numbers are told whole: to who gave them, in a copy that she confirmed. */
  readonly whole: boolean;
}

/** Details part by part and line by line, in the order of the form. */
export function detailsInWords(
  details: Details,
  names: DetailNames,
  { language, whole }: Reading,
): ReceiptSectionView[] {
  const teller = new DetailsTeller(details, names, language, whole);
  const paths = pathsOf(details);
  return DETAIL_BLOCKS.flatMap((block) => {
    const lines = paths
      .filter(([path]) => blockOf(path) === block)
      .map(([path, value]) => teller.line(path, value));
    return lines.length > 0 ? [new ReceiptSectionView(block, blockLabel(block, language), lines)] : [];
  });
}

class DetailsTeller {
  constructor(
    private readonly details: Details,
    private readonly names: DetailNames,
    private readonly language: Language,
    private readonly whole: boolean,
  ) {}

  line(path: string, value: string): ReceiptLineView {
    if (path.startsWith('answers.')) {
      const key = path.slice('answers.'.length);
      const question = this.names.questions.get(key);
      if (!question) return new ReceiptLineView(path, key, value);
      const { language } = this;
      return new ReceiptLineView(
        path,
        questionLabel(question, language),
        answerInWords(question, value, language),
        value,
      );
    }
    const [, guardian, name] = path.split('.');
    const known = fieldAt(path, this.details.residence?.kind ?? null)!;
    const choice = known.choices?.find((offered) => offered.value === value);
    const whose = name === undefined ? '' : WHOSE[guardian === 'SECOND' ? 'SECOND' : 'FIRST'][this.language];
    const label = whose + known.label[this.language];
    if (choice) return new ReceiptLineView(path, label, choice.label[this.language], value);
    if (known.input === 'DISTRICT') {
      return new ReceiptLineView(path, label, this.names.districts.get(value) ?? value, value);
    }
    return new ReceiptLineView(path, label, known.masked && !this.whole ? masked(path, value) : value);
  }
}

const masked = (path: string, value: string) =>
  path.endsWith('.phone') ? maskPhone(value) : maskDocument(value);

const WHOSE = {
  FIRST: { 'zh-CN': '监护人（一）', en: 'Guardian (1): ' },
  SECOND: { 'zh-CN': '监护人（二）', en: 'Guardian (2): ' },
} as const;
