import { describe, expect, test } from '@jest/globals';
import { normaliseDetails } from './details.js';
import { checkRelations } from './relations.js';

const MAN = '119999198002020031';
const WOMAN = '119999198003030020';

const told = (
  firstGuardianRelation: string | null,
  second: { relation?: string; documentType?: string; documentNumber?: string } | null,
  firstSex: 'MALE' | 'FEMALE' | null = 'FEMALE',
) =>
  checkRelations(normaliseDetails({ firstGuardianRelation, secondGuardian: second }), firstSex).map(
    ({ rule, field }) => `${rule} ${field}`,
  );
const of = (relation: string, documentNumber: string, documentType = 'RESIDENT_ID') => ({
  relation,
  documentType,
  documentNumber,
});

describe('what most likely is a slip', () => {
  test.each([
    ['a mother with a man’s number', 'MOTHER', null, 'MALE', ['relationNotOfSex firstGuardianRelation']],
    ['a father with a woman’s number', 'FATHER', null, 'FEMALE', ['relationNotOfSex firstGuardianRelation']],
    [
      'a second father with a woman’s number',
      'MOTHER',
      of('FATHER', WOMAN),
      'FEMALE',
      ['relationNotOfSex secondGuardian.relation'],
    ],
    ['two mothers', 'MOTHER', of('MOTHER', WOMAN), 'FEMALE', ['relationTwice secondGuardian.relation']],
    [
      'two fathers, one of them a woman',
      'FATHER',
      of('FATHER', WOMAN),
      'MALE',
      ['relationNotOfSex secondGuardian.relation', 'relationTwice secondGuardian.relation'],
    ],
  ] as const)('is %s', (_, first, second, sex, rules) => expect(told(first, second, sex)).toEqual(rules));

  test.each([
    ['mother and father', 'MOTHER', of('FATHER', MAN), 'FEMALE'],
    ['two grandparents', 'GRANDPARENT', of('GRANDPARENT', MAN), 'FEMALE'],
    ['a passport, which says nothing', 'FATHER', of('MOTHER', 'P12345678', 'PASSPORT'), null],
    ['half a number', 'MOTHER', of('FATHER', '1199'), 'FEMALE'],
    ['nothing yet', null, null, null],
  ] as const)('is not %s', (_, first, second, sex) => expect(told(first, second, sex)).toEqual([]));
});
