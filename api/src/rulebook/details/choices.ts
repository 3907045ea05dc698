import { documentName } from '../document.js';
import { ETHNICITIES } from '../ethnicity.js';
import {
  DOCUMENT_TYPES,
  type EmploymentKind,
  type HouseholdKind,
  type Relation,
  type ResidenceKind,
} from '../../vocabulary.js';

export interface Text {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
}

const choices = <Word extends string>(names: Record<Word, [zh: string, en: string]>): Choice[] =>
  Object.entries<[string, string]>(names).map(([value, [zh, en]]) => ({ value, label: { 'zh-CN': zh, en } }));

/** What a form offers, in its order; the words themselves are the contract's. */
export const ETHNICITY_CHOICES: readonly Choice[] = [...ETHNICITIES].map(([value, label]) => ({
  value,
  label,
}));

export const HOUSEHOLD_CHOICES = choices<HouseholdKind>({
  FAMILY: ['家庭户', 'family household'],
  COLLECTIVE: ['集体户', 'collective household'],
});

export const RESIDENCE_CHOICES = choices<ResidenceKind>({
  OWNED: ['自有住房', 'own home'],
  RENTED: ['租住住房', 'rented home'],
  PUBLIC_RENTAL: ['公租房', 'public rental housing'],
  EMPLOYER_PROVIDED: ['单位住房', 'home provided by the employer'],
  RELATIVE_OWNED: ['直系亲属的住房', 'home of a parent or grandparent'],
  OTHER: ['其他', 'other'],
});

export const EMPLOYMENT_CHOICES = choices<EmploymentKind>({
  EMPLOYED: ['单位职工', 'employed'],
  LEGAL_REPRESENTATIVE: ['企业法定代表人', 'legal representative of a company'],
  SHAREHOLDER: ['企业股东', 'shareholder of a company'],
  PARTNER: ['合伙人', 'partner in a partnership'],
  SELF_EMPLOYED: ['个体工商户', 'self-employed, with a business licence'],
  FLEXIBLE: ['灵活就业', 'flexible employment'],
});

export const RELATION_CHOICES = choices<Relation>({
  FATHER: ['父亲', 'father'],
  MOTHER: ['母亲', 'mother'],
  GRANDPARENT: ['祖父母或外祖父母', 'grandparent'],
  OTHER_LEGAL_GUARDIAN: ['其他法定监护人', 'other legal guardian'],
});

export const DOCUMENT_TYPE_CHOICES: readonly Choice[] = DOCUMENT_TYPES.map((value) => ({
  value,
  label: documentName(value),
}));
