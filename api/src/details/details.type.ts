import type { Advice } from '@enrolment/rulebook/details/advice.js';
import type { Details } from '@enrolment/rulebook/details/details.js';
import { isSection, type DetailField } from '@enrolment/rulebook/details/field.js';
import { ROOTS } from '@enrolment/rulebook/details/form.js';
import { secondGuardianOf } from '@enrolment/rulebook/details/second-guardian.js';
import { masked } from '@enrolment/rulebook/masking.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { GuardianView } from '../guardian/guardian.type.js';
import { canBeBlank, declareForm, fieldsOf, VIEW, type Section } from './details.classes.js';

@ObjectType('DistrictAnswer', { description: 'An answer to one of the district’s own questions.' })
export class DistrictAnswerView {
  @Field(() => String, { description: 'DistrictQuestion.key.' })
  readonly key: string;
  @Field(() => String, { description: 'The answer, in the format of DistrictAnswerInput.value.' })
  readonly value: string;

  constructor({ key, value }: { key: string; value: string }) {
    this.key = key;
    this.value = value;
  }
}

@ObjectType('DetailsAdvice', {
  description: 'Something in the details that breaks no rule but deserves attention.',
})
class DetailsAdviceView {
  @Field(() => String, { description: 'Path in DetailsInput, as in refusals.' })
  readonly field: string;
  @Field(() => String, { description: 'A sentence in the reader’s language.' })
  readonly text: string;

  constructor({ field, text }: Advice, language: Language) {
    this.field = field;
    this.text = text[language];
  }
}

@ObjectType('Details', {
  description:
    'The detailed information: 录入相关审核材料详细信息. For NON_LOCAL_HUKOU it carries the 四证. The family reads what was saved last; everybody else reads what was submitted last. Numbers are masked. A section appears once its kind is chosen; half-typed values are in DetailsDraft.',
})
export class DetailsView {
  @Field(() => Boolean, { description: 'Whether something has been saved that is not submitted yet.' })
  readonly draft: boolean;
  @Field(() => GraphQLDateTime, { description: 'When it was saved or submitted, by the server’s clock.' })
  readonly savedAt: Date;
  @Field(() => GuardianView, {
    nullable: true,
    description: '监护人(二), who can be authorised; null until name, document and phone are right.',
  })
  readonly secondGuardian: GuardianView | null;
  @Field(() => [DistrictAnswerView], { description: 'Answers to the district’s own questions.' })
  readonly answers: DistrictAnswerView[];
  @Field(() => [DetailsAdviceView], {
    description:
      'What expires before the review ends, such as a residence permit. It is accepted, but the family should know.',
  })
  readonly advice: DetailsAdviceView[];

  constructor(
    details: Details,
    saved: { readonly draft: boolean; readonly savedAt: Date; readonly now: Date },
    notices: readonly Advice[],
    language: Language,
  ) {
    Object.assign(this, shownForm(details));
    const second = secondGuardianOf(details, saved.now);
    this.draft = saved.draft;
    this.savedAt = saved.savedAt;
    this.secondGuardian = second && new GuardianView({ role: 'SECOND', ...second });
    this.answers = details.answers.map((answer) => new DistrictAnswerView(answer));
    this.advice = notices.map((advice) => new DetailsAdviceView(advice, language));
  }
}
declareForm(DetailsView, VIEW, ['secondGuardian']);

type Values = Readonly<Record<string, string | null>>;

/** The form as others read it. */
function shownForm(details: Details): object {
  const shown = ROOTS.map(([root, declared]): [string, unknown] => {
    const values = details[root] as string | Values | readonly Values[] | null;
    if (!isSection(declared)) return [root, shownValue(declared.field, values as string | null)];
    if (!declared.each) return [root, values && shownSection(declared, values as Values)];
    return [root, (values as readonly Values[]).flatMap((entry) => shownSection(declared, entry) ?? [])];
  });
  return Object.fromEntries(shown);
}

/** A section with its numbers masked; null while a word or a day is missing that it always has. */
function shownSection(section: Section, values: Values): object | null {
  const fields = fieldsOf(section);
  const unfinished = ([name, field, always]: (typeof fields)[number]) =>
    always && !canBeBlank(field) && values[name] == null;
  if (fields.some(unfinished)) return null;
  const shown = fields.map(([name, field, always]) => {
    const value = shownValue(field, values[name] ?? null);
    return [name, value ?? (always ? '' : null)];
  });
  return { ...values, ...Object.fromEntries(shown) };
}

const shownValue = ({ mask }: DetailField, value: string | null): string | null =>
  value !== null && mask !== null ? masked(mask, value) : value;
