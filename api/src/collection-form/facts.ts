import type {
  DocumentType,
  EmploymentKind,
  GuardianRole,
  HouseholdKind,
  Relation,
  ResidenceKind,
  ServiceKind,
  Sex,
  TreatedAsLocalGround,
} from '../vocabulary.js';

/** Everything that 学龄人口信息采集表 says about a record, in full: the form is for the school, nothing is masked. */
export interface CollectionFormFacts {
  readonly number: string;
  readonly season: number;
  readonly service: ServiceKind;
  readonly ground: TreatedAsLocalGround | null;
  readonly district: { readonly name: string; readonly hotline: readonly string[] };
  readonly child: FormChild;
  readonly household: FormHousehold | null;
  /** The first one first. */
  readonly guardians: readonly FormGuardian[];
  readonly noSecondGuardianReason: string | null;
  readonly residence: FormResidence | null;
  /** The district's own questions, in its order. */
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  /** Labels of what was reviewed: the school sees the originals of these. */
  readonly reviewItems: readonly string[];
  readonly submittedAt: Date | null;
  readonly version: number;
  readonly printedAt: Date;
  readonly verifyUrl: string;
}

export interface FormChild {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly sex: Sex;
  readonly birthDate: string;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  /** As printed, 汉族; null where it is not asked. */
  readonly ethnicity: string | null;
  /** GB/T 2260; null for who has no hukou. */
  readonly hukouProvince: string | null;
}

export interface FormHousehold {
  readonly kind: HouseholdKind;
  readonly address: string;
  readonly headName: string;
  readonly headRelation: string;
}

export interface FormGuardian {
  readonly role: GuardianRole;
  readonly relation: Relation | null;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
  readonly permit: { readonly number: string; readonly validUntil: string; readonly address: string } | null;
  readonly employment: FormEmployment | null;
}

export interface FormEmployment {
  readonly kind: EmploymentKind;
  readonly employerName: string | null;
  readonly employerCreditCode: string | null;
  /** Name of the district that insures; null outside Beijing and where it is not asked. */
  readonly insuredDistrict: string | null;
}

export interface FormResidence {
  readonly kind: ResidenceKind;
  readonly subdistrict: string;
  readonly address: string;
  readonly certificateNumber: string | null;
  readonly leaseFrom: string | null;
  readonly leaseTo: string | null;
}
