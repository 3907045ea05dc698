import { expect, test } from '@jest/globals';
import { phonesIn } from './phone-text.ts';

test.each([
  [
    '请打东城区电话 010-6400 0001。',
    [
      { text: '请打东城区电话 ', phone: false },
      { text: '010-6400 0001', phone: true },
      { text: '。', phone: false },
    ],
  ],
  ['010-64000001', [{ text: '010-64000001', phone: true }]],
  ['信息采集编号 2026 01 0000123 4', [{ text: '信息采集编号 2026 01 0000123 4', phone: false }]],
  ['', []],
])('%s', (text, parts) => {
  expect(phonesIn(text)).toEqual(parts);
});
