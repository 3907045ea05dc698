import { checkAge } from './age.js';
import { checkBirthDate } from './birth-date.js';
import { checkAuditedReason } from './disclosure.js';
import { checkDistrict } from './district.js';
import { checkDocument, checkDocumentAgrees } from './document.js';
import { checkName } from './name.js';
import { isSamePerson } from './person.js';
import { checkPhone, checkPhoneLimit } from './phone.js';
import { refuse, type Refusal } from './refusal.js';
import {
  checkGuardian,
  checkWay,
  normaliseRegistration,
  type Registration,
  type RegistrationFacts,
} from './registration.js';
import { stageConflict } from './review.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { Stage } from './vocabulary.js';

/** What an officer can correct in a registration, and where each field stands in it. The input of a correction is flat. */
const PLACES = {
  childName: 'child.name',
  childDocumentType: 'child.documentType',
  childDocumentNumber: 'child.documentNumber',
  birthDate: 'child.birthDate',
  sex: 'child.sex',
  nationality: 'child.nationality',
  hukouProvince: 'child.hukouProvince',
  hukouDistrict: 'child.hukouDistrict',
  residenceDistrict: 'child.residenceDistrict',
  guardianName: 'guardian.name',
  guardianDocumentType: 'guardian.documentType',
  guardianDocumentNumber: 'guardian.documentNumber',
  guardianPhone: 'guardian.phone',
} as const;

export type Correctable = keyof typeof PLACES;

export const CORRECTABLE = Object.keys(PLACES) as Correctable[];

/** The corrected values; null where nothing changes. An empty hukou says that the child has none. */
export type Correction = { readonly [Field in Correctable]: string | null };

/** Child and guardian as a registration names them. */
export type Registered = Pick<Registration, 'service' | 'ground' | 'district' | 'child' | 'guardian'>;

export interface CorrectionFacts extends Pick<RegistrationFacts, 'season' | 'districts' | 'hotline'> {
  readonly stage: Stage;
  readonly documentTaken: boolean;
  readonly phoneUsed: number;
  /** The other guardian, if there is one. */
  readonly second: {
    readonly name: string;
    readonly documentType: string;
    readonly documentNumber: string;
  } | null;
}

/** The registration with the correction applied, as it is compared and kept. */
export function correct(registered: Registered, correction: Correction): Registered {
  const child: Record<string, string | null> = { ...registered.child };
  const guardian: Record<string, string | null> = { ...registered.guardian };
  for (const field of CORRECTABLE) {
    const value = correction[field];
    if (value === null) continue;
    const [whose, property] = PLACES[field].split('.') as ['child' | 'guardian', string];
    (whose === 'child' ? child : guardian)[property] = value;
  }
  const corrected = { ...registered, child, guardian } as Registered;
  return normaliseRegistration({ ...corrected, noticeTicket: '', privacyPolicyVersion: '', smsCode: '' });
}

const valueOf = (field: Correctable, { child, guardian }: Registered): string | null => {
  const [whose, property] = PLACES[field].split('.') as [string, string];
  return ((whose === 'child' ? child : guardian) as Record<string, string | null>)[property] ?? null;
};

/** The fields that a correction really changes: the hukou's district goes with a hukou in Beijing. */
export const changedBy = (corrected: Registered, registered: Registered): Correctable[] =>
  CORRECTABLE.filter((field) => valueOf(field, corrected) !== valueOf(field, registered));

interface Check {
  /** A change to any of these runs the check again; what was registered by the rules of its day is left alone. */
  readonly reads: readonly Correctable[];
  readonly check: (corrected: Registered, facts: CorrectionFacts, now: Date) => Refusal[];
}

const CHILDS_DOCUMENT = ['childDocumentType', 'childDocumentNumber'] as const;
const GUARDIANS_DOCUMENT = ['guardianDocumentType', 'guardianDocumentNumber'] as const;
const HUKOU = ['hukouProvince', 'hukouDistrict'] as const;

