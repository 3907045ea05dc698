import { describe, expect, test } from '@jest/globals';
import {
  calledInList,
  checkBinding,
  checkComplete,
  checkSubdistrict,
  checkSubdistricts,
  meant,
  namesAstray,
  normaliseSubdistrict,
  openOn,
  straying,
  writingsOf,
  writingsOfMeant,
  type Subdistrict,
} from './subdistrict-list.js';

const TODAY = '2026-05-20';
const one = (name: string, more: Partial<Subdistrict> = {}): Subdistrict => ({
  name,
  nameEn: null,
  code: null,
  formerNames: [],
  closedFrom: null,
  ...more,
});
const LIST = [
  one('东直门街道'),
  one('宋庄镇'),
  one('永顺街道', { formerNames: ['永顺镇'] }),
  one('花乡街道'),
  one('卢沟桥街道'),
  one('卢沟桥乡'),
  one('旧街街道', { closedFrom: '2026-05-20' }),
];

test.each([
  ['东直门街道', '东直门街道'],
  ['东直门', '东直门街道'],
  ['东直门街道办事处', '东直门街道'],
  ['东直门地区', '东直门街道'],
  ['　东直门 街道 ', '东直门街道'],
  ['宋庄镇', '宋庄镇'],
  ['宋庄', '宋庄镇'],
  ['永顺镇', '永顺街道'],
  ['永顺', '永顺街道'],
  ['花乡', '花乡街道'],
  ['卢沟桥乡', '卢沟桥乡'],
  ['卢沟桥', '卢沟桥街道'],
  ['旧街', '旧街街道'],
  ['东直门外', null],
  ['宋庄街道', null],
  ['街道', null],
  ['', null],
])('whoever writes “%s” means %s', (text, name) => {
  expect(meant(LIST, text)?.name ?? null).toBe(name);
});

test('a name without its end that two could have means neither', () => {
  const twins = [one('长阳镇'), one('长阳乡')];
  expect(meant(twins, '长阳')).toBeNull();
  expect(writingsOf(twins, twins[0]!)).toEqual(['长阳镇']);
});

test('a renamed subdistrict is written in the ways of both names', () => {
  const ways = writingsOf(LIST, LIST[2]!);
  expect(ways[0]).toBe('永顺街道');
  expect(ways).toEqual(expect.arrayContaining(['永顺街道', '永顺', '永顺街道办事处', '永顺镇']));
  expect(writingsOfMeant(LIST, '永顺镇')).toEqual(ways);
  expect(writingsOfMeant([], '东直门')).toEqual(expect.arrayContaining(['东直门', '东直门街道']));
});

test('what is not in the list is called as it is written', () => {
  expect(calledInList(LIST, '永顺镇')).toBe('永顺街道');
  expect(calledInList(LIST, '某某新村')).toBe('某某新村');
});

test('an officer is bound to what a complete list names, closed or not', () => {
  const rules = (texts: string[], complete: boolean) =>
    checkBinding(texts, { entries: LIST, complete }).map(({ rule, field }) => [rule, field]);
  expect(rules(['东直门', '旧街街道', '永顺镇'], true)).toEqual([]);
  expect(rules(['东直门', '某某新村', '别处'], true)).toEqual([['valueUnknown', 'subdistricts']]);
  expect(rules(['某某新村'], false)).toEqual([]);
});

describe('the subdistrict of a home', () => {
  test.each([
    ['东直门', true, []],
    ['某某新村', true, ['valueUnknown']],
    ['旧街街道', true, ['valueUnknown']],
    ['某某新村', false, []],
    ['旧街街道', false, []],
    [null, true, []],
  ] as const)('%s, where the list is complete: %s', (text, complete, rules) => {
    const refusals = checkSubdistrict(text, { entries: LIST, complete }, TODAY);
    expect(refusals.map(({ rule }) => rule)).toEqual(rules);
  });

  test('is open until the day before it is closed', () => {
    const names = (day: string) => openOn(LIST, day).map(({ name }) => name);
    expect(names('2026-05-19')).toContain('旧街街道');
    expect(names('2026-05-20')).not.toContain('旧街街道');
  });
});

