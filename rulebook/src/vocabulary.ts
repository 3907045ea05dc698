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

export const SEASON_STATES = ['PLANNED', 'OPEN', 'CLOSED', 'ARCHIVED'] as const;
export type SeasonState = (typeof SEASON_STATES)[number];

/** What is kept for a time of its own: records never submitted, all records of an archived season, loose messages. */
export const RETENTION_KINDS = ['UNSUBMITTED', 'RECORDS', 'MESSAGES', 'API_TOKENS'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export const QUESTION_KINDS = ['TEXT', 'CHOICE', 'DATE', 'NUMBER', 'BOOLEAN'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** How a field of the details form is filled in. */
export const FIELD_INPUTS = [...QUESTION_KINDS, 'DISTRICT'] as const;
export type FieldInput = (typeof FIELD_INPUTS)[number];

export const GUARDIAN_ROLES = ['FIRST', 'SECOND'] as const;
export type GuardianRole = (typeof GUARDIAN_ROLES)[number];

/** The people whose documents a record holds. */
export const DOCUMENT_HOLDERS = ['CHILD', 'FIRST_GUARDIAN', 'SECOND_GUARDIAN'] as const;
export type DocumentHolder = (typeof DOCUMENT_HOLDERS)[number];

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

/** What proves a ground for being treated as local. */
export const EVIDENCE_KINDS = [
  'TAIWAN_CONFIRMATION',
  'OVERSEAS_CHINESE_CONFIRMATION',
  'POSTDOCTORAL_CERTIFICATE',
  'MILITARY_RELOCATION_PROOF',
  'LOCAL_HOUSEHOLD_REGISTER',
  'WORK_RESIDENCE_PERMIT',
  'FOREIGN_RESIDENCE_PERMIT',
  'FOREIGN_PERMANENT_RESIDENCE',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** 特殊教育意愿: where a child with a special need should learn, as its family wishes. */
export const SPECIAL_EDUCATION_WISHES = ['ORDINARY_CLASS', 'SPECIAL_SCHOOL', 'AT_HOME'] as const;
export type SpecialEducationWish = (typeof SPECIAL_EDUCATION_WISHES)[number];

/** The people whom such a paper can name. */
export const EVIDENCE_HOLDERS = ['CHILD', 'FIRST_GUARDIAN', 'SECOND_GUARDIAN'] as const;
export type EvidenceHolder = (typeof EVIDENCE_HOLDERS)[number];

/** What the identity check can say that it found otherwise. */
export const CHECKED_LINES = ['NAME', 'NUMBER', 'BIRTH_DATE', 'HUKOU'] as const;
export type CheckedLine = (typeof CHECKED_LINES)[number];

/** The parts of the details form, in its order. */
export const DETAIL_BLOCKS = [
  'CHILD',
  'HOUSEHOLD',
  'RESIDENCE',
  'GUARDIANS',
  'GROUND',
  'EMPLOYMENT',
  'RESIDENCE_PERMIT',
  'SUPPORT',
  'QUESTIONS',
] as const;
export type DetailBlock = (typeof DETAIL_BLOCKS)[number];

export const NEEDS = ['REQUIRED', 'OPTIONAL', 'NOT_ASKED'] as const;
export type Need = (typeof NEEDS)[number];

export const ROLES = [
  'GUARDIAN',
  'SCHOOL_REGISTRAR',
  'SUBDISTRICT_OFFICER',
  'DEPARTMENT_REVIEWER',
  'DISTRICT_OFFICER',
  'DISTRICT_ADMIN',
  'MUNICIPAL_ADMIN',
  'DISTRICT_SYSTEM',
  'MUNICIPAL_SYSTEM',
] as const;
export type Role = (typeof ROLES)[number];
/** A role of a person who works for the city, a district or a school. */
export type StaffRole = Exclude<Role, 'GUARDIAN' | 'DISTRICT_SYSTEM' | 'MUNICIPAL_SYSTEM'>;

/** How a role that somebody was given stands. */
export const GRANT_STATES = ['AHEAD', 'HOLDS', 'ENDED', 'TAKEN'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** What an API token is for. */
export const TOKEN_SCOPES = ['DASHBOARDS', 'LISTS', 'DECISIONS', 'IMPORTS', 'WEBHOOKS'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

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

/** 联审部门: the departments that take part in the review. */
export const DEPARTMENTS = [
  'PUBLIC_SECURITY',
  'HUMAN_RESOURCES',
  'MARKET_REGULATION',
  'HOUSING',
  'PLANNING',
  'TAXATION',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Who decides a review item: the district itself, the subdistrict of the home, or a department. */
export const ITEM_DECIDERS = ['DISTRICT', 'SUBDISTRICT', ...DEPARTMENTS] as const;
export type ItemDecider = (typeof ITEM_DECIDERS)[number];

/** What a review item is about, where a district may give it to different offices by it; WHOLE where it is not divided. */
export const ITEM_PARTS = ['WHOLE', 'EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** Whether everybody reviews at once what families submit online, or the subdistricts first. */
export const REVIEW_ORDERS = ['ONLINE_FIRST', 'STREET_FIRST'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

export const ADMISSION_OUTCOMES = ['PENDING', 'ADMITTED', 'NOT_ADMITTED'] as const;
export type AdmissionOutcome = (typeof ADMISSION_OUTCOMES)[number];

/** Why a live record would change if the rules did. */
export const SIMULATION_REASONS = [
  'TOO_YOUNG',
  'TOO_OLD',
  'COMES_INTO_RANGE',
  'RESIDENCE_TOO_LATE',
  'DOCUMENT_ASKED',
  'DOCUMENT_ASKED_AGAIN',
] as const;
export type SimulationReason = (typeof SIMULATION_REASONS)[number];

/** As whom somebody acts on a record; SYSTEM for what follows by itself. */
export const EVENT_ACTORS = [
  'GUARDIAN',
  'SECOND_GUARDIAN',
  'DISTRICT',
  'SUBDISTRICT',
  'DEPARTMENT',
  'SCHOOL',
  'SYSTEM',
] as const;
export type EventActor = (typeof EVENT_ACTORS)[number];

/** What stands in the history of a record. */
export const EVENT_KINDS = [
  'REGISTERED',
  'DETAILS_DRAFTED',
  'DETAILS_SUBMITTED',
  'IDENTITY_VERIFIED',
  'IDENTITY_RECHECKED',
  'IDENTITY_CHECK_PASSED',
  'IDENTITY_CHECK_FAILED',
  'ITEM_PENDING',
  'ITEM_PASSED',
  'ITEM_RETURNED',
  'ITEM_FAILED',
  'RETURNED',
  'RETURN_LIFTED',
  'APPROVED',
  'REJECTED',
  'APPEALED',
  'APPEAL_ACCEPTED',
  'APPEAL_DISMISSED',
  'PREREGISTERED',
  'PREREGISTRATION_UNDONE',
  'ADMITTED',
  'ADMISSION_TAKEN_BACK',
  'RESULT_PUBLISHED',
  'RESULT_CORRECTED',
  'AUTHORIZATION_GRANTED',
  'AUTHORIZATION_REVOKED',
  'AUTHORIZATION_ENDED',
  'REGISTRATION_CORRECTED',
  'WITHDRAWN',
  'ERASED',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
