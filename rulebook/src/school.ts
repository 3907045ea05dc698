import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { isLongerThan, normaliseLine } from './text.js';

/** A school as its district describes it. */
export interface SchoolContent {
  readonly name: string;
  readonly nameEn: string;
  readonly address: string | null;
  readonly phone: string | null;
}

/** 招生计划: how many children a school can take in a season, and whether it takes any more. */
export interface SchoolPlan {
  /** Null where none is set. */
  readonly quota: number | null;
  readonly closed: boolean;
}

export const NO_PLAN: SchoolPlan = { quota: null, closed: false };

export const SCHOOL_LENGTHS = { name: 60, nameEn: 120, address: 200, phone: 40 } as const;
export const SCHOOL_CODE = /^\d{4,10}$/;

/** In one way of writing; what is empty is absent. */
export const normaliseSchool = (given: SchoolContent): SchoolContent => ({
  name: normaliseLine(given.name),
  nameEn: normaliseLine(given.nameEn),
  address: normaliseLine(given.address ?? '') || null,
  phone: normaliseLine(given.phone ?? '') || null,
});

export function checkSchool(school: SchoolContent & SchoolPlan): Refusal[] {
  const { limit } = OFFICE_RULES.quotaRange;
  const { quota } = school;
  const fields = Object.keys(SCHOOL_LENGTHS) as (keyof typeof SCHOOL_LENGTHS)[];
  return [
    ...(['name', 'nameEn'] as const)
      .filter((field) => school[field] === '')
      .map((field) => refuse('required', { field })),
    ...fields
      .filter((field) => isLongerThan(school[field] ?? '', SCHOOL_LENGTHS[field]))
      .map((field) => refuse('textTooLong', { field, params: { most: SCHOOL_LENGTHS[field] } })),
    ...(quota === null || (Number.isInteger(quota) && quota >= 0 && quota <= limit)
      ? []
      : [refuse('quotaRange', { field: 'quota', params: { limit } })]),
  ];
}

/** A code begins with its district's, so that a number says where a school is. */
export const checkSchoolCode = (code: string, district: string): Refusal[] =>
  SCHOOL_CODE.test(code) && code.startsWith(district) ? [] : [refuse('schoolCode', { field: 'code' })];

/** A school that takes no more children is assigned none and preregisters none; those whom it has stay. */
export const checkTakes = ({ closed }: SchoolPlan): Refusal[] =>
  closed ? [refuse('schoolClosed', { field: 'school' })] : [];
