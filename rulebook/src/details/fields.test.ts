import { describe, expect, test } from '@jest/globals';
import { DETAIL_FIELDS, fieldAt, placeInForm } from './fields.js';
import { DETAIL_ROOTS } from './details.js';
import { ETHNICITIES } from '../ethnicity.js';

/**
 * What the ministry forbids to ask or to require (notice of 2022 on compulsory-education admission), and what an
 * admission has no use for. District questions and GraphQL inputs are held against the same list elsewhere.
 */
import { FORBIDDEN_TO_ASK } from '../forbidden-to-ask.js';

describe('the details form', () => {
  test.each(DETAIL_FIELDS.map((field) => [field.path, field.kinds?.join() ?? 'all', field] as const))(
    '%s (%s) says in both languages what it is, why it is asked and where it is found',
    (_, __, { label, why, where }) => {
      for (const line of [label, why, where]) {
        expect(line['zh-CN']).not.toBe('');
        expect(line.en).not.toBe('');
        expect(line['zh-CN'] + line.en).not.toMatch(/\n|[!！]/);
        expect([...line['zh-CN']].length).toBeLessThanOrEqual(45);
        expect(line.en.length).toBeLessThanOrEqual(110);
      }
      for (const line of [why, where]) {
        expect(line['zh-CN']).toMatch(/。$/);
        expect(line.en).toMatch(/\.$/);
      }
    },
  );

  test('asks nothing that the ministry forbids to ask', () => {
    const words = DETAIL_FIELDS.flatMap(({ path, label, why, where }) => [
      path,
      ...[label, why, where].flatMap((line) => [line['zh-CN'], line.en]),
    ]);
    for (const word of words) expect(word).not.toMatch(FORBIDDEN_TO_ASK);
  });

  test('the list itself notices what it is there for', () => {
    for (const asked of [
      '学前教育经历',
      '预防接种证',
      '计划生育证明',
      '父亲职务',
      '家庭年收入',
      '无人监护证明',
      '血型',
      '是否独生子女',
      '超龄证明',
      'bloodType',
      'parentIncome',
      'kindergarten',
      'onlyChild',
      'jobTitle',
    ]) {
      expect(asked).toMatch(FORBIDDEN_TO_ASK);
    }
  });

  test('has every part of the details, a variant for each kind at most once, and an order', () => {
    const roots = new Set(DETAIL_FIELDS.map(({ path }) => path.split('.')[0]));
    expect([...roots].sort()).toEqual(DETAIL_ROOTS.filter((root) => root !== 'answers').sort());
    const variants = DETAIL_FIELDS.flatMap(({ path, kinds }) =>
      (kinds ?? ['']).map((kind) => `${path} ${kind}`),
    );
    expect(new Set(variants).size).toBe(variants.length);
    const places = [
      'ethnicity',
      'residence',
      'residence.leaseTo',
      'secondGuardian',
      'employments.FIRST',
      'employments.SECOND.kind',
      'residencePermits.FIRST.address',
      'answers.X',
    ].map(placeInForm);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
  });

  test('is printed on the collection form, each field in a cell of its own', () => {
    const printed = DETAIL_FIELDS.flatMap(({ sheet, path, printed: cell }) =>
      cell ? [{ sheet, path, ...cell }] : [],
    );
    const cells = new Map(printed.map(({ sheet, at, path }) => [`${sheet} ${at.join('/')}`, path]));
    for (const { sheet, at, path } of printed) expect(cells.get(`${sheet} ${at.join('/')}`)).toBe(path);
    const ends = printed.flatMap(({ path, until }) => (until ? [path.replace(/\w+$/, until)] : []));
    const without = DETAIL_FIELDS.filter((field) => !field.printed).map(({ path }) => path);
    // Both guardians are printed as they stand with the record; the reason has a part of its own.
    const elsewhere = (path: string) => /^(first|second|noSecond)Guardian/.test(path);
    expect(without.filter((path) => !elsewhere(path))).toEqual(ends);
    for (const path of ends) expect(fieldAt(path, null)?.input).toBe('DATE');
  });

  test('numbers of certificates, permits, documents and phones are masked', () => {
    const masked = DETAIL_FIELDS.filter((field) => field.mask).map(({ path }) => path);
    expect([...new Set(masked)]).toEqual([
      'residence.certificateNumber',
      'secondGuardian.documentNumber',
      'secondGuardian.phone',
      'groundEvidence.number',
      'residencePermits.*.number',
    ]);
  });
});

test('GB/T 3304 has 56 groups, and two codes beside it', () => {
  const codes = [...ETHNICITIES.keys()];
  const groups = Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(codes).toEqual([...groups, '97', '98']);
  const names = [...ETHNICITIES.values()];
  for (const language of ['zh-CN', 'en'] as const) {
    expect(new Set(names.map((name) => name[language])).size).toBe(codes.length);
  }
});
