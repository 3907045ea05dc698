import type { FormBlock } from './form.ts';
import { SECOND, type DetailsValues } from './values.ts';
import type { Question } from './words.ts';

export interface SectionLeft {
  block: FormBlock['block'] | 'QUESTIONS';
  optional: boolean;
  /** Required fields that are blank. */
  left: number;
}

/** The sections of the form and how many fields are left in each. */
export function sectionsLeft(
  blocks: readonly FormBlock[],
  questions: readonly Pick<Question, 'key' | 'required'>[],
  values: DetailsValues,
): SectionLeft[] {
  const isBlank = (path: string) => (values[path] ?? '').trim() === '';
  const sections: SectionLeft[] = blocks.map(({ block, optional, parts }) => {
    const fields = parts.flatMap((part) => part.fields).filter((field) => !field.optional);
    const asked = fields.map(({ path }) => path);
    if (block === 'GUARDIANS') asked.push(SECOND);
    return { block, optional, left: asked.filter(isBlank).length };
  });
  if (questions.length > 0) {
    const asked = questions.filter(({ required }) => required).map(({ key }) => `answers.${key}`);
    sections.push({ block: 'QUESTIONS', optional: asked.length === 0, left: asked.filter(isBlank).length });
  }
  return sections;
}
