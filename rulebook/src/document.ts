import { isCalendarDate } from './calendar.js';
import { checkChoice } from './choice.js';
import { DOCUMENT_NAMES } from './names.js';
import { refuse, type Refusal } from './refusal.js';
import { compact } from './text.js';
import { DOCUMENT_TYPES, type DocumentType, type Sex } from './vocabulary.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999, ISO 7064 MOD 11-2: the 18th character for the first 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return '10X98765432'[sum % 11]!;
}

interface Kind {
  shape: RegExp;
  /** Whether a number of 18 characters is built like a resident ID, with birth date, sex and check digit. */
  resident?: boolean;
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
    hint: {
      'zh-CN': '18 位，最后一位可能是 X；孩子的在户口簿本人页。',
      en: '18 characters, the last may be X; a child’s is in the household register.',
    },
  },
  HK_MACAO_PERMIT: {
    shape: /^[HM]\d{8}(\d{2})?$/,
    hint: { 'zh-CN': 'H 或 M 加 8 位数字。', en: 'H or M and 8 digits.' },
  },
  HK_MACAO_RESIDENCE: {
    shape: /^8[12]0000\d{11}[\dX]$/,
    resident: true,
    hint: RESIDENCE_HINT,
  },
  TAIWAN_PERMIT: {
    shape: /^(\d{8}|\d{10}[A-Z]?)$/,
    hint: { 'zh-CN': '8 位数字。', en: '8 digits.' },
  },
  TAIWAN_RESIDENCE: {
    shape: /^830000\d{11}[\dX]$/,
    resident: true,
    hint: RESIDENCE_HINT,
  },
  PASSPORT: {
    shape: /^[A-Z\d]{5,17}$/,
    hint: { 'zh-CN': '5 到 17 位字母和数字。', en: '5 to 17 letters and digits.' },
  },
  FOREIGN_PERMANENT_RESIDENT_ID: {
    shape: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
    resident: true,
    hint: {
      'zh-CN': '9 开头的 18 位，或 3 个字母加 12 位数字。',
      en: '18 characters from 9, or 3 letters and 12 digits.',
    },
  },
};

/** Whether a normalised number has the form of any kind of document. */
export const isDocumentShaped = (number: string): boolean =>
  Object.values(KINDS).some(({ shape }) => shape.test(number));

export const isDocumentType = (type: string): type is DocumentType =>
  DOCUMENT_TYPES.some((known) => known === type);

/** The number as it is compared and kept: half-width, upper-case, without spaces, hyphens and invisible characters. */
export function normaliseDocument(raw: string): string {
  return compact(raw)
    .replace(/[-‐-―−·.()]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** 18 characters with birth date, sex and check digit: a citizen's number, or that of a residence permit. */
export const isBuiltLikeResidentId = (number: string): boolean =>
  /^\d{17}[\dX]$/.test(number) &&
  isPlausibleBirthDate(birthDateOf(number)) &&
  residentIdCheckDigit(number) === number[17];

/** How the numbers of other documents begin. No citizen's number begins so (GB 11643, and the rules of those documents). */
const BEGINNINGS: readonly (readonly [RegExp, DocumentType])[] = [
  [/^8[12]/, 'HK_MACAO_RESIDENCE'],
  [/^83/, 'TAIWAN_RESIDENCE'],
  [/^9/, 'FOREIGN_PERMANENT_RESIDENT_ID'],
];

/** The kind that a document really is: what is typed as a resident ID can be the number of a residence permit. */
export function kindOf(type: DocumentType, raw: string): DocumentType {
  const number = normaliseDocument(raw);
  if (type !== 'RESIDENT_ID' || !isBuiltLikeResidentId(number)) return type;
  return BEGINNINGS.find(([beginning]) => beginning.test(number))?.[1] ?? type;
}

/** Checks shape, check digit and kind. Other region prefixes are not judged: retired ones live on in people's numbers. */
export function checkDocument(type: string, raw: string, field: string): Refusal[] {
  const number = normaliseDocument(raw);
  if (number === '') return [refuse('required', { field })];
  if (!isDocumentType(type)) {
    return checkChoice(type, isDocumentType, field.replace(/documentNumber$/, 'documentType'));
  }
  const misshapen = refuse('documentFormat', {
    field,
    params: { documentType: DOCUMENT_NAMES[type], shape: KINDS[type].hint },
  });
  if (!KINDS[type].shape.test(number)) return [misshapen];
  if (!carriesBirthDate(type, number)) return [];
  const kind = kindOf(type, number);
  return [
    ...(isPlausibleBirthDate(birthDateOf(number)) ? [] : [misshapen]),
    ...(residentIdCheckDigit(number) === number[17] ? [] : [refuse('documentChecksum', { field })]),
    ...(kind === type
      ? []
      : [refuse('documentOfOtherKind', { field, params: { documentType: DOCUMENT_NAMES[kind] } })]),
  ];
}

/** A foreign permanent resident's number from before December 2023 has 15 characters and is built differently. */
const carriesBirthDate = (type: DocumentType, number: string) =>
  KINDS[type].resident === true && number.length === 18;

const birthDateOf = (number: string) =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** A birth date before 1900 is a slip: nobody that old is a guardian. */
const isPlausibleBirthDate = (date: string) => date >= '1900' && isCalendarDate(date);

/** What a number built like a resident ID says of its holder; null when the document says nothing. */
export function readDocument(type: string, raw: string): { birthDate: string; sex: Sex } | null {
  const number = normaliseDocument(raw);
  if (!isDocumentType(type) || !carriesBirthDate(type, number)) return null;
  if (checkDocument(type, number, '').length > 0) return null;
  return { birthDate: birthDateOf(number), sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' };
}

const SEX_NAMES = { MALE: { 'zh-CN': '男', en: 'male' }, FEMALE: { 'zh-CN': '女', en: 'female' } };

/** Birth date and sex must agree with the number if it carries them. */
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
