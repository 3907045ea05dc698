import { officeFor, type OfficeGrant } from './access.js';
import { refuse, type Refusal } from './refusal.js';
import { OFFICE_RULES } from './office-rules.js';
import { normaliseLine } from './text.js';
import type { Department, GrantState, ReviewItemKind, Role, StaffRole } from './vocabulary.js';
import { GIVEABLE_ITEMS } from './joint-review.js';

export const GRANT_NAME_LENGTH = 40;
const LONGEST_MS = OFFICE_RULES.grantDates.limit * 86_400_000;

/** A role that somebody is given, where it holds and how long. */
export interface GrantFacts {
  /** What the identity provider calls the person: the token's `sub`. */
  readonly account: string;
  /** By which colleagues know the person. */
  readonly name: string;
  readonly role: StaffRole;
  readonly district: string | null;
  readonly school: string | null;
  readonly subdistricts?: readonly string[] | undefined;
  readonly department?: Department | null | undefined;
  readonly items?: readonly ReviewItemKind[] | undefined;
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

const BINDINGS = ['district', 'school', 'subdistricts', 'department', 'items'] as const;
type Binding = (typeof BINDINGS)[number];
type Place = { readonly [What in Binding]?: OfficeGrant[What] | null };

/** So many subdistricts at most in one role. */
export const MOST_SUBDISTRICTS = 20;

/** What a role is bound to; what it is not bound to stays empty. */
const BOUND_TO: Readonly<Record<StaffRole, readonly Binding[]>> = {
  MUNICIPAL_ADMIN: [],
  DISTRICT_ADMIN: ['district'],
  DISTRICT_OFFICER: ['district'],
  SCHOOL_REGISTRAR: ['district', 'school'],
  SUBDISTRICT_OFFICER: ['district', 'subdistricts'],
  DEPARTMENT_REVIEWER: ['district', 'department', 'items'],
};

export const isBoundTo = (role: StaffRole, what: Binding): boolean => BOUND_TO[role].includes(what);

/** Where a role is missing what it is bound to, or has what it is not bound to; null where it has its place. */
export const misplaced = (role: StaffRole, place: Place): Binding | null =>
  BINDINGS.find((what) => isBoundTo(role, what) !== (place[what] ?? []).length > 0) ?? null;

/** Who gives a role: the city the administrators', and a district all others of its own. */
const GIVEN_BY: Readonly<Record<StaffRole, 'MUNICIPAL_ADMIN' | 'DISTRICT_ADMIN'>> = {
  MUNICIPAL_ADMIN: 'MUNICIPAL_ADMIN',
  DISTRICT_ADMIN: 'MUNICIPAL_ADMIN',
  DISTRICT_OFFICER: 'DISTRICT_ADMIN',
  SCHOOL_REGISTRAR: 'DISTRICT_ADMIN',
  SUBDISTRICT_OFFICER: 'DISTRICT_ADMIN',
  DEPARTMENT_REVIEWER: 'DISTRICT_ADMIN',
};

export const STAFF_ROLES = Object.keys(GIVEN_BY) as StaffRole[];

export const isStaffRole = (role: Role): role is StaffRole => role in GIVEN_BY;

/** The one of a viewer's offices in which she gives this role there, and changes its end; null if there is none. */
export const giverOf = <Grant extends OfficeGrant>(
  offices: readonly Grant[],
  { role, district }: { readonly role: StaffRole; readonly district: string | null },
): Grant | null => {
  const givers = offices.filter((office) => office.role === GIVEN_BY[role]);
  return officeFor('GIVE_ROLES', givers, { district });
};

/** The office in which she takes it: the city takes every role, so that nobody keeps one for want of a district's administrator. */
export const takerOf = <Grant extends OfficeGrant>(
  offices: readonly Grant[],
  { district }: { readonly district: string | null },
): Grant | null => officeFor('GIVE_ROLES', offices, { district });

/** The roles that somebody can give in a district, or in the city for null. */
export const rolesToGive = (offices: readonly OfficeGrant[], district: string | null): StaffRole[] =>
  STAFF_ROLES.filter(
    (role) =>
      isBoundTo(role, 'district') === (district !== null) && giverOf(offices, { role, district }) !== null,
  );

/** Whether it holds, at this moment. */
export function grantState(
  {
    beginsAt,
    endsAt,
    takenAt,
  }: {
    readonly beginsAt: Date;
    readonly endsAt?: Date | null | undefined;
    readonly takenAt?: Date | null | undefined;
  },
  now: Date,
): GrantState {
  if (takenAt != null) return 'TAKEN';
  if (endsAt != null && endsAt <= now) return 'ENDED';
  return beginsAt > now ? 'AHEAD' : 'HOLDS';
}

export const normaliseGrant = <Facts extends Pick<GrantFacts, 'account' | 'name' | 'subdistricts' | 'items'>>(
  facts: Facts,
): Facts => ({
  ...facts,
  account: facts.account.trim(),
  name: normaliseLine(facts.name),
  subdistricts: [...new Set((facts.subdistricts ?? []).map(normaliseLine))].filter((one) => one !== ''),
  items: [...new Set(facts.items)],
});

/** An account is kept as the provider writes it: a short text of printable characters. */
export const ACCOUNT = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

/** What a role has to be like that somebody gives. Whether there is such a school in the district is for the caller to know. */
export function checkGrant(given: GrantFacts, giver: { readonly account: string }, now: Date): Refusal[] {
  const { account, name, role, beginsAt, endsAt } = given;
  const unbound = misplaced(role, given);
  return [
    ...(account === '' ? [refuse('required', { field: 'account' })] : []),
    ...(account !== '' && !ACCOUNT.test(account) ? [refuse('grantAccount', { field: 'account' })] : []),
    ...(account === giver.account ? [refuse('grantOfOneself', { field: 'account' })] : []),
    ...(name === '' ? [refuse('required', { field: 'name' })] : []),
    ...([...name].length > GRANT_NAME_LENGTH
      ? [refuse('textTooLong', { field: 'name', params: { most: GRANT_NAME_LENGTH } })]
      : []),
    ...(unbound === null ? [] : [refuse('grantPlace', { field: unbound })]),
    ...checkBoundTo(given),
    ...checkGrantEnd({ beginsAt, endsAt }, now),
  ];
}

/** Subdistricts as families write them, and items that a district can give away. */
function checkBoundTo({ subdistricts = [], items = [] }: GrantFacts): Refusal[] {
  const tooLong = subdistricts.some((one) => [...one].length > GRANT_NAME_LENGTH);
  return [
    ...(tooLong
      ? [refuse('textTooLong', { field: 'subdistricts', params: { most: GRANT_NAME_LENGTH } })]
      : []),
    ...(subdistricts.length > MOST_SUBDISTRICTS || items.some((kind) => !GIVEABLE_ITEMS.includes(kind))
      ? [refuse('grantPlace', { field: items.length > 0 ? 'items' : 'subdistricts' })]
      : []),
  ];
}

/** Until when it may hold: beyond its beginning and this moment, and not for years that nobody looks over. */
export function checkGrantEnd(
  { beginsAt, endsAt }: { readonly beginsAt: Date; readonly endsAt: Date },
  now: Date,
): Refusal[] {
  const first = Math.max(beginsAt.getTime(), now.getTime());
  const right = endsAt.getTime() > first && endsAt.getTime() - first <= LONGEST_MS;
  return right ? [] : [refuse('grantDates', { field: 'endsAt' })];
}
