import { GROUNDS } from '@enrolment/rulebook/vocabulary.js';
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { GROUNDS_TO_ASK } from './questions.ts';

const read = (path: string) => readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8');

test('foreign nationality is counted beside the grounds, never among them', () => {
  expect([...GROUNDS_TO_ASK, 'FOREIGN_NATIONAL'].toSorted()).toEqual([...GROUNDS].toSorted());
  expect(GROUNDS_TO_ASK).toHaveLength(6);
  const texts = ['sandbox', 'example'].map((city) => read(`api/setup/${city}/2-texts.yaml`));
  const schema = read('schema/schema.graphql');
  // The dashboard counts what a record can have: the six, and foreign nationality.
  expect([schema.match(/by ground: all (\w+)/)?.[1], GROUNDS.length]).toEqual(['seven', 7]);
  for (const text of [read('web/messages/en/apply.json'), schema, ...texts])
    expect(text).toMatch(/\bsix grounds\b.*foreign nationality/i);
  for (const text of [read('web/messages/zh-CN/apply.json'), ...texts])
    expect(text).toMatch(/六种情形.*外国籍/);
});
