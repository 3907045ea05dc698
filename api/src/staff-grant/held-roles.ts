import { isOfSystem } from '@enrolment/rulebook/access.js';
import { writingsOfMeant } from '@enrolment/rulebook/subdistrict-list.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '../database/one-at-a-time.js';
import type { Reference } from '../database/reference.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { StaffGrant } from './staff-grant.entity.js';
import { findHeld } from './staff-grant.statements.js';

interface Asked {
  readonly subject: string;
  readonly now: Date;
}

/**
 * The roles that people hold at this moment. They are read at every request, so that a role that has ended or was taken
 * away is gone from the next request on, in every process; with one statement at a time for all who ask meanwhile.
 * Families are asked for nothing: whoever was never given a role is known from the reference data. A process that does not
 * yet know of a new one makes its holder wait, and lets nobody in.
 */
export class HeldRoles {
  private readonly loader = oneAtATime<Asked, RoleGrant[]>((asked) => this.read(asked));

  constructor(
    private readonly reference: Reference,
    /** Families ask for nothing, so it is opened for those alone who do. */
    private readonly open: () => EntityManager,
  ) {}

  async of(subject: string, now: Date): Promise<RoleGrant[]> {
    const { keeps } = this.reference;
    if (keeps && !(await this.reference.read().staff()).has(subject)) return [];
    return this.loader.load({ subject, now });
  }

  private async read(asked: readonly Asked[]): Promise<RoleGrant[][]> {
    const latest = new Date(Math.max(...asked.map(({ now }) => now.getTime())));
    const bySubject = await rolesHeld(this.open(), new Set(asked.map(({ subject }) => subject)), latest);
    return asked.map(({ subject }) => bySubject.get(subject) ?? []);
  }
}

/** The roles of several people at this moment, by what the provider calls them. */
export async function rolesHeld(
  em: EntityManager,
  subjects: ReadonlySet<string>,
  now: Date,
): Promise<ReadonlyMap<string, RoleGrant[]>> {
  if (subjects.size === 0) return new Map();
  const rows = await findHeld(em, { subjects: [...subjects], now });
  const roles = new Map<string, RoleGrant[]>();
  for (const { subject, role, district, school, subdistricts, department, items, listed } of rows) {
    const place = { district: district ?? null, school: school ?? null };
    const grant = {
      role,
      ...place,
      ...givenItemsTo({ role, subdistricts, department, items }, listed ?? []),
    };
    roles.set(subject, [...(roles.get(subject) ?? []), grant]);
  }
  return roles;
}

/**
 * Somebody who is not there, a job's or a link's: with those of the roles she had then that she still holds. A system's
 * stay as they were.
 */
export async function withRolesHeld(em: EntityManager, viewer: Viewer, now: Date): Promise<Viewer> {
  const { roles, subject } = viewer;
  if (roles.length === 0 || isOfSystem(roles)) return viewer;
  const held = (await rolesHeld(em, new Set([subject]), now)).get(subject) ?? [];
  return { ...viewer, roles: held.filter((one) => holds(roles, one)) };
}

/** Those of the viewers who no longer hold a role with which they came. */
export async function withoutTheirRoles(
  em: EntityManager,
  viewers: readonly Viewer[],
  now: Date,
): Promise<ReadonlySet<Viewer>> {
  const held = await rolesHeld(em, new Set(viewers.map(({ subject }) => subject)), now);
  const holdsAll = ({ subject, roles }: Viewer) => roles.every((one) => holds(held.get(subject) ?? [], one));
  return new Set(viewers.filter((viewer) => !holdsAll(viewer)));
}

/** What a reviewer is bound to; other roles do not carry it. */
function givenItemsTo(
  {
    role,
    subdistricts,
    department,
    items,
  }: Pick<StaffGrant, 'role' | 'subdistricts' | 'department' | 'items'>,
  listed: Parameters<typeof writingsOfMeant>[0],
): Partial<RoleGrant> {
  if (role === 'SUBDISTRICT_OFFICER')
    return { subdistricts, writings: subdistricts.flatMap((one) => writingsOfMeant(listed, one)) };
  return role === 'DEPARTMENT_REVIEWER' ? { department, items } : {};
}

const holds = (held: readonly RoleGrant[], grant: RoleGrant): boolean =>
  held.some((one) => sameRole(one) === sameRole(grant));

const sameRole = ({ role, district, school, subdistricts, department, items }: RoleGrant): string =>
  JSON.stringify([role, district, school, subdistricts ?? [], department ?? null, items ?? []]);
