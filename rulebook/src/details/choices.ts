import { ETHNICITIES } from '../ethnicity.js';
import { EVIDENCE_OF_GROUND } from '../evidence.js';
import {
  DOCUMENT_NAMES,
  EMPLOYMENT_NAMES,
  EVIDENCE_HOLDER_NAMES,
  EVIDENCE_NAMES,
  HOUSEHOLD_NAMES,
  RELATION_NAMES,
  RESIDENCE_NAMES,
  SPECIAL_EDUCATION_NAMES,
} from '../names.js';
import { DOCUMENT_TYPES, GROUNDS, type EvidenceKind, type TreatedAsLocalGround } from '../vocabulary.js';

export interface Text {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
  /** The grounds for which it is offered; without any it is offered to everybody. */
  readonly grounds?: readonly TreatedAsLocalGround[];
}

/** What is offered to a child with this ground; everything, as long as the ground is not known. */
export const offeredTo = (
  choices: readonly Choice[],
  ground: TreatedAsLocalGround | null,
): readonly Choice[] =>
  choices.filter(({ grounds }) => !grounds || ground === null || grounds.includes(ground));

/** What a form offers, in its order; the words themselves are the vocabulary's. */
export interface Choices {
  /** The GraphQL enum that has the words; null for codes. */
  readonly enum: string | null;
  readonly offered: readonly Choice[];
}

const words = (name: string, table: Readonly<Record<string, Text>>): Choices => ({
  enum: name,
  offered: Object.entries(table).map(([value, label]) => ({ value, label })),
});

/** The name as it is written when it stands alone, not within a sentence. */
const capitalised = (name: Text): Text => ({ ...name, en: name.en[0]!.toUpperCase() + name.en.slice(1) });

export const ETHNICITY_CHOICES: Choices = {
  enum: null,
  offered: [...ETHNICITIES].map(([value, label]) => ({ value, label })),
};
export const HOUSEHOLD_CHOICES = words('HouseholdKind', HOUSEHOLD_NAMES);
export const RESIDENCE_CHOICES = words('ResidenceKind', RESIDENCE_NAMES);
export const EMPLOYMENT_CHOICES = words('EmploymentKind', EMPLOYMENT_NAMES);
export const RELATION_CHOICES = words('Relation', RELATION_NAMES);
export const DOCUMENT_TYPE_CHOICES = words(
  'DocumentType',
  Object.fromEntries(DOCUMENT_TYPES.map((type) => [type, capitalised(DOCUMENT_NAMES[type])])),
);
export const SPECIAL_EDUCATION_CHOICES = words('SpecialEducationWish', SPECIAL_EDUCATION_NAMES);
export const EVIDENCE_HOLDER_CHOICES = words('EvidenceHolder', EVIDENCE_HOLDER_NAMES);

const evidence = words('EvidenceKind', EVIDENCE_NAMES);
export const EVIDENCE_CHOICES: Choices = {
  ...evidence,
  offered: evidence.offered.map((choice) => ({
    ...choice,
    grounds: GROUNDS.filter((ground) => EVIDENCE_OF_GROUND[ground].includes(choice.value as EvidenceKind)),
  })),
};
