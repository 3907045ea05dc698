import { normaliseCreditCode } from '../credit-code.js';
import { normaliseDocument } from '../document.js';
import { normaliseName } from '../name.js';
import { normalisePhone } from '../phone.js';
import { compact, normaliseLine } from '../text.js';
import type { DetailBlock, GuardianRole } from '../../vocabulary.js';

/** What was typed, or nothing. */
type Typed = string | null;

export interface HouseholdDetails {
  readonly kind: Typed;
  readonly address: Typed;
  readonly headName: Typed;
  readonly headRelation: Typed;
}

export interface ResidenceDetails {
  readonly kind: Typed;
  readonly subdistrict: Typed;
  readonly address: Typed;
  readonly certificateNumber: Typed;
  readonly leaseFrom: Typed;
  readonly leaseTo: Typed;
}

export interface SecondGuardianDetails {
  readonly name: Typed;
  readonly documentType: Typed;
  readonly documentNumber: Typed;
  readonly phone: Typed;
  readonly relation: Typed;
}

export interface EmploymentDetails {
  readonly guardian: GuardianRole;
  readonly kind: Typed;
  readonly employerName: Typed;
  readonly employerCreditCode: Typed;
  readonly insuredDistrict: Typed;
}

export interface ResidencePermitDetails {
  readonly guardian: GuardianRole;
  readonly number: Typed;
  readonly validUntil: Typed;
  readonly address: Typed;
}

export interface DistrictAnswerDetails {
  readonly key: string;
  readonly value: string;
}

/**
 * 详细信息 as they are compared and kept: the contract's DetailsInput without its version, with blanks and ways of
 * writing taken out. Words of the vocabulary stay plain text, since a draft keeps what was typed.
 */
export interface Details {
  readonly ethnicity: Typed;
  readonly household: HouseholdDetails | null;
  readonly residence: ResidenceDetails | null;
  readonly firstGuardianRelation: Typed;
  readonly secondGuardian: SecondGuardianDetails | null;
  readonly noSecondGuardianReason: Typed;
  readonly employments: readonly EmploymentDetails[];
  readonly residencePermits: readonly ResidencePermitDetails[];
  readonly answers: readonly DistrictAnswerDetails[];
}

type Loose<Section> = { readonly [Name in keyof Section]?: Section[Name] | undefined };
type LooseEntry<Entry extends { guardian: GuardianRole }> = Loose<Omit<Entry, 'guardian'>> &
  Pick<Entry, 'guardian'>;

/** The same as it comes in: anything may be missing. */
export interface DetailsTyped {
  readonly ethnicity?: Typed | undefined;
  readonly household?: Loose<HouseholdDetails> | null | undefined;
  readonly residence?: Loose<ResidenceDetails> | null | undefined;
  readonly firstGuardianRelation?: Typed | undefined;
  readonly secondGuardian?: Loose<SecondGuardianDetails> | null | undefined;
  readonly noSecondGuardianReason?: Typed | undefined;
  readonly employments?: readonly LooseEntry<EmploymentDetails>[] | null | undefined;
  readonly residencePermits?: readonly LooseEntry<ResidencePermitDetails>[] | null | undefined;
  readonly answers?: readonly DistrictAnswerDetails[] | null | undefined;
}

export const NO_DETAILS: Details = {
  ethnicity: null,
  household: null,
  residence: null,
  firstGuardianRelation: null,
  secondGuardian: null,
  noSecondGuardianReason: null,
  employments: [],
  residencePermits: [],
  answers: [],
};

const typed = (raw: Typed | undefined, normalise: (raw: string) => string): Typed =>
  normalise(raw ?? '') || null;
const line = (raw: Typed | undefined) => typed(raw, normaliseLine);
const number = (raw: Typed | undefined) => typed(raw, normaliseCertificate);

/** A certificate's number keeps its words and brackets, 京(2020)…不动产权第…号, in one way of writing. */
export const normaliseCertificate = (raw: string): string =>
  compact(raw)
    .normalize('NFC')
    .replace(/[〔【［[]/g, '(')
    .replace(/[〕】］\]]/g, ')')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());

