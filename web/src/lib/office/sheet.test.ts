import { expect, test } from '@jest/globals';
import { toCsv } from './sheet.ts';

test('a table as CSV: whole numbers, a word for what is hidden, quotes where they are needed', () => {
  const sheet = {
    columns: ['学校', '孩子'],
    rows: [
      ['第一示例小学, 东校区', 12345],
      ['叫“"”的小学', null],
    ],
  };
  expect(toCsv(sheet, '遮')).toBe('\uFEFF学校,孩子\r\n"第一示例小学, 东校区",12345\r\n"叫“""”的小学",遮\r\n');
});

test('what a spreadsheet would take for a formula stays a text, and a number stays a number', () => {
  const sheet = { columns: ['a', 'b'], rows: [['=1+1', -1]] };
  expect(toCsv(sheet, '')).toBe("\uFEFFa,b\r\n'=1+1,-1\r\n");
});
