import { businessDay } from './calendar.js';
import { isDocumentType, kindOf, readDocument } from './document.js';
import { refuse, type Refusal } from './refusal.js';
import { HONG_KONG_AND_MACAO, TAIWAN } from './regions.js';
import type { RuleName } from './rules.js';
import type { DocumentType } from './vocabulary.js';

/** The people to whom a kind of document is issued. A passport says nothing of its holder but the state. */
interface Holder {
  readonly nationality: 'CN' | 'FOREIGN' | 'ANY';
  readonly hukou: 'MAINLAND' | 'HONG_KONG_MACAO' | 'TAIWAN' | 'NONE' | 'ANY';
  /** 七: why its holder does not come with a mainland hukou. */
  readonly otherWay: RuleName | null;
}

const HOLDERS: Readonly<Record<DocumentType, Holder>> = {
  RESIDENT_ID: { nationality: 'CN', hukou: 'MAINLAND', otherWay: null },
  // Since July 2024 it is also issued to permanent residents of Hong Kong and Macao who are not Chinese.
  HK_MACAO_PERMIT: { nationality: 'ANY', hukou: 'HONG_KONG_MACAO', otherWay: 'hongKongMacaoChild' },
  HK_MACAO_RESIDENCE: { nationality: 'CN', hukou: 'HONG_KONG_MACAO', otherWay: 'hongKongMacaoChild' },
  TAIWAN_PERMIT: { nationality: 'CN', hukou: 'TAIWAN', otherWay: 'taiwanChild' },
  TAIWAN_RESIDENCE: { nationality: 'CN', hukou: 'TAIWAN', otherWay: 'taiwanChild' },
  PASSPORT: { nationality: 'ANY', hukou: 'ANY', otherWay: null },
  FOREIGN_PERMANENT_RESIDENT_ID: { nationality: 'FOREIGN', hukou: 'NONE', otherWay: 'nationalityForeign' },
};

interface HeldDocument {
  readonly documentType: string;
  readonly documentNumber: string;
  readonly nationality: string;
  readonly hukouProvince: string | null;
}

/** Kind of document, nationality, hukou and service are judged together, since a document tells much about its holder. */
export function checkHolder(service: string, child: HeldDocument, hotline: string, path: string): Refusal[] {
  if (!isDocumentType(child.documentType)) return [];
  const holder = HOLDERS[kindOf(child.documentType, child.documentNumber)];
  const field = `${path}.documentType`;
  if (service !== 'TREATED_AS_LOCAL') {
    return holder.otherWay === null ? [] : [refuse(holder.otherWay, { field, params: { hotline } })];
  }
  return fitsNationality(holder, child.nationality) && fitsHukou(holder, child.hukouProvince)
    ? []
    : [refuse('documentNotForChild', { field, params: { hotline } })];
}

const fitsNationality = (holder: Holder, nationality: string) =>
  holder.nationality === 'ANY' || (holder.nationality === 'CN') === (nationality === 'CN');

function fitsHukou(holder: Holder, province: string | null): boolean {
  if (holder.hukou === 'ANY' || province === null) return true;
  if (province === TAIWAN) return holder.hukou === 'TAIWAN';
  if (HONG_KONG_AND_MACAO.has(province)) return holder.hukou === 'HONG_KONG_MACAO';
  return holder.hukou === 'MAINLAND';
}

/** 民法典 17, 27: a guardian is of age, and so older than any child that starts school. */
export function checkGuardianOfAge(type: string, number: string, now: Date, field: string): Refusal[] {
  const read = readDocument(type, number);
  if (!read) return [];
  const today = businessDay(now);
  const majority = `${Number(read.birthDate.slice(0, 4)) + 18}${read.birthDate.slice(4)}`;
  return majority <= today ? [] : [refuse('guardianUnderAge', { field })];
}
