import { expect, test } from '@jest/globals';
import readSheets from 'read-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import { toXlsx } from './workbook.ts';

test('a list is written as texts: numbers keep their zeros, and nothing is a formula', async () => {
  const rows = [
    ['01012026', '=1+1'],
    ['@SUM(A1)', '测*甲'],
  ];
  const file = await toXlsx({ sheet: '名单', columns: ['编号', '姓名'], rows });
  const [{ data, sheet }] = (await readSheets(Buffer.from(file))) as [{ data: unknown[][]; sheet: string }];
  expect(sheet).toBe('名单');
  expect(data).toEqual([['编号', '姓名'], ...rows]);
  const parts = Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)] as const);
  for (const [name, xml] of parts) expect([name, /<f[ >]/.test(xml)]).toEqual([name, false]);
  expect(parts.map(([name]) => name).join()).not.toMatch(/vba|macro/i);
});