/** Every rule of the registration about child and guardian, with the fields that it reads. */
const CHECKS: readonly Check[] = [
  {
    reads: [...CHILDS_DOCUMENT, ...HUKOU, 'nationality'],
    check: (corrected, { hotline }) => checkWay(corrected, hotline),
  },
  {
    reads: [...HUKOU, 'residenceDistrict'],
    check: ({ district, child }, { districts }) => checkDistrict({ ...child, district }, districts, 'child'),
  },
  { reads: ['childName'], check: ({ child }) => checkName(child.name, 'child.name') },
  {
    reads: CHILDS_DOCUMENT,
    check: ({ child }) => checkDocument(child.documentType, child.documentNumber, 'child.documentNumber'),
  },
  {
    reads: [...CHILDS_DOCUMENT, 'nationality'],
    check: (_, { documentTaken, hotline }) =>
      documentTaken
        ? [refuse('documentAlreadyRegistered', { field: 'child.documentNumber', params: { hotline } })]
        : [],
  },
  {
    reads: [...CHILDS_DOCUMENT, 'birthDate', 'sex'],
    check: ({ child }) => checkDocumentAgrees(child, 'child'),
  },
  {
    reads: ['birthDate'],
    check: ({ child }, { season, hotline }, now) => [
      ...checkBirthDate(child.birthDate, now, 'child.birthDate'),
      ...checkAge(child.birthDate, season, hotline, 'child.birthDate'),
    ],
  },
  { reads: ['guardianName'], check: ({ guardian }) => checkName(guardian.name, 'guardian.name') },
  {
    reads: GUARDIANS_DOCUMENT,
    check: ({ guardian }) =>
      checkDocument(guardian.documentType, guardian.documentNumber, 'guardian.documentNumber'),
  },
  {
    reads: [...CHILDS_DOCUMENT, ...GUARDIANS_DOCUMENT, 'nationality'],
    check: (corrected, { second }, now) => [
      ...checkGuardian(corrected, now),
      ...checkBesideSecond(corrected, second),
    ],
  },
  {
    reads: ['guardianPhone'],
    check: ({ guardian }, { phoneUsed, hotline }) => [
      ...checkPhone(guardian.phone, 'guardian.phone'),
      ...checkPhoneLimit(phoneUsed, hotline, 'guardian.phone'),
    ],
  },
];

/** The second guardian must be neither the child nor the first guardian. */
function checkBesideSecond({ child, guardian }: Registered, second: CorrectionFacts['second']): Refusal[] {
  if (second === null) return [];
  const other = { ...second, nationality: null };
  return [
    ...(isSamePerson(child, other) ? [refuse('guardianIsChild', { field: 'child.documentNumber' })] : []),
    ...(isSamePerson({ ...guardian, nationality: null }, other)
      ? [refuse('guardiansTheSame', { field: 'guardian.documentNumber' })]
      : []),
  ];
}

/** Once a school has preregistered the child, the registration stands on the school's papers, too. */
export const correctionStanding = (stage: Stage): Refusal[] =>
  STAGE_PLAN[stage].school === 'AHEAD' ? [] : [stageConflict(stage)];

/** Whether there is anything to correct at all. */
function nothingToCorrect(corrected: Registered, registered: Registered, stage: Stage): Refusal[] {
  const standing = correctionStanding(stage);
  if (standing.length > 0) return standing;
  return changedBy(corrected, registered).length === 0 ? [refuse('correctionEmpty')] : [];
}

/** The rules of the registration that a correction has to keep. */
export function checkCorrected(
  corrected: Registered,
  registered: Registered,
  facts: CorrectionFacts,
  now: Date,
): Refusal[] {
  const nothing = nothingToCorrect(corrected, registered, facts.stage);
  if (nothing.length > 0) return nothing;
  const changed = new Set(changedBy(corrected, registered));
  return CHECKS.filter(({ reads }) => reads.some((field) => changed.has(field)))
    .flatMap(({ check }) => check(corrected, facts, now))
    .map((refusal) => ({ ...refusal, field: fieldOf(refusal.field) }));
}

/** 二(二)2: the family cannot edit what is registered; an officer can, and every rule of the registration holds again. */
export function checkCorrection(
  corrected: Registered,
  registered: Registered,
  reason: string,
  facts: CorrectionFacts,
  now: Date,
): Refusal[] {
  // Where nothing can be corrected, the reason does not matter.
  const nothing = nothingToCorrect(corrected, registered, facts.stage);
  if (nothing.length > 0) return nothing;
  const refusals = checkCorrected(corrected, registered, facts, now);
  return [...refusals, ...checkAuditedReason(reason, namesIn(corrected, registered, facts), 'reason')];
}

const fieldOf = (place: string | null) => CORRECTABLE.find((field) => PLACES[field] === place) ?? place;

const namesIn = (corrected: Registered, registered: Registered, { second }: CorrectionFacts): string[] => [
  ...[corrected, registered].flatMap(({ child, guardian }) => [child.name, guardian.name]),
  ...(second ? [second.name] : []),
];

/** Whether the documents must be checked again: that check asks about neither phone nor residence. */
export const touchesIdentity = (changed: readonly Correctable[]): boolean =>
  changed.some((field) => field !== 'guardianPhone' && field !== 'residenceDistrict');
