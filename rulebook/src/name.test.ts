import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkName, normaliseName } from './name.js';

const rulesOf = (name: string) => checkName(name, 'child.name').map(({ rule }) => rule);

describe('name', () => {
  test.each([
    '测试甲',
    '𠮷𡈽',
    '\u{30EDD}子',
    '〇一',
    '葛\u{E0100}城',
    '买买提·吐尔逊',
    'བསྟན་འཛིན'.replaceAll('་', ' '),
    'Anne-Marie O’Neill',
    'RAJ KUMAR S/O MUTHU',
    'SMITH, JOHN',
    'ALI (MUHAMMAD)',
    'བསྟན་འཛིན',
    '𰻝\u{31350}',
    '甲',
    "D'Arcy Jr.",
    'Ólafur Þór',
    'ﻣﺤﻤﺪ',
    '字'.repeat(50),
  ])('%s is a name', (name) => expect(rulesOf(name)).toEqual([]));

  test.each([
    ['买买提•吐尔逊', '买买提·吐尔逊'],
    ['买买提・吐尔逊', '买买提·吐尔逊'],
    ['买买提‧吐尔逊', '买买提·吐尔逊'],
    ['　测试 　甲 ', '测试甲'],
    ['买买提．吐尔逊', '买买提·吐尔逊'],
    ['买买提.吐尔逊', '买买提·吐尔逊'],
    ['买买提 · 吐尔逊', '买买提·吐尔逊'],
    ['买买提。吐尔逊', '买买提·吐尔逊'],
    ['刘\ue863', '刘\u4dae'],
    ['测\ue816\ue864', '测\u{20087}\u9fbb'],
    ['\u2fbc\u2f00', '高一'],
    ['\u2ec5\uf92c', '见郎'],
    ['\ufa0e\ufa29', '\ufa0e\ufa29'],
    ['测试甲\u200b', '测试甲'],
    ['\u202d测试甲\u202c', '测试甲'],
    ['测\ufe0f甲', '测甲'],
    ['O‘Neill', "O'Neill"],
    ['O’Neill', "O'Neill"],
    ['Anne‐Marie', 'Anne-Marie'],
    ['Martin Luther Jr.', 'Martin Luther Jr.'],
    ['Ａｎｎａ', 'Anna'],
    ['e\u0301', 'é'],
  ])('%p is kept as %p', (raw, kept) => expect(normaliseName(raw)).toBe(kept));

  test('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) =>
        expect(normaliseName(normaliseName(raw))).toBe(normaliseName(raw)),
      ),
    );
  });

  test.each([
    ['emoji', '测😀甲', '😀'],
    ['control character', '测\u0000甲', 'U+0000'],
    ['line break', '测\n甲', 'U+000A'],
    ['half a character', '测\ud842甲', 'U+D842'],
    ['digit', '测2甲', '2'],
    ['lost character', '测\ufffd甲', '\ufffd'],
    ['private character', '测\ue000甲', 'U+E000'],
    ['brackets in Chinese', '测试（甲）', '('],
    ['HTML', '<b>测</b>', '<'],
    ['SQL', "测'; DROP TABLE child; --", ';'],
    ['dots alone', '···', '·'],
  ])('%s is refused, and the sentence shows it', (_, name, character) => {
    expect(checkName(name, 'child.name')).toMatchObject([{ rule: 'nameFormat', params: { character } }]);
  });

  test('the length is counted in characters, not in code units', () => {
    expect(rulesOf('𠮷'.repeat(50))).toEqual([]);
    expect(rulesOf('𠮷'.repeat(51))).toEqual(['nameLength']);
    expect(rulesOf('1'.repeat(10_000))).toEqual(['nameLength', 'nameFormat']);
  });

  test.each(['', '   ', '　'])('%p is not filled in', (name) => expect(rulesOf(name)).toEqual(['required']));
});
