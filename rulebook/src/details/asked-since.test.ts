import { expect, test } from '@jest/globals';
import { askedSince } from './asked-since.js';
import { NO_DETAILS } from './details.js';
import { checkAnswers } from './values.js';

const asking = {
  questions: [{ key: 'NEW', kind: 'NUMBER', required: true, choices: null }],
  retired: new Set(['OLD']),
} as const;
const answered = (...keys: string[]) => ({
  ...NO_DETAILS,
  answers: keys.map((key) => ({ key, value: key.toLowerCase() })),
});

test('whoever fills in answers the questions of today, and an answer to one that was taken back is left out', () => {
  const { details, questions } = askedSince(answered('OLD', 'NEW'), asking, null);
  expect(details.answers.map(({ key }) => key)).toEqual(['NEW']);
  expect(questions).toEqual(asking.questions);
});

test('what was submitted keeps its answers, and nothing new is required of it', () => {
  const submitted = answered('OLD', 'KEPT');
  for (const sent of [answered('KEPT'), answered('OLD', 'KEPT')]) {
    const { details, questions } = askedSince(sent, asking, submitted);
    expect(details.answers.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: 'KEPT', value: 'kept' },
      { key: 'OLD', value: 'old' },
    ]);
    expect(questions.map(({ key }) => key).toSorted()).toEqual(['KEPT', 'NEW', 'OLD']);
    expect(checkAnswers(details.answers, questions)).toEqual([]);
  }
});
