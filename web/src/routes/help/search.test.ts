import { describe, expect, test } from '@jest/globals';
import { searchEntries } from './search.ts';

const ENTRIES = [
  { title: '收不到短信验证码怎么办？', answer: '先等三分钟。' },
  { title: '提示孩子的证件号码已经注册过', answer: '一个证件号码只能有一个信息采集编号。' },
  { title: "The text message with the code doesn't arrive", answer: 'Wait three minutes first.' },
];

describe('a question is found in the words of who asks', () => {
  test.each([
    ['验证码收不到', 0],
    ['没有收到短信', 0],
    ['证件 已注册', 1],
    ['NO CODES arrived', 2],
  ])('%s', (query, index) => {
    expect(searchEntries(ENTRIES, query)[0]).toBe(ENTRIES[index]);
  });

  test('nothing typed shows everything', () => {
    expect(searchEntries(ENTRIES, '  ')).toHaveLength(3);
  });

  test('what has nothing to do with it is not shown', () => {
    expect(searchEntries(ENTRIES, '学费')).toEqual([]);
  });
});
