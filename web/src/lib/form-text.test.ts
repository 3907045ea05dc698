import { expect, test } from '@jest/globals';
import { beforeIn, revisionIn, textIn } from './form-text.ts';

const formOf = (fields: Record<string, string | Blob>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

test('a field holds its text; a missing one and a file hold none', () => {
  const form = formOf({ reason: '材料齐全', upload: new Blob(['x']) });
  expect(['reason', 'remedy', 'upload'].map((name) => textIn(form, name))).toEqual(['材料齐全', '', '']);
});

test.each([
  ['7', 7],
  ['', null],
  ['-1', null],
  ['1e3', null],
])('the revision %j is %j', (revision, read) => expect(revisionIn(formOf({ revision }))).toBe(read));

test.each([
  ['{"name":"补交"}', { name: '补交' }],
  ['null', null],
  ['"text"', null],
  ['{', null],
])('what stood there before is an object: %j', (before, read) =>
  expect(beforeIn(formOf({ before }))).toEqual(read),
);
