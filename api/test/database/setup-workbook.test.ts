import { expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { fileURLToPath } from 'node:url';
import writeSheets from 'write-excel-file/node';
import { readFiles } from '../../src/setup/main.js';
import { readSetup, type SetupPlan } from '../../src/setup/setup.plan.js';
import { SECTIONS } from '../../src/setup/setup.sections.js';
import { writeWorkbook } from '../../src/setup/setup.workbook.js';

const EXAMPLE = readFiles([fileURLToPath(new URL('../../setup/example/', import.meta.url))]) as {
  name: string;
  text: string;
}[];
const read = async (bytes: Uint8Array) => readSetup([{ name: 'city.xlsx', bytes }]);
type Cell = string | number | boolean | { value: Date; format: string } | null;
const workbook = (sheets: Record<string, Cell[][]>) =>
  writeSheets(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();
/** What it asks for, without the places that say so. */
const asked = ({ season, rows }: SetupPlan) => ({
  season: { ...season, at: null },
  rows: Object.entries(rows).map(([name, list]) => [name, list.map(({ values }) => values)]),
});

test('the template holds the example: it asks for the same as the YAML files', async () => {
  const fromYaml = await readSetup(EXAMPLE);
  const fromSheets = await read(await writeWorkbook(EXAMPLE, SECTIONS));
  expect(fromSheets.mistakes).toEqual([]);
  expect(asked(fromSheets.plan)).toEqual(asked(fromYaml.plan));
});

test('cells may be numbers, yes or no, and dates as a sheet knows them', async () => {
  const { plan, mistakes } = await read(
    await workbook({
      season: [
        ['year', 'bornFrom', 'open'],
        [2027, { value: new Date('2020-09-01T00:00:00Z'), format: 'yyyy-mm-dd' }, true],
      ],
      calendar: [
        ['districts', 'services', 'windows.REGISTRATION.opensAt', 'windows.REGISTRATION.closesAt'],
        [
          '01；02',
          'LOCAL_HUKOU',
          { value: new Date('2027-05-01T08:30:00Z'), format: 'yyyy-mm-dd hh:mm' },
          '2027-06-01',
        ],
      ],
    }),
  );
  expect(mistakes).toEqual([]);
  expect(plan.season).toMatchObject({ year: 2027, bornFrom: '2020-09-01', open: true });
  expect(plan.rows.calendar!.map(({ values }) => values)).toMatchObject(
    ['01', '02'].map((district) => ({
      district,
      opensAt: new Date('2027-05-01T00:30:00Z'),
      closesAt: new Date('2027-05-31T16:00:00Z'),
    })),
  );
});

test('every mistake is told with its sheet and row', async () => {
  const { mistakes } = await read(
    await workbook({
      districts: [
        ['code', 'name', 'nameEn', 'hotline', 'colour'],
        ['01', '东城区', 'Dongcheng', '010-0000 0001', null],
        [],
        ['19', '无名区', 'Nowhere', '010-0000 0019', null],
        ['01', '东城区', null, '010-0000 0001', null],
      ],
      site: [['hotline'], ['12345'], ['12346']],
      cities: [['name']],
    }),
  );
  expect(mistakes).toEqual(
    expect.arrayContaining([
      {
        file: 'city.xlsx',
        sheet: 'districts',
        line: 1,
        message: expect.stringContaining('no column “colour”'),
      },
      { file: 'city.xlsx', sheet: 'districts', line: 4, message: expect.stringContaining('“19” is not') },
      { file: 'city.xlsx', sheet: 'districts', line: 5, message: '“nameEn” is missing' },
      { file: 'city.xlsx', sheet: 'site', line: 2, message: '“serviceHours” is missing' },
      { file: 'city.xlsx', sheet: 'site', line: 3, message: 'there can be one row here' },
      {
        file: 'city.xlsx',
        sheet: 'cities',
        line: 1,
        message: expect.stringContaining('no section “cities”'),
      },
    ]),
  );
});

test('what stands twice names the sheet and row of the first', async () => {
  const row = ['0101', '01', '甲', 'A'];
  const { mistakes } = await read(
    await workbook({ schools: [['code', 'district', 'name', 'nameEn'], row, row] }),
  );
  expect(mistakes).toEqual([
    {
      file: 'city.xlsx',
      sheet: 'schools',
      line: 3,
      message: '0101 stands in city.xlsx, sheet schools, row 2, already',
    },
  ]);
});

test.each([
  ['no archive at all', async () => strToU8('season:'), 'this is no workbook'],
  ['an archive of something else', async () => zipSync({ 'a.txt': strToU8('a') }), 'this is no workbook'],
  ['a bomb', async () => zipSync({ 'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024) }), 'bigger than'],
  ['a bomb that says that it is small', lyingBomb, 'this is no workbook'],
  ['a cell far out', async () => withCellAt('XFD2'), 'bigger than'],
  ['a cell far down', async () => withCellAt('A1048576'), 'bigger than'],
])('%s is one mistake', async (_, make, message) => {
  const { mistakes } = await read(await make());
  expect(mistakes).toEqual([{ file: 'city.xlsx', line: 1, message: expect.stringContaining(message) }]);
});

async function withCellAt(address: string): Promise<Uint8Array> {
  const parts = unzipSync(await workbook({ schools: [['code'], ['0101']] }));
  const sheet = Object.keys(parts).find((name) => name.endsWith('sheet1.xml'))!;
  const moved = Buffer.from(parts[sheet]!).toString().replaceAll('r="A2"', `r="${address}"`);
  return zipSync({ ...parts, [sheet]: strToU8(moved) });
}

/** Every place of the archive that tells the size of its one part says 10 bytes. */
async function lyingBomb(): Promise<Uint8Array> {
  const size = 64 * 1024 * 1024;
  const archive = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(size) }));
  for (let at = archive.indexOf(sizeBytes(size)); at >= 0; at = archive.indexOf(sizeBytes(size), at + 4)) {
    archive.writeUInt32LE(10, at);
  }
  return archive;
}

function sizeBytes(size: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(size);
  return bytes;
}
