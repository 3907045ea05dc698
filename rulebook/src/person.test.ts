import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { residentIdCheckDigit } from './document.js';
import { isSamePerson, personKey, type PersonalDocument } from './person.js';
import { DOCUMENT_TYPES } from './vocabulary.js';

const numbered = (body: string) => body + residentIdCheckDigit(body);
const hongKong = numbered('81000020190101001');

const of = (
  documentType: string,
  documentNumber: string,
  nationality: string | null = null,
): PersonalDocument => ({
  documentType,
  documentNumber,
  nationality,
});

describe('whom a number names', () => {
  test.each([
    [
      'a residence permit typed as a resident ID',
      of('HK_MACAO_RESIDENCE', hongKong),
      of('RESIDENT_ID', hongKong),
    ],
    [
      'one number in two ways of writing',
      of('RESIDENT_ID', '11999920190315009X'),
      of('RESIDENT_ID', '１１９９９９ 20190315 009x'),
    ],
    [
      'a permit before and after its renewal',
      of('HK_MACAO_PERMIT', 'H1234567801'),
      of('HK_MACAO_PERMIT', 'h12345678'),
    ],
    ['two renewals', of('HK_MACAO_PERMIT', 'M1234567801'), of('HK_MACAO_PERMIT', 'M1234567802')],
    ['an old Taiwan permit', of('TAIWAN_PERMIT', '1234567801(D)'), of('TAIWAN_PERMIT', '12345678')],
    ['a passport', of('PASSPORT', 'E1234-5678', 'US'), of('PASSPORT', 'e12345678', 'US')],
    [
      'a passport of a state that is not known',
      of('PASSPORT', 'E12345678', 'US'),
      of('PASSPORT', 'E12345678'),
    ],
  ])('%s is the same person’s', (_, one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
    expect(isSamePerson(other, one)).toBe(true);
  });

  test.each([
    ['passports of two states', of('PASSPORT', 'E12345678', 'US'), of('PASSPORT', 'E12345678', 'DE')],
    [
      'permits of Hong Kong and Macao',
      of('HK_MACAO_PERMIT', 'H12345678'),
      of('HK_MACAO_PERMIT', 'M12345678'),
    ],
    ['a passport and a Taiwan permit', of('PASSPORT', '12345678'), of('TAIWAN_PERMIT', '12345678')],
    ['nothing and nothing', of('RESIDENT_ID', ''), of('RESIDENT_ID', ' ')],
    ['neighbours', of('RESIDENT_ID', '119999201901010018'), of('RESIDENT_ID', '119999201809010031')],
  ])('%s are two persons’', (_, one, other) => expect(isSamePerson(one, other)).toBe(false));

  test('a passport’s key has its state; a number built like a resident ID is its own key', () => {
    expect(personKey('PASSPORT', 'E12345678', 'US')).not.toBe(personKey('PASSPORT', 'E12345678', 'DE'));
    for (const type of DOCUMENT_TYPES) expect(personKey(type, hongKong, 'CN')).toBe(hongKong);
    expect(personKey('HK_MACAO_PERMIT', 'H1234567801', 'CN')).toBe('H12345678');
    expect(personKey('FOREIGN_PERMANENT_RESIDENT_ID', 'abc123456789012', 'US')).toBe('ABC123456789012');
  });

  test('anything typed has a key, and the key of the same text is the same', () => {
    const types = fc.constantFrom(...DOCUMENT_TYPES, 'x', '__proto__', 'constructor');
    fc.assert(
      fc.property(
        types,
        fc.string({ unit: 'binary' }),
        fc.option(fc.constantFrom('CN', 'US')),
        (type, raw, state) => {
          expect(personKey(type, raw, state)).toBe(personKey(type, ` ${raw}\u200b`, state));
        },
      ),
    );
  });
});
