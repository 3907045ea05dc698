import { expect, test } from '@jest/globals';
import { DETAIL_BLOCKS } from '@enrolment/rulebook/vocabulary.ts';
import { blocksOf, type Needs } from './form.ts';
import { sectionsLeft } from './left.ts';
import { SECOND } from './values.ts';

const needs = Object.fromEntries(DETAIL_BLOCKS.map((block) => [block, 'REQUIRED'])) as unknown as Needs;
const leftOf = (values: Record<string, string>, block: string) =>
  sectionsLeft(blocksOf(needs, values), [], values).find((one) => one.block === block)?.left;

test('a section counts what must be filled in and is blank, and what a choice brings with it', () => {
  const before = leftOf({}, 'HOUSEHOLD')!;
  expect(before).toBeGreaterThan(1);
  expect(leftOf({ 'household.address': '示例村 7 号' }, 'HOUSEHOLD')).toBe(before - 1);
  expect(leftOf({ 'household.address': '   ' }, 'HOUSEHOLD')).toBe(before);
  const kind = { 'residence.kind': 'RENTED' };
  expect(leftOf(kind, 'RESIDENCE')).toBeGreaterThan(leftOf({}, 'RESIDENCE')! - 1);
});

test('whether there is a second guardian is one question, and her fields are others', () => {
  const open = leftOf({}, 'GUARDIANS')!;
  expect(leftOf({ [SECOND]: 'no' }, 'GUARDIANS')).toBe(open);
  expect(leftOf({ [SECOND]: 'yes' }, 'GUARDIANS')).toBeGreaterThan(open);
});

test('the district’s own questions are a section of their own, if there are any', () => {
  const questions = [
    { key: 'how', required: true },
    { key: 'note', required: false },
  ];
  const last = (values: Record<string, string>) => sectionsLeft([], questions, values).at(-1);
  expect(last({})).toEqual({ block: 'QUESTIONS', optional: false, left: 1 });
  expect(last({ 'answers.how': 'desk' })).toEqual({ block: 'QUESTIONS', optional: false, left: 0 });
  expect(sectionsLeft([], [], {})).toEqual([]);
});
