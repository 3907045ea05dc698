import { expect, test } from '@jest/globals';
import { spellingsOf } from './subdistrict.js';

test.each([
  ['东直门', '东直门街道', true],
  ['东直门街道', '东直门', true],
  ['东直门街道办事处', '东直门街道', true],
  ['左家庄地区', '左家庄', true],
  ['东直门', '北新桥街道', false],
  ['东直门外', '东直门街道', false],
  ['宋庄镇', '宋庄镇', true],
  ['宋庄', '宋庄镇', false],
  ['街道', '街道', true],
  ['', '东直门街道', false],
])('%s is a way to write %s: %s', (written, subdistrict, among) => {
  expect(spellingsOf(subdistrict).includes(written)).toBe(among);
});
