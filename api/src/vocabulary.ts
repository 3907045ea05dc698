/** The words of the contract that rows, rules and GraphQL types share. */
export const SERVICE_KINDS = ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export const GROUNDS = [
  'TAIWAN_COMPATRIOT',
  'OVERSEAS_CHINESE',
  'POSTDOCTORAL',
  'MILITARY_RELOCATION',
  'ONE_PARENT_LOCAL',
  'WORK_RESIDENCE_PERMIT',
  'FOREIGN_NATIONAL',
] as const;
export type TreatedAsLocalGround = (typeof GROUNDS)[number];

export const DOCUMENT_TYPES = [
  'RESIDENT_ID',
  'HK_MACAO_PERMIT',
  'HK_MACAO_RESIDENCE',
  'TAIWAN_PERMIT',
  'TAIWAN_RESIDENCE',
  'PASSPORT',
  'FOREIGN_PERMANENT_RESIDENT_ID',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const SEXES = ['MALE', 'FEMALE'] as const;
export type Sex = (typeof SEXES)[number];

export const PHASE_KINDS = [
  'REGISTRATION',
  'DETAILS',
  'REVIEW',
  'CORRECTION',
  'FORM_PRINTING',
  'SCHOOL_PREREGISTRATION',
  'RESULT',
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const QUESTION_KINDS = ['TEXT', 'CHOICE', 'DATE', 'NUMBER', 'BOOLEAN'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const GUARDIAN_ROLES = ['FIRST', 'SECOND'] as const;
export type GuardianRole = (typeof GUARDIAN_ROLES)[number];

export const RELATIONS = ['FATHER', 'MOTHER', 'GRANDPARENT', 'OTHER_LEGAL_GUARDIAN'] as const;
export type Relation = (typeof RELATIONS)[number];

export const HOUSEHOLD_KINDS = ['FAMILY', 'COLLECTIVE'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

export const RESIDENCE_KINDS = [
  'OWNED',
  'RENTED',
  'PUBLIC_RENTAL',
  'EMPLOYER_PROVIDED',
  'RELATIVE_OWNED',
  'OTHER',
] as const;
export type ResidenceKind = (typeof RESIDENCE_KINDS)[number];

export const EMPLOYMENT_KINDS = [
  'EMPLOYED',
  'LEGAL_REPRESENTATIVE',
  'SHAREHOLDER',
  'PARTNER',
  'SELF_EMPLOYED',
  'FLEXIBLE',
] as const;
export type EmploymentKind = (typeof EMPLOYMENT_KINDS)[number];

/** The parts of the details form, in its order. */
export const DETAIL_BLOCKS = [
  'CHILD',
  'HOUSEHOLD',
  'RESIDENCE',
  'GUARDIANS',
  'EMPLOYMENT',
  'RESIDENCE_PERMIT',
  'QUESTIONS',
] as const;
export type DetailBlock = (typeof DETAIL_BLOCKS)[number];

export const NEEDS = ['REQUIRED', 'OPTIONAL', 'NOT_ASKED'] as const;
export type Need = (typeof NEEDS)[number];

export const ROLES = [
  'GUARDIAN',
  'SCHOOL_REGISTRAR',
  'DISTRICT_OFFICER',
  'DISTRICT_ADMIN',
  'MUNICIPAL_ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

export const STAGES = [
  'REGISTERED',
  'DETAILS_DRAFTED',
  'SUBMITTED',
  'IDENTITY_VERIFIED',
  'RETURNED',
  'REJECTED',
  'APPEALED',
  'APPROVED',
  'PREREGISTERED',
  'ADMITTED',
  'WITHDRAWN',
] as const;
export type Stage = (typeof STAGES)[number];

/** How a viewer came to a record. */
export const VIEWER_RELATIONS = ['REGISTRANT', 'AUTHORIZED', 'STAFF'] as const;
export type ViewerRelation = (typeof VIEWER_RELATIONS)[number];

export const CHECK_STATUSES = ['PENDING', 'PASSED', 'RETURNED', 'FAILED'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

export const REVIEW_ITEM_KINDS = [
  'IDENTITY_AND_HUKOU',
  'HOUSEHOLD_REGISTER',
  'RESIDENCE_PERMIT',
  'RESIDENCE',
  'EMPLOYMENT',
  'GROUND',
  'OTHER',
] as const;
export type ReviewItemKind = (typeof REVIEW_ITEM_KINDS)[number];

export const ADMISSION_OUTCOMES = ['PENDING', 'ADMITTED', 'NOT_ADMITTED'] as const;
export type AdmissionOutcome = (typeof ADMISSION_OUTCOMES)[number];
