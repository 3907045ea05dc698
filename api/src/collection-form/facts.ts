import type { Details } from '@enrolment/rulebook/details/details.js';
import type { DistrictNames } from '@enrolment/rulebook/details/words.js';
import type {
  DocumentType,
  GuardianRole,
  Relation,
  ServiceKind,
  Sex,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';

/** Everything that 学龄人口信息采集表 says about a record. The form is for the school, so nothing is masked. */
export interface CollectionFormFacts {
  readonly number: string;
  readonly season: number;
  readonly service: ServiceKind;
  readonly ground: TreatedAsLocalGround | null;
  readonly district: { readonly name: string; readonly hotline: readonly string[] };
  readonly child: FormChild;
  /** The first one first. */
  readonly guardians: readonly FormGuardian[];
  /** What was submitted. */
  readonly details: Details;
  /** The names of the districts that occur in the details. */
  readonly districtNames: DistrictNames;
  /** The district's own questions, in its order. */
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  /** Labels of what was reviewed: the school sees the originals of these. */
  readonly reviewItems: readonly string[];
  readonly submittedAt: Date | null;
  readonly version: number;
  readonly printedAt: Date;
  readonly verifyUrl: string;
}

interface FormChild {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly sex: Sex;
  readonly birthDate: string;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  /** GB/T 2260; null for a child without hukou. */
  readonly hukouProvince: string | null;
}

export interface FormGuardian {
  readonly role: GuardianRole;
  readonly relation: Relation | null;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
}
