import { describe, expect, test } from '@jest/globals';
import { makeCollectionNumber } from './collection-number.js';
import { FILE_COLUMN_NAMES, FILE_COLUMNS, FILE_KINDS, readLines, type Cell } from './decision-file.js';

const FACTS = { district: '01', schools: new Set(['0101', '0102']) };
const number = (serial: number, district = '01') => makeCollectionNumber(2026, district, serial);
const [A, B] = [number(1), number(2)];
const fileOf = (rows: readonly (readonly Cell[])[]) =>
  rows.map((cells, index) => ({ line: index + 1, cells }));
const read = (kind: (typeof FILE_KINDS)[number], ...rows: readonly (readonly Cell[])[]) =>
  readLines(kind, fileOf(rows), FACTS);
const TITLES = ['信息采集编号', '录取结果', '学校代码', '说明'];
const rulesOf = (answer: ReturnType<typeof read>) =>
  'refusals' in answer
    ? answer.refusals.map(({ rule }) => rule)
    : answer.bad.map(({ line, refusals }) => [
        line,
        ...refusals.map(({ rule, field }) => `${field} ${rule}`),
      ]);

describe('a file of decisions', () => {
  test('says for each record what is decided', () => {
    expect(
      read(
        'APPROVE_ADMISSIONS',
        TITLES,
        [A, '录取', '0102', ' 请于\n8 月来校 '],
        [B, 'Not admitted', null, '学位已满'],
      ),
    ).toEqual({
      good: [
        { line: 2, number: A, order: { outcome: 'ADMITTED', school: '0102', note: '请于\n8 月来校' } },
        { line: 3, number: B, order: { outcome: 'NOT_ADMITTED', school: null, note: '学位已满' } },
      ],
      bad: [],
    });
    expect(
      read(
        'DECIDE_REVIEW_ITEM',
        ['Due', 'decision', '审核项 / Review item', '信息采集编号', 'Reason'],
        ['2026/6/1', '退回补充更正', 'RESIDENCE', A.replace(/(....)/g, '$1 '), '看不清'],
      ),
    ).toMatchObject({
      good: [
        {
          number: A,
          order: {
            kind: 'RESIDENCE',
            status: 'RETURNED',
            reason: '看不清',
            remedy: null,
            dueAt: '2026-06-01',
          },
        },
      ],
    });
    expect(read('REJECT_RECORDS', ['信息采集编号', '原因'], [A, '材料不符'])).toMatchObject({
      good: [{ order: { reason: '材料不符' } }],
    });
  });

  test.each(FILE_KINDS)('of the kind %s has its own titles, in either language', (kind) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const titles = FILE_COLUMNS[kind].map(({ column }) => FILE_COLUMN_NAMES[column][language]);
      expect(rulesOf(read(kind, titles))).toEqual(['fileEmpty']);
    }
  });

  test.each([
    ['nothing at all', [], ['fileColumns']],
    ['titles alone', [TITLES], ['fileEmpty']],
    ['rows without titles', [[A, '录取']], ['fileColumns', 'fileColumnUnknown']],
    ['a column too few', [['信息采集编号'], [A]], ['fileColumns']],
    [
      'a column that nobody knows',
      [
        [...TITLES, '备注'],
        [A, '录取'],
      ],
      ['fileColumnUnknown'],
    ],
    [
      'a column twice',
      [
        ['信息采集编号', '录取结果', '信息采集编号'],
        [A, '录取', A],
      ],
      ['fileColumnUnknown'],
    ],
    [
      'a title that is a formula',
      [
        ['信息采集编号', '录取结果', { formula: true }],
        [A, '录取'],
      ],
      ['fileColumnUnknown'],
    ],
  ] as const)('with %s is none', (_, rows, rules) => {
    expect(rulesOf(read('APPROVE_ADMISSIONS', ...rows))).toEqual(rules);
  });

  test('tells the place of a title that it does not know, and not what stands there', () => {
    const answer = read('APPROVE_ADMISSIONS', ['信息采集编号', '录取结果', '王测敏']);
    expect(JSON.stringify(answer)).not.toContain('王测敏');
    expect(answer).toMatchObject({ refusals: [{ params: { place: 'C' } }] });
  });

  test('with more lines than are taken is none', () => {
    const rows = Array.from({ length: 50_001 }, () => [A, '录取']);
    expect(rulesOf(read('APPROVE_ADMISSIONS', TITLES, ...rows))).toEqual(['fileTooManyRows']);
  });
});

describe('a line', () => {
  test.each([
    ['without a number', [null, '录取'], 'number required'],
    ['with a number that a spreadsheet shortened', ['2.026E+13', '录取'], 'number rowNumber'],
    ['with a digit that is wrong', [A.slice(0, 13) + ((Number(A[13]) + 1) % 10), '录取'], 'number rowNumber'],
    ['of another district', [number(1, '02'), '录取'], 'number rowOtherDistrict'],
    ['without a decision', [A, null], 'outcome required'],
    ['with another word', [A, '通过'], 'outcome rowWord'],
    ['with a word that every object knows', [A, 'constructor'], 'outcome rowWord'],
    ['with a school of elsewhere', [A, '录取', '0201'], 'school rowSchool'],
    ['with a formula', [A, { formula: true }], 'outcome rowFormula'],
    ['with a formula for its number', [{ formula: true }, '录取'], 'number rowFormula'],
  ] as const)('%s is told with its reason', (_, cells, told) => {
    expect(rulesOf(read('APPROVE_ADMISSIONS', TITLES, [B, '录取'], cells))).toEqual([[3, told]]);
  });

  test('may have a school’s code without the zeros that a spreadsheet has dropped', () => {
    expect(read('APPROVE_ADMISSIONS', TITLES, [A, '录取', '102'])).toMatchObject({
      good: [{ order: { school: '0102' } }],
    });
  });

  test('tells all its mistakes, and the record that stands there twice', () => {
    const answer = read('APPROVE_ADMISSIONS', TITLES, [A, '录取'], [A, '好', '9']);
    expect(rulesOf(answer)).toEqual([[3, 'outcome rowWord', 'school rowSchool', 'number rowTwice']]);
    expect(answer).toMatchObject({ bad: [{ refusals: [{}, {}, { params: { line: 2 } }] }] });
  });

  test.each(['46000', '2026-13-01', '2026-02-30', '明天'])('with %s for a day is told so', (day) => {
    const titles = ['信息采集编号', '审核项', '决定', '原因', '补正期限'];
    const line = [A, '在京实际住所居住材料', '退回补充更正', '看不清', day];
    expect(rulesOf(read('DECIDE_REVIEW_ITEM', titles, line))).toEqual([[2, 'dueAt rowDay']]);
  });

  test('decides no identity check among the items', () => {
    const line = [A, '身份证及户籍信息', '通过'];
    expect(rulesOf(read('DECIDE_REVIEW_ITEM', ['信息采集编号', '审核项', '决定'], line))).toEqual([
      [2, 'item rowWord'],
    ]);
  });
});
