import { expect, test } from '@jest/globals';
import { makeCollectionNumber } from './collection-number.js';
import { residentIdCheckDigit } from './document.js';
import { readSearch } from './record-search.js';

const NUMBER = makeCollectionNumber(2026, '01', 123);
const DOCUMENT = `11999920191001001${residentIdCheckDigit('11999920191001001')}`;

test.each([
  [NUMBER, { kind: 'NUMBER', number: NUMBER }],
  [` ${NUMBER.slice(0, 4)} ${NUMBER.slice(4)}`, { kind: 'NUMBER', number: NUMBER }],
  ['199 0001-0001', { kind: 'PHONE', phone: '19900010001' }],
  ['+86 19900010001', { kind: 'PHONE', phone: '19900010001' }],
  ['小明', { kind: 'NAME', parts: [['小明']] }],
  ['欧阳小明', { kind: 'NAME', parts: [['欧阳小明'], ['欧阳', '阳小', '小明']] }],
  ['Anna  LINDQVIST', { kind: 'NAME', parts: [['annalindqvist'], ['anna', 'lindqvist']] }],
])('%s is looked for as what it is', (text, expected) => {
  expect(readSearch(text)).toEqual(expected);
});

test('a document number is looked for under every kind and state that it may be of', () => {
  expect(readSearch(DOCUMENT.toLowerCase())).toEqual({ kind: 'DOCUMENT', keys: [DOCUMENT] });
  const permit = readSearch('H9000000101');
  expect(permit).toMatchObject({ kind: 'DOCUMENT' });
  expect(permit).toHaveProperty(
    'keys',
    expect.arrayContaining(['H9000000101', 'H90000001', 'US:H9000000101']),
  );
});

test.each(['', '  ', '王', '12', '%', '*', '。', '😀😀'])('%j is nothing that can be looked for', (text) => {
  expect(readSearch(text)).toBeNull();
});
