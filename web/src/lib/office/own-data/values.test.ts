import { expect, test } from '@jest/globals';
import {
  blank,
  changedList,
  COMMON_ANSWERS,
  groupOf,
  isChanged,
  keyOf,
  ofAnswer,
  ofQuestion,
  ofSubdistrict,
  renamed,
  toAnswer,
  toQuestion,
  toSubdistrict,
  valuesIn,
} from './values.ts';

const QUESTION = {
  service: 'LOCAL_HUKOU',
  key: 'A',
  label: '甲',
  labelEn: 'A',
  help: null,
  helpEn: null,
  kind: 'CHOICE',
  required: true,
  choices: ['一', '二'],
  choicesEn: ['one', 'two'],
} as const;
const of = (key: string, service: 'LOCAL_HUKOU' | 'NON_LOCAL_HUKOU' = 'LOCAL_HUKOU') =>
  ofQuestion({
    ...QUESTION,
    choices: [...QUESTION.choices],
    choicesEn: [...QUESTION.choicesEn],
    key,
    service,
  });

test('a question is typed with a line for each choice, and sent as it was read', () => {
  const values = of('A');
  expect(values).toMatchObject({ choices: '一\n二', required: 'yes', help: '' });
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value.replaceAll('\n', '\r\n'));
  expect(toQuestion(valuesIn('questions', form))).toEqual(QUESTION);
  expect(isChanged('questions', valuesIn('questions', form), values)).toBe(false);
  form.set('choices', '一');
  expect(isChanged('questions', valuesIn('questions', form), values)).toBe(true);
  expect(toQuestion(blank('questions', null)).choices).toBeNull();
});

test('one entry is set, taken out, or moved among those of its service', () => {
  const entries = [of('A'), of('X', 'NON_LOCAL_HUKOU'), of('B')];
  const after = (intent: 'set' | 'remove' | 'up' | 'down', key: string | null, values = of('C')) =>
    changedList('questions', entries, { intent, key, values })?.entries.map((one) => one.key);
  expect(after('set', null)).toEqual(['A', 'X', 'B', 'C']);
  expect(after('set', keyOf('questions', of('B')))).toEqual(['A', 'X', 'C']);
  expect(after('remove', keyOf('questions', of('A')))).toEqual(['X', 'B']);
  expect(after('up', keyOf('questions', of('B')))).toEqual(['B', 'X', 'A']);
  expect(after('up', keyOf('questions', of('A')))).toBeUndefined();
  expect(after('set', 'LOCAL_HUKOU GONE')).toBeUndefined();
});

test('answers are one group, known by their names; those that come with the product can be begun with', () => {
  const [first, second] = COMMON_ANSWERS;
  expect(ofAnswer(toAnswer(first!))).toEqual(first);
  expect(groupOf('answers', first!)).toBe('');
  const moved = changedList('answers', COMMON_ANSWERS, {
    intent: 'up',
    key: keyOf('answers', second!),
    values: second!,
  });
  expect(moved!.entries.slice(0, 2)).toEqual([second, first]);
  expect(blank('answers', null)).toEqual({ name: '', nameEn: '', text: '', textEn: '' });
});

test('a subdistrict that is renamed keeps its old name, once, whatever is typed besides', () => {
  const before = ofSubdistrict({
    name: '乙庄镇',
    nameEn: null,
    code: null,
    formerNames: ['丙乡'],
    closedFrom: null,
  });
  const typed = { ...before, name: '新乙街道' };
  expect(toSubdistrict(renamed('subdistricts', typed, before))).toEqual({
    name: '新乙街道',
    nameEn: null,
    code: null,
    formerNames: ['丙乡', '乙庄镇'],
    closedFrom: null,
  });
  const known = { ...typed, formerNames: '乙庄镇' };
  expect(renamed('subdistricts', known, before)).toEqual(known);
  expect(renamed('subdistricts', before, before)).toEqual(before);
  // A new one had no name before.
  expect(renamed('subdistricts', typed, {})).toEqual(typed);
  expect(keyOf('subdistricts', before)).toBe('乙庄镇');
});
