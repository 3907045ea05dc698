import { describe, expect, test } from '@jest/globals';
import { checkPurpose } from './disclosure.js';

const NAMES = ['测试甲', '测试家长'];
const rules = (purpose: string) => checkPurpose(purpose, NAMES).map(({ rule }) => rule);

describe('the purpose of a look at whole numbers', () => {
  test.each([
    ['核对户口簿原件'],
    ['第 2 次核对，2026 年新换的居住证'],
    ['Compare the household register with what was typed'],
    ['核'.repeat(200)],
  ])('%s is one', (purpose) => {
    expect(rules(purpose)).toEqual([]);
  });

  test.each([
    ['', 'required'],
    ['  \n ', 'required'],
    ['核'.repeat(201), 'reasonTooLong'],
    ['核对\u202e户口簿', 'reasonFormat'],
    ['核对测试甲的户口簿', 'reasonPersonal'],
    ['给测试家长打电话', 'reasonPersonal'],
    ['核对 119999201901010018', 'reasonPersonal'],
    ['核对１１９９９９２０１９０１０１００１８', 'reasonPersonal'],
    ['打电话 199-0000-0001', 'reasonPersonal'],
  ])('%j is refused: %s', (purpose, rule) => {
    expect(rules(purpose)).toEqual([rule]);
  });

  test('a name of one character does not forbid that character', () => {
    expect(checkPurpose('核对户口簿', ['核'])).toEqual([]);
  });
});
