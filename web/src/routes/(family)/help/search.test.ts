import { describe, expect, test } from '@jest/globals';
import { searchEntries } from './search.ts';

const ENTRIES = [
  { title: '收不到短信验证码怎么办？', answer: '先等三分钟。' },
  { title: '提示孩子的证件号码已经注册过', answer: '一个证件号码只能有一个信息采集编号。' },
  { title: "The text message with the code doesn't arrive", answer: 'Wait three minutes first.' },
];

const languageOf = (query: string) => (/\p{Script=Han}/u.test(query) ? 'zh-CN' : 'en');

describe('other words for the same thing find it', () => {
  const entries = [
    { title: '居住证快到期了，能办理吗？', answer: '能。' },
    { title: '离异、单亲怎么填？', answer: '写明原因，住房看房产证。' },
    { title: 'Divorced: how do I fill it in?', answer: 'Say why.' },
  ];
  test.each([
    ['暂住证过期', 0],
    ['离婚了', 1],
    ['不动产权证', 1],
    ['single parent', 2],
  ])('%s', (query, index) => {
    expect(searchEntries(entries, query, languageOf(query))[0]).toBe(entries[index]);
  });
});

describe('a question is found in the words of whoever asks', () => {
  test.each([
    ['验证码收不到', 0],
    ['没有收到短信', 0],
    ['证件 已注册', 1],
    ['NO CODES arrived', 2],
  ])('%s', (query, index) => {
    expect(searchEntries(ENTRIES, query, languageOf(query))[0]).toBe(ENTRIES[index]);
  });

  test('nothing typed shows everything', () => {
    expect(searchEntries(ENTRIES, '  ', 'en')).toHaveLength(3);
  });

  test('what has nothing to do with it is not shown', () => {
    expect(searchEntries(ENTRIES, '学费', 'zh-CN')).toEqual([]);
  });
});

test.each([
  ['采集表', 'How do I print the collection form?'],
  ['京通', 'I cannot sign in'],
  ['操作手册', 'Where is the manual?'],
])('on an English page %s finds the English answer', (query, title) => {
  const entries = [
    { title: 'How do I print the collection form?', answer: 'At home.' },
    { title: 'I cannot sign in', answer: 'Try again.' },
    { title: 'Where is the manual?', answer: 'Here.' },
  ];
  expect(searchEntries(entries, query, 'en').map((entry) => entry.title)).toEqual([title]);
});