describe('a list', () => {
  const rules = (...entries: Subdistrict[]) =>
    checkSubdistricts(entries.map(normaliseSubdistrict)).map(({ rule, field }) => [rule, field]);

  test('is kept without blanks in its names, and without what a name says already', () => {
    expect(
      normaliseSubdistrict(
        one('　东直门 街道', {
          nameEn: ' ',
          code: '１１０１０１００３',
          formerNames: ['东直门街道', ' ', '甲', '甲'],
        }),
      ),
    ).toEqual(one('东直门街道', { code: '110101003', formerNames: ['甲'] }));
  });

  test.each([
    ['without a name', [one(' ')], [['required', '0.name']]],
    ['with a name of 50 characters', [one('长'.repeat(48) + '街道')], [['textTooLong', '0.name']]],
    ['with a code of ten digits', [one('甲镇', { code: '1101010030' })], [['subdistrictCode', '0.code']]],
    ['closed on no day', [one('甲镇', { closedFrom: '2026-02-30' })], [['dateFormat', '0.closedFrom']]],
    ['with one name twice', [one('甲镇'), one('甲镇')], [['entryTwice', '1.name']]],
    ['with one name in two ways', [one('甲街道'), one('甲地区')], [['entryTwice', '1.name']]],
    [
      'with a former name of another',
      [one('甲街道'), one('乙街道', { formerNames: ['甲'] })],
      [['entryTwice', '1.formerNames']],
    ],
    [
      'with one code twice',
      [one('甲镇', { code: '110101003' }), one('乙镇', { code: '110101003' })],
      [['entryTwice', '1.code']],
    ],
    ['with a town and a subdistrict of one name', [one('甲镇'), one('甲街道'), one('甲乡')], []],
  ] as const)('%s is told so', (_, entries, told) => {
    expect(rules(...entries)).toEqual(told);
  });

  test('of more than a hundred is refused', () => {
    const many = Array.from({ length: 101 }, (_, n) => one(`第${n}街道`));
    expect(rules(...many).map(([rule]) => rule)).toEqual(['listTooLong']);
  });

  test('is complete with something to choose alone', () => {
    const rulesOf = (entries: Subdistrict[], complete = true) =>
      checkComplete({ entries, complete }, TODAY).map(({ rule }) => rule);
    expect(rulesOf([])).toEqual(['subdistrictsNone']);
    expect(rulesOf([LIST[6]!])).toEqual(['subdistrictsNone']);
    expect(rulesOf(LIST)).toEqual([]);
    expect(rulesOf([], false)).toEqual([]);
  });

  test.each<[string, Subdistrict[], Subdistrict[], string[], string[]]>([
    ['a name left out', [one('甲镇')], [one('丙街道')], ['甲镇', '甲'], []],
    [
      'a former name left out',
      [one('甲镇', { formerNames: ['乙乡'] })],
      [one('甲镇')],
      ['乙乡', '乙'],
      ['甲镇'],
    ],
    [
      'a former name given to what comes instead',
      [one('甲镇', { formerNames: ['丁乡'] })],
      [one('乙镇', { formerNames: ['丁乡'] })],
      ['甲镇', '甲', '丁乡', '丁'],
      [],
    ],
    [
      'a former name given to another',
      [one('甲镇', { formerNames: ['丁乡'] }), one('乙镇')],
      [one('甲镇'), one('乙镇', { formerNames: ['丁乡'] })],
      ['丁乡', '丁'],
      ['甲镇', '乙镇'],
    ],
    ['a town beside a township', [one('宋庄镇')], [one('宋庄镇'), one('宋庄乡')], ['宋庄'], ['宋庄镇']],
    ['a street beside a township', [one('宋庄乡')], [one('宋庄乡'), one('宋庄街道')], ['宋庄'], ['宋庄乡']],
    [
      'the same, if the short name is kept as a former one',
      [one('宋庄镇')],
      [one('宋庄镇', { formerNames: ['宋庄'] }), one('宋庄乡')],
      [],
      ['宋庄', '宋庄镇'],
    ],
    [
      'a new name, if the old one is kept with all others',
      [one('甲镇', { formerNames: ['丁乡'] })],
      [one('乙街道', { formerNames: ['甲镇', '丁乡'] })],
      [],
      ['甲镇', '丁'],
    ],
    [
      'two in one, if the names of both are kept',
      [one('甲镇'), one('乙镇')],
      [one('甲镇', { formerNames: ['乙镇'] })],
      [],
      ['甲', '乙'],
    ],
    ['another way to write it', [one('甲街道')], [one('甲地区')], [], ['甲', '甲街道办事处']],
    ['a first list', [], [one('宋庄镇'), one('宋庄乡')], [], ['宋庄']],
    [
      'what is told apart at last',
      [one('宋庄镇'), one('宋庄乡')],
      [one('宋庄镇'), one('宋庄东乡', { formerNames: ['宋庄乡'] })],
      [],
      ['宋庄', '宋庄镇', '宋庄乡'],
    ],
  ])('with %s has these names astray', (_, before, after, astray, kept) => {
    expect(checkSubdistricts(after)).toEqual([]);
    expect(namesAstray(before, after)).toEqual(astray);
    const strays = straying(before, after);
    expect(astray.filter(strays)).toEqual(astray);
    expect(kept.filter(strays)).toEqual([]);
  });
});
