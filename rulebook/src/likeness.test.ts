import { describe, expect, test } from '@jest/globals';
import { residentIdCheckDigit } from './document.js';
import { differsAt, likenessesOf, likenessTexts, placesOf, type Likeness } from './likeness.js';

const id = (body: string) => body + residentIdCheckDigit(body);
const child = (documentNumber: string, name = '测试甲', birthDate = '2019-03-12') => ({
  name,
  birthDate,
  documentNumber,
});
const ONE = id('11999920190312001');
const OFF = id('11999920190312007');
const TWO_OFF = id('11999920190312017');

test.each<[string, string, number | null]>([
  [ONE, ONE, null],
  [ONE, OFF, 17],
  [ONE, id('11999820190312001'), 6],
  [ONE, TWO_OFF, null],
  ['E12345678', 'E12345679', 9],
  ['E12345678', 'E1234567', null],
  ['e 1234 5678', 'E12345678', null],
  [ONE, 'E12345678', null],
])('%s and %s differ in the one place %j', (one, other, place) => {
  expect(differsAt(one, other)).toBe(place);
});

test('a slip in a resident ID changes its check digit as well, which is no second difference', () => {
  expect(ONE.at(-1)).not.toBe(OFF.at(-1));
  expect(placesOf(ONE)).toHaveLength(17);
});

describe('two children', () => {
  test.each<[string, ReturnType<typeof child>, ReturnType<typeof child>, boolean, Likeness[]]>([
    ['same name and day', child(ONE), child('E12345678'), false, ['NAME_AND_BIRTH_DATE']],
    [
      'a name with a dot',
      child(ONE, '阿依·古丽'),
      child('E12345678', '阿依古丽'),
      false,
      ['NAME_AND_BIRTH_DATE'],
    ],
    ['one off', child(ONE), child(OFF, '测试甲', '2019-03-13'), false, ['DOCUMENT_ONE_OFF']],
    ['one off, same day', child(ONE), child(OFF), false, ['NAME_AND_BIRTH_DATE', 'DOCUMENT_ONE_OFF']],
    ['born next to each other', child(ONE), child(OFF, '测试乙'), false, []],
    ['two off', child(ONE), child(TWO_OFF, '测试甲', '2019-03-13'), false, []],
    ['twins', child(ONE), child(OFF, '测试乙'), true, ['SAME_GUARDIAN']],
    ['siblings', child(ONE), child(OFF, '测试乙', '2018-01-01'), true, []],
    ['strangers', child(ONE), child('E12345678', '测试乙'), false, []],
  ])('%s', (_, one, other, sameGuardian, likenesses) => {
    expect(likenessesOf(one, other, sameGuardian)).toEqual(likenesses);
    expect(likenessesOf(other, one, sameGuardian)).toEqual(likenesses);
    // What is found by an index is what is alike without a guardian, no more and no less.
    const shared = likenessTexts(one).filter((text) => likenessTexts(other).includes(text));
    expect(shared.length > 0).toBe(likenessesOf(one, other, false).length > 0);
  });
});
