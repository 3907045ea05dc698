import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explain } from './refusal.js';
import { DOCUMENT_TYPES } from './vocabulary.js';
import {
  checkDocument,
  checkDocumentAgrees,
  kindOf,
  normaliseDocument,
  readDocument,
  residentIdCheckDigit,
} from './document.js';

const rulesOf = (type: string, number: string) =>
  checkDocument(type, number, 'child.documentNumber').map(({ rule }) => rule);

/** Nobody has these numbers: their regions were never assigned. */
const made = fc
  .tuple(
    fc.constantFrom('119999', '139999'),
    fc.date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, serial]) => {
    const body =
      region + born.toISOString().slice(0, 10).replaceAll('-', '') + String(serial).padStart(3, '0');
    return body + residentIdCheckDigit(body);
  });

describe('resident ID', () => {
  test.each(['119999201901010018', '139999201908310025', '119999201809010031', '11999920190315009X'])(
    '%s is well formed',
    (number) => expect(rulesOf('RESIDENT_ID', number)).toEqual([]),
  );

  test('every number built by the standard is taken, whatever its region', () => {
    fc.assert(fc.property(made, (number) => expect(rulesOf('RESIDENT_ID', number)).toEqual([])));
    for (const region of ['110103', '110104', '000000', '710000', '899999']) {
      const body = `${region}20190101001`;
      expect(rulesOf('RESIDENT_ID', body + residentIdCheckDigit(body))).toEqual([]);
    }
  });

  test('GB 11643: every single wrong digit and every swap of neighbours is found', () => {
    fc.assert(
      fc.property(made, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const wrong = [...number];
        wrong[place] = String((Number(wrong[place]) + shift) % 10);
        expect(rulesOf('RESIDENT_ID', wrong.join(''))).toContain('documentChecksum');
      }),
    );
    fc.assert(
      fc.property(made, fc.nat(15), (number, place) => {
        fc.pre(number[place] !== number[place + 1]);
        const swapped =
          number.slice(0, place) + number[place + 1]! + number[place]! + number.slice(place + 2);
        expect(rulesOf('RESIDENT_ID', swapped)).toContain('documentChecksum');
      }),
    );
  });

  test.each([
    ['81', '港澳居民居住证'],
    ['82', '港澳居民居住证'],
    ['83', '台湾居民居住证'],
    ['91', '外国人永久居留身份证'],
    ['99', '外国人永久居留身份证'],
  ])('no citizen’s number begins with %s: it is told which document it is', (beginning, name) => {
    const body = `${beginning}000020190101001`;
    const number = body + residentIdCheckDigit(body);
    const [refusal, ...others] = checkDocument('RESIDENT_ID', number, 'child.documentNumber');
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ rule: 'documentOfOtherKind', field: 'child.documentNumber' });
    expect(explain(refusal!, 'zh-CN').wayOut).toBe(`证件类型请改选“${name}”。`);
    expect(kindOf('RESIDENT_ID', number)).not.toBe('RESIDENT_ID');
    const slip = body + (number[17] === '1' ? '2' : '1');
    expect(rulesOf('RESIDENT_ID', slip)).toEqual(['documentChecksum']);
  });

  test('full-width digits, blanks, hyphens, invisible characters and a small x are mended', () => {
    expect(normaliseDocument('　１１９９９９ 2019-03-15\u200b\u202e009ｘ ')).toBe('11999920190315009X');
    expect(rulesOf('RESIDENT_ID', '１１９９９９２０１９０３１５００９ｘ')).toEqual([]);
  });

  test('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) =>
        expect(normaliseDocument(normaliseDocument(raw))).toBe(normaliseDocument(raw)),
      ),
    );
  });

  test('nobody who registers a child was born in another century but the last two', () => {
    const numbered = (date: string) => `119999${date}001`;
    for (const [date, rules] of [
      ['18991231', ['documentFormat']],
      ['17000101', ['documentFormat']],
      ['19000101', []],
    ] as const) {
      const body = numbered(date);
      expect(rulesOf('RESIDENT_ID', body + residentIdCheckDigit(body))).toEqual(rules);
    }
  });

  test('a date that does not exist in the number is refused, and a wrong check digit beside it', () => {
    const body = '11999920190231001';
    expect(rulesOf('RESIDENT_ID', body + residentIdCheckDigit(body))).toEqual(['documentFormat']);
    const wrong = residentIdCheckDigit(body) === '0' ? '1' : '0';
    expect(rulesOf('RESIDENT_ID', body + wrong)).toEqual(['documentFormat', 'documentChecksum']);
  });

  test.each([
    ['119999201901010018', { birthDate: '2019-01-01', sex: 'MALE' }],
    ['11999920190831002X', null],
    ['119999', null],
  ])('%s says %p', (number, said) => expect(readDocument('RESIDENT_ID', number)).toEqual(said));

  test('birth date and sex that disagree are both told; what is not filled in is no disagreement', () => {
    const child = { documentType: 'RESIDENT_ID', documentNumber: '119999201901010018' };
    const rules = (birthDate: string, sex: string) =>
      checkDocumentAgrees({ ...child, birthDate, sex }, 'child').map(({ rule, field }) => [rule, field]);
    expect(rules('2019-01-01', 'MALE')).toEqual([]);
    expect(rules('2019-01-02', 'FEMALE')).toEqual([
      ['sexMismatch', 'child.sex'],
      ['birthDateMismatch', 'child.birthDate'],
    ]);
    expect(rules('', '')).toEqual([]);
  });
});

