import { isCalendarDate } from './calendar.js';
import { checkChoice } from './choice.js';
import { refuse, type Refusal } from './refusal.js';
import { compact } from './text.js';
import type { DocumentType, Sex } from '../vocabulary.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999, ISO 7064 MOD 11-2: the 18th character for the first 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return '10X98765432'[sum % 11]!;
}

interface Kind {
  shape: RegExp;
  /** Built like a resident ID: birth date, sex and check digit in 18 characters. */
  resident?: boolean;
  name: { 'zh-CN': string; en: string };
  hint: { 'zh-CN': string; en: string };
}

const RESIDENCE_HINT = {
  'zh-CN': '居住证号码是 18 位，印在证件正面。',
  en: 'The number has 18 characters, on the front.',
};

const KINDS: Record<DocumentType, Kind> = {
  RESIDENT_ID: {
    shape: /^\d{17}[\dX]$/,
    resident: true,
    name: { 'zh-CN': '居民身份证', en: 'resident ID' },
    hint: {
      'zh-CN': '18 位，最后一位可能是 X；孩子的在户口簿本人页。',
      en: '18 characters, the last may be X; a child’s is in the household register.',
    },
  },
  HK_MACAO_PERMIT: {
    shape: /^[HM]\d{8}(\d{2})?$/,
    name: {
      'zh-CN': '港澳居民来往内地通行证',
      en: 'mainland travel permit for Hong Kong and Macao residents',
    },
    hint: { 'zh-CN': 'H 或 M 加 8 位数字。', en: 'H or M and 8 digits.' },
  },
  HK_MACAO_RESIDENCE: {
    shape: /^8[12]0000\d{11}[\dX]$/,
    resident: true,
    name: { 'zh-CN': '港澳居民居住证', en: 'residence permit for Hong Kong and Macao residents' },
    hint: RESIDENCE_HINT,
  },
  TAIWAN_PERMIT: {
    shape: /^(\d{8}|\d{10}[A-Z]?)$/,
    name: { 'zh-CN': '台湾居民来往大陆通行证', en: 'mainland travel permit for Taiwan residents' },
    hint: { 'zh-CN': '8 位数字。', en: '8 digits.' },
  },
  TAIWAN_RESIDENCE: {
    shape: /^830000\d{11}[\dX]$/,
    resident: true,
    name: { 'zh-CN': '台湾居民居住证', en: 'residence permit for Taiwan residents' },
    hint: RESIDENCE_HINT,
  },
  PASSPORT: {
    shape: /^[A-Z\d]{5,17}$/,
    name: { 'zh-CN': '护照', en: 'passport' },
    hint: { 'zh-CN': '5 到 17 位字母和数字。', en: '5 to 17 letters and digits.' },
  },
  FOREIGN_PERMANENT_RESIDENT_ID: {
    shape: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
    name: { 'zh-CN': '外国人永久居留身份证', en: 'foreign permanent resident ID' },
    hint: {
      'zh-CN': '9 开头的 18 位，或 3 个字母加 12 位数字。',
      en: '18 characters from 9, or 3 letters and 12 digits.',
    },
  },
};

export const isDocumentType = (type: string): type is DocumentType => Object.hasOwn(KINDS, type);

export const documentName = (type: DocumentType): Kind['name'] => KINDS[type].name;

/** The number as it is compared and kept: half-width, upper-case, without spaces, hyphens and invisible characters. */
export function normaliseDocument(raw: string): string {
  return compact(raw)
    .replace(/[-‐-―−·.()]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Checks the shape and, where the document has one, the check digit. Region prefixes are never judged. */
export function checkDocument(type: string, raw: string, field: string): Refusal[] {
  const number = normaliseDocument(raw);
  if (number === '') return [refuse('required', { field })];
  if (!isDocumentType(type)) {
    return checkChoice(type, isDocumentType, field.replace(/documentNumber$/, 'documentType'));
  }
  const kind = KINDS[type];
  const misshapen = refuse('documentFormat', {
    field,
    params: { documentType: kind.name, shape: kind.hint },
  });
  if (!kind.shape.test(number)) return [misshapen];
  if (!kind.resident) return [];
  return [
    ...(isCalendarDate(birthDateOf(number)) ? [] : [misshapen]),
    ...(residentIdCheckDigit(number) === number[17] ? [] : [refuse('documentChecksum', { field })]),
  ];
}

const birthDateOf = (number: string) =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** What a number built like a resident ID says of its holder; null when the document says nothing. */
export function readDocument(type: string, raw: string): { birthDate: string; sex: Sex } | null {
  if (!isDocumentType(type) || !KINDS[type].resident || checkDocument(type, raw, '').length > 0) return null;
  const number = normaliseDocument(raw);
  return { birthDate: birthDateOf(number), sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' };
}

const SEX_NAMES = { MALE: { 'zh-CN': '男', en: 'male' }, FEMALE: { 'zh-CN': '女', en: 'female' } };

/** Birth date and sex agree with the number, where it carries them. */
export function checkDocumentAgrees(
  child: { documentType: string; documentNumber: string; birthDate: string; sex: string },
  path: string,
): Refusal[] {
  const read = readDocument(child.documentType, child.documentNumber);
  if (!read) return [];
  const refusals: Refusal[] = [];
  if (child.sex !== '' && child.sex !== read.sex) {
    refusals.push(refuse('sexMismatch', { field: `${path}.sex`, params: { expected: SEX_NAMES[read.sex] } }));
  }
  if (isCalendarDate(child.birthDate) && child.birthDate !== read.birthDate) {
    refusals.push(
      refuse('birthDateMismatch', { field: `${path}.birthDate`, params: { expected: read.birthDate } }),
    );
  }
  return refusals;
}
