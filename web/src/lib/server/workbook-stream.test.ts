import { expect, test } from '@jest/globals';
import readSheets from 'read-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import { xlsxParts } from './workbook-stream.ts';

async function fileOf(
  portions: readonly (readonly string[])[][],
  mark = '本名单由 测*甲 于 2026-06-02 10:32 导出',
) {
  async function* rows() {
    yield* portions;
  }
  const parts = [];
  for await (const part of xlsxParts({ sheet: '名单', mark, columns: ['编号', '姓名'], rows: rows() }))
    parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

test('a long list is written portion by portion as texts, with who took it above, below and on each printed page', async () => {
  const mark = 'Taken by R&D <测*甲> on 2026-06-02';
  const file = await fileOf(
    [
      [
        ['01012026', '=1+1'],
        ['@SUM(A1)', 'a & b < "c"\u0001'],
      ],
      [],
      [['+86', '𠮷*']],
    ],
    mark,
  );
  const [{ data, sheet }] = (await readSheets(Buffer.from(file))) as [{ data: unknown[][]; sheet: string }];
  expect(sheet).toBe('名单');
  expect(data).toEqual([
    [mark, null],
    ['编号', '姓名'],
    ['01012026', '=1+1'],
    ['@SUM(A1)', 'a & b < "c"'],
    ['+86', '𠮷*'],
    [mark, null],
  ]);
  const parts = Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)] as const);
  for (const [name, xml] of parts) expect([name, /<f[ >]/.test(xml)]).toEqual([name, false]);
  const [, table] = parts.find(([name]) => name === 'xl/worksheets/sheet1.xml')!;
  // Of a head, & is the sign of a field: two of them are one.
  expect(table).toContain('<oddHeader>&amp;LTaken by R&amp;&amp;D &lt;测*甲&gt;');
  expect(table).toContain('&amp;R&amp;P / &amp;N</oddFooter>');
});

test('a list without rows is a file all the same', async () => {
  const [sheet] = await readSheets(Buffer.from(await fileOf([])));
  expect(sheet!.data).toHaveLength(3);
});
