import { describe, expect, test } from '@jest/globals';
import { findUnusual, isOwnFamily, MANY_LOOKS, unusualInWords, type HourOfLooks } from './unusual.js';

const at = (beijing: string, looks: number, actor = 'officer'): HourOfLooks => ({
  actor,
  looks,
  hour: new Date(`${beijing}:00+08:00`),
});
const kinds = (...hours: HourOfLooks[]) =>
  findUnusual(hours).map(({ kind, day, looks }) => [kind, day, looks]);

describe('looks at whole numbers', () => {
  test('are many from the limit on, counted over one day of one person', () => {
    const below = [at('2026-06-02T09:00', MANY_LOOKS - 10), at('2026-06-02T15:00', 9)];
    expect(kinds(...below)).toEqual([]);
    expect(kinds(...below, at('2026-06-02T16:00', 1))).toEqual([
      ['MANY_WHOLE_NUMBERS', '2026-06-02', MANY_LOOKS],
    ]);
    expect(kinds(...below, at('2026-06-03T16:00', 1))).toEqual([]);
    expect(kinds(...below, at('2026-06-02T16:00', 1, 'colleague'))).toEqual([]);
  });

  test.each([
    ['2026-06-02T21:00', false],
    ['2026-06-02T22:00', true],
    ['2026-06-03T05:00', true],
    ['2026-06-03T06:00', false],
  ])('at %s are at night: %s', (hour, night) => {
    const day = hour.slice(0, 10);
    expect(kinds(at(hour, 1))).toEqual(night ? [['WHOLE_NUMBERS_AT_NIGHT', day, 1]] : []);
  });

  test('are told the newest day first, and in words', () => {
    const found = findUnusual([at('2026-06-01T23:00', 2), at('2026-06-02T23:00', 1)]);
    expect(found.map(({ day }) => day)).toEqual(['2026-06-02', '2026-06-01']);
    expect(unusualInWords(found[1]!, 'zh-CN')).toContain(
      '2026 年 6 月 1 日，夜里（22:00 至次日 6:00）查看完整号码 2 次',
    );
    expect(unusualInWords(found[1]!, 'en')).toMatch(/1 June 2026 .* 2 times at night/);
  });
});

describe('looks at one’s own family', () => {
  const mother = { documentType: 'RESIDENT_ID', documentNumber: '119999199003150529' };
  test.each([
    ['a guardian with her document', { type: 'RESIDENT_ID', number: mother.documentNumber }, true],
    ['the same number of another kind', { type: 'PASSPORT', number: mother.documentNumber }, false],
    ['somebody else', { type: 'RESIDENT_ID', number: '119999199003150537' }, false],
    ['whoever the provider knows no document of', null, false],
  ] as const)('%s', (_, reader, own) => {
    expect(isOwnFamily(reader, [null, mother])).toBe(own);
    expect(isOwnFamily(reader, [])).toBe(false);
  });

  test('are told from the first on, one finding a day', () => {
    const found = findUnusual([], [at('2026-06-02T09:00', 1), at('2026-06-02T15:00', 2)]);
    expect(found).toEqual([{ kind: 'OWN_FAMILY', actor: 'officer', day: '2026-06-02', looks: 3 }]);
    expect(unusualInWords(found[0]!, 'zh-CN')).toContain(
      '2026 年 6 月 2 日，以工作人员身份查看自己家的信息 3 次',
    );
    expect(unusualInWords(found[0]!, 'en')).toContain('at her own family');
  });
});
