import type { Sex, Stage } from '../vocabulary.js';
import { checkAge, type AgeRange } from './age.js';
import { checkBirthDate } from './calendar.js';
import { checkAuditedReason } from './disclosure.js';
import { checkDocument, checkDocumentAgrees, normaliseDocument } from './document.js';
import { checkName, normaliseName } from './name.js';
import { checkPhone, checkPhoneLimit, normalisePhone } from './phone.js';
import { refuse, type Refusal } from './refusal.js';
import { stageConflict } from './review.js';

/** What of a registration an officer can set right: the contract's CorrectionInput. */
export interface Correction {
  readonly childName: string | null;
  readonly childDocumentNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
}

export const CORRECTABLE = [
  'childName',
  'childDocumentNumber',
  'birthDate',
  'sex',
  'guardianName',
  'guardianPhone',
] as const satisfies (keyof Correction)[];

/** What is registered, in the clear. */
export type Registered = { readonly [Field in keyof Correction]: NonNullable<Correction[Field]> } & {
  readonly childDocumentType: string;
};

export interface CorrectionFacts {
  readonly stage: Stage;
  readonly season: AgeRange;
  readonly documentTaken: boolean;
  readonly phoneUsed: number;
  /** The other guardian’s name, if there is one. */
  readonly secondGuardianName: string | null;
  readonly hotline: string;
}

/** After a school has preregistered the child, what is registered stands on its papers, too. */
const TOO_LATE: readonly Stage[] = ['PREREGISTERED', 'ADMITTED', 'WITHDRAWN'];

export function normaliseCorrection(input: Correction): Correction {
  const written = <Text extends string>(text: Text | null, normalise: (raw: string) => string) =>
    text === null ? null : (normalise(text) as Text);
  return {
    childName: written(input.childName, normaliseName),
    childDocumentNumber: written(input.childDocumentNumber, normaliseDocument),
    birthDate: input.birthDate,
    sex: input.sex,
    guardianName: written(input.guardianName, normaliseName),
    guardianPhone: written(input.guardianPhone, normalisePhone),
  };
}

/** The fields that a normalised correction really changes. */
export const changedBy = (correction: Correction, registered: Registered): (keyof Correction)[] =>
  CORRECTABLE.filter((field) => correction[field] !== null && correction[field] !== registered[field]);

/** 二(二)2: the family cannot edit what is registered; an officer can, and every rule of the registration holds again. */
export function checkCorrection(
  correction: Correction,
  registered: Registered,
  reason: string,
  facts: CorrectionFacts,
  now: Date,
): Refusal[] {
  if (TOO_LATE.includes(facts.stage)) return [stageConflict(facts.stage)];
  const changed = changedBy(correction, registered);
  if (changed.length === 0) return [refuse('correctionEmpty')];
  const is = (field: keyof Correction) => changed.includes(field);
  const child = {
    documentType: registered.childDocumentType,
    documentNumber: correction.childDocumentNumber ?? registered.childDocumentNumber,
    birthDate: correction.birthDate ?? registered.birthDate,
    sex: correction.sex ?? registered.sex,
  };
  // The input of a correction is flat.
  const agreement = checkDocumentAgrees(child, '').map((refusal) => ({
    ...refusal,
    field: refusal.field!.slice(1),
  }));
  return [
    ...(is('childName') ? checkName(correction.childName!, 'childName') : []),
    ...(is('childDocumentNumber')
      ? checkDocument(child.documentType, child.documentNumber, 'childDocumentNumber')
      : []),
    ...(is('childDocumentNumber') && facts.documentTaken
      ? [
          refuse('documentAlreadyRegistered', {
            field: 'childDocumentNumber',
            params: { hotline: facts.hotline },
          }),
        ]
      : []),
    ...(is('childDocumentNumber') || is('birthDate') || is('sex') ? agreement : []),
    ...(is('birthDate')
      ? [
          ...checkBirthDate(child.birthDate, now, 'birthDate'),
          ...checkAge(child.birthDate, facts.season, facts.hotline, 'birthDate'),
        ]
      : []),
    ...(is('guardianName') ? checkName(correction.guardianName!, 'guardianName') : []),
    ...(is('guardianPhone')
      ? [
          ...checkPhone(correction.guardianPhone!, 'guardianPhone'),
          ...checkPhoneLimit(facts.phoneUsed, facts.hotline, 'guardianPhone'),
        ]
      : []),
    ...checkAuditedReason(reason, namesIn(correction, registered, facts), 'reason'),
  ];
}

const namesIn = (
  { childName, guardianName }: Correction,
  registered: Registered,
  { secondGuardianName }: CorrectionFacts,
): string[] =>
  [childName, guardianName, registered.childName, registered.guardianName, secondGuardianName].filter(
    (name) => name !== null,
  );

/** Whether the documents have to be checked again. */
export const touchesIdentity = (changed: readonly (keyof Correction)[]): boolean =>
  changed.some((field) => field !== 'guardianPhone');