export function normaliseDetails(input: DetailsTyped): Details {
  const { household, residence, secondGuardian } = input;
  return {
    ethnicity: typed(input.ethnicity, compact),
    household: begun({
      kind: line(household?.kind),
      address: line(household?.address),
      headName: typed(household?.headName, normaliseName),
      headRelation: line(household?.headRelation),
    }),
    residence: begun({
      kind: line(residence?.kind),
      subdistrict: line(residence?.subdistrict),
      address: line(residence?.address),
      certificateNumber: number(residence?.certificateNumber),
      leaseFrom: line(residence?.leaseFrom),
      leaseTo: line(residence?.leaseTo),
    }),
    firstGuardianRelation: line(input.firstGuardianRelation),
    secondGuardian: begun({
      name: typed(secondGuardian?.name, normaliseName),
      documentType: line(secondGuardian?.documentType),
      documentNumber: typed(secondGuardian?.documentNumber, normaliseDocument),
      phone: typed(secondGuardian?.phone, normalisePhone),
      relation: line(secondGuardian?.relation),
    }),
    noSecondGuardianReason: line(input.noSecondGuardianReason),
    employments: (input.employments ?? []).flatMap(({ guardian, ...typedIn }) => {
      const entry = begun({
        kind: line(typedIn.kind),
        employerName: line(typedIn.employerName),
        employerCreditCode: typed(typedIn.employerCreditCode, normaliseCreditCode),
        insuredDistrict: typed(typedIn.insuredDistrict, compact),
      });
      return entry ? [{ guardian, ...entry }] : [];
    }),
    residencePermits: (input.residencePermits ?? []).flatMap(({ guardian, ...typedIn }) => {
      const entry = begun({
        number: number(typedIn.number),
        validUntil: line(typedIn.validUntil),
        address: line(typedIn.address),
      });
      return entry ? [{ guardian, ...entry }] : [];
    }),
    answers: (input.answers ?? []).flatMap(({ key, value }) => {
      const answer = normaliseLine(value);
      return answer === '' ? [] : [{ key, value: answer }];
    }),
  };
}

/** A section in which nothing has been typed is no section; a chosen document type alone is nothing typed. */
function begun<Section extends Record<string, Typed>>(section: Section): Section | null {
  const empty = Object.entries(section).every(([name, value]) => value === null || name === 'documentType');
  return empty ? null : section;
}

/** Which part of the form the first word of a path belongs to. */
const BLOCK_OF: Readonly<Record<keyof Details, DetailBlock>> = {
  ethnicity: 'CHILD',
  household: 'HOUSEHOLD',
  residence: 'RESIDENCE',
  firstGuardianRelation: 'GUARDIANS',
  secondGuardian: 'GUARDIANS',
  noSecondGuardianReason: 'GUARDIANS',
  employments: 'EMPLOYMENT',
  residencePermits: 'RESIDENCE_PERMIT',
  answers: 'QUESTIONS',
};
export const DETAIL_ROOTS = Object.keys(BLOCK_OF) as (keyof Details)[];

export const blockOf = (path: string): DetailBlock => BLOCK_OF[path.split('.')[0] as keyof Details];

/**
 * Every value that was typed with its path, in the order of the form. An entry of a list is addressed by what it is
 * about, not by its place: employments.FIRST.kind, residencePermits.SECOND.validUntil, answers.KEY. So a missing entry
 * has a path too, and the order in which a client lists the entries means nothing.
 */
export function pathsOf(details: Details): [path: string, value: string][] {
  const section = (prefix: string, fields: object | null): [string, Typed][] =>
    Object.entries(fields ?? {}).map(([name, value]) => [`${prefix}.${name}`, value as Typed]);
  const entries = (root: string, list: readonly { guardian: GuardianRole }[]) =>
    list.flatMap(({ guardian, ...fields }) => section(`${root}.${guardian}`, fields));
  const all: [string, Typed][] = [
    ['ethnicity', details.ethnicity],
    ...section('household', details.household),
    ...section('residence', details.residence),
    ['firstGuardianRelation', details.firstGuardianRelation],
    ...section('secondGuardian', details.secondGuardian),
    ['noSecondGuardianReason', details.noSecondGuardianReason],
    ...entries('employments', details.employments),
    ...entries('residencePermits', details.residencePermits),
    ...details.answers.map(({ key, value }): [string, string] => [`answers.${key}`, value]),
  ];
  return all.flatMap(([path, value]) => (value === null ? [] : [[path, value] as [string, string]]));
}