describe('other documents', () => {
  const residence = (prefix: string) => {
    const body = `${prefix}20190101001`;
    return body + residentIdCheckDigit(body);
  };

  test.each([
    ['HK_MACAO_PERMIT', 'h12345678', []],
    ['HK_MACAO_PERMIT', 'M1234567801', []],
    ['HK_MACAO_PERMIT', 'A12345678', ['documentFormat']],
    ['HK_MACAO_RESIDENCE', residence('810000'), []],
    ['HK_MACAO_RESIDENCE', residence('820000'), []],
    ['HK_MACAO_RESIDENCE', residence('830000'), ['documentFormat']],
    ['TAIWAN_PERMIT', '12345678', []],
    ['TAIWAN_PERMIT', '1234567801(D)', []],
    ['TAIWAN_PERMIT', '1234567', ['documentFormat']],
    ['TAIWAN_RESIDENCE', residence('830000'), []],
    ['TAIWAN_RESIDENCE', residence('810000'), ['documentFormat']],
    ['PASSPORT', 'e 1234 5678', []],
    ['PASSPORT', '护照1234', ['documentFormat']],
    ['PASSPORT', 'A123', ['documentFormat']],
    ['FOREIGN_PERMANENT_RESIDENT_ID', residence('911840'), []],
    ['FOREIGN_PERMANENT_RESIDENT_ID', '911999201901010018', ['documentChecksum']],
    ['FOREIGN_PERMANENT_RESIDENT_ID', 'ABC123456789012', []],
    ['FOREIGN_PERMANENT_RESIDENT_ID', '119999201901010018', ['documentFormat']],
    ['RESIDENT_ID', '', ['required']],
    ['RESIDENT_ID', "1' OR '1'='1", ['documentFormat']],
    ['LIBRARY_CARD', '12345678', ['valueUnknown']],
  ])('%s %s: %p', (type, number, rules) => expect(rulesOf(type, number)).toEqual(rules));

  test('a residence permit has the same check digit, and says birth date and sex', () => {
    const number = residence('830000');
    const wrong = number.slice(0, 17) + (number[17] === '1' ? '2' : '1');
    expect(rulesOf('TAIWAN_RESIDENCE', wrong)).toEqual(['documentChecksum']);
    expect(readDocument('TAIWAN_RESIDENCE', number)).toEqual({ birthDate: '2019-01-01', sex: 'MALE' });
    expect(readDocument('PASSPORT', 'E12345678')).toBeNull();
    const foreign = residence('911840');
    expect(readDocument('FOREIGN_PERMANENT_RESIDENT_ID', foreign)).toEqual({
      birthDate: '2019-01-01',
      sex: 'MALE',
    });
    expect(readDocument('FOREIGN_PERMANENT_RESIDENT_ID', 'ABC123456789012')).toBeNull();
  });

  test('anything typed is answered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENT_TYPES, 'x', '__proto__'),
        fc.string({ unit: 'binary' }),
        (type, raw) => {
          expect(Array.isArray(checkDocument(type, raw, 'child.documentNumber'))).toBe(true);
        },
      ),
    );
  });
});
