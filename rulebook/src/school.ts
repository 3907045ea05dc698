import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { isLongerThan, normaliseLine } from './text.js';
import type { AdmissionOutcome } from './vocabulary.js';

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

/** Which school has a child before a decision about her admission and after it; null where none has: she is refused. */
export interface Placing {
  readonly before: string | null;
  readonly after: string | null;
}

/** The admission as it stands, and what would be decided; a school that is left out stays. */
export function placing(
  now: {
    readonly outcome: AdmissionOutcome;
    readonly preregisteredAt: string;
    readonly assignedTo: string | null;
  },
  decided: { readonly outcome: AdmissionOutcome; readonly school: string | null },
): Placing {
  const at = now.assignedTo ?? now.preregisteredAt;
  const then = decided.outcome === 'PENDING' ? now.preregisteredAt : (decided.school ?? at);
  return {
    before: now.outcome === 'NOT_ADMITTED' ? null : at,
    after: decided.outcome === 'NOT_ADMITTED' ? null : then,
  };
}

/** How many children a school has, and would have. */
export interface Filling {
  readonly school: string;
  /** Null where none is planned. */
  readonly quota: number | null;
  readonly taken: number;
  readonly wouldBe: number;
}

/** More than the plan is a warning, and refuses nothing: the district may have its reasons. */
export const isOverPlan = ({ quota, wouldBe }: Filling): boolean => quota !== null && wouldBe > quota;

/** The schools whose number of children would change, by code. */
export function fillings(
  placings: readonly Placing[],
  {
    quotas,
    taken,
  }: { readonly quotas: ReadonlyMap<string, number | null>; readonly taken: ReadonlyMap<string, number> },
): Filling[] {
  const changes = new Map<string, number>();
  const add = (school: string | null, n: number) =>
    school !== null && changes.set(school, (changes.get(school) ?? 0) + n);
  for (const { before, after } of placings) {
    add(before, -1);
    add(after, 1);
  }
  return [...changes]
    .filter(([, change]) => change !== 0)
    .map(([school, change]) => ({
      school,
      quota: quotas.get(school) ?? null,
      taken: taken.get(school) ?? 0,
      wouldBe: (taken.get(school) ?? 0) + change,
    }))
    .sort((one, other) => one.school.localeCompare(other.school));
}
