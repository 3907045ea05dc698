import { officeFor } from '@enrolment/rulebook/access.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import {
  checkGrant,
  checkGrantEnd,
  giverOf,
  grantState,
  normaliseGrant,
  takerOf,
  type GrantFacts,
} from '@enrolment/rulebook/staff-grant.js';
import {
  calledInList,
  checkBinding,
  NO_SUBDISTRICTS,
  type SubdistrictList,
} from '@enrolment/rulebook/subdistrict-list.js';
import { normaliseLine } from '@enrolment/rulebook/text.js';
import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { boundGiven } from '../claim/hand-over.statements.js';
import { District } from '../district/district.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import { changesOf, editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { ID, type NewestFirst } from '../paging.js';
import { brokenConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import { School } from '../school/school.entity.js';
import { findSubdistricts } from '../subdistrict/subdistrict.entity.js';
import { StaffGrant } from './staff-grant.entity.js';

/** A grant with its versions, the newest first. */
export interface EditedGrant {
  readonly grant: StaffGrant;
  readonly editions: readonly Edition[];
}

/** A role as an administrator gives it; without a beginning it holds at once. */
export type GivenRole = Omit<GrantFacts, 'beginsAt'> & { readonly beginsAt: Date | null };

interface Which {
  readonly id: string;
  /** The version that the change is made to. */
  readonly seen: number;
}

/** Which grants of a place are listed. */
interface Listed {
  readonly district: string | null;
  readonly past: boolean;
  /** The name of their holder; null for everybody. */
  readonly called: string | null;
}

/** How long whoever held a role still finds it among hers. */
const SHOWN_DAYS = 90;

/** 权限: who holds which role, where and until when. Administrators give and take, each in her own place. */
export class StaffGrantService {
  async give(em: EntityManager, actor: Actor, given: GivenRole): Promise<EditedGrant | Refused> {
    const { now } = actor;
    const later = given.beginsAt !== null && given.beginsAt > now ? given.beginsAt : now;
    const facts = normaliseGrant({ ...given, beginsAt: later });
    if (!giverOf(actor.viewer.roles, facts)) throw forbidden();
    const refusals = checkGrant(facts, { account: actor.viewer.subject }, now);
    if (refusals.length > 0) return new Refused(refusals);
    try {
      return await em.fork().transactional((tx) => this.giveWithin(tx, actor, facts));
    } catch (error) {
      if (brokenConstraint(error) !== 'grant_twice') throw error;
      return new Refused([refuse('grantTwice', { field: 'account' })]);
    }
  }

  private async giveWithin(
    tx: EntityManager,
    actor: Actor,
    facts: GrantFacts,
  ): Promise<EditedGrant | Refused> {
    const { now } = actor;
    const { account: subject, role, district, school } = facts;
    const same = { subject, role, district, school };
    const held = await holdWithOwn(tx, actor, { ...same, settledAt: null });
    const office = giverOf(rolesIn(held, actor), facts);
    if (!office) throw forbidden();
    if (!(await isThere(tx, facts))) return new Refused([refuse('grantPlace', { field: 'school' })]);
    const list = await listOf(tx, facts);
    const unlisted = checkBinding(facts.subdistricts ?? [], list);
    if (unlisted.length > 0) return new Refused(unlisted);
    const before = held.find((one) => one.subject === subject);
    if (before && grantState(before, now) !== 'ENDED')
      return new Refused([refuse('grantTwice', { field: 'account' })]);
    before?.makeWay(now);
    await tx.flush();
    const subdistricts = (facts.subdistricts ?? []).map((one) => calledInList(list.entries, one));
    const grant = StaffGrant.give({ ...facts, subdistricts: [...new Set(subdistricts)] }, actor.viewer, now);
    await tx.persist(grant).flush();
    await this.bound(tx, grant, now);
    const kept = { editions: [], before: {}, after: grant.content, role: office.role, season: null };
    const act = { ...kept, action: 'ROLE_GIVEN' as const, detail: told(grant) };
    const edition = await keepEdition(tx, actor, grant.edited, act);
    return { grant, editions: [edition] };
  }

  /** What the holder was given to decide is hers as long as she decides there. */
  private async bound(tx: EntityManager, { subject, district }: StaffGrant, now: Date): Promise<void> {
    if (district != null) await boundGiven(tx, { subject, district }, now);
  }

  /** Makes it last longer or less long; what has ended begins to hold again. */
  changeEnd(
    em: EntityManager,
    actor: Actor,
    { endsAt, ...which }: Which & { readonly endsAt: Date },
  ): Promise<EditedGrant | Refused> {
    return this.change(em, actor, which, giverOf, 'ROLE_END_CHANGED', (grant) => {
      const refusals = checkGrantEnd({ beginsAt: grant.beginsAt, endsAt }, actor.now);
      if (refusals.length === 0) grant.endAt(endsAt);
      return refusals;
    });
  }

  /** From the holder's next request on it holds no more. */
  take(em: EntityManager, actor: Actor, which: Which): Promise<EditedGrant | Refused> {
    return this.change(em, actor, which, takerOf, 'ROLE_TAKEN', (grant) => {
      grant.take(actor.now);
      return [];
    });
  }

  private async change(
    em: EntityManager,
    actor: Actor,
    { id, seen }: Which,
    officeOver: typeof giverOf,
    action: 'ROLE_END_CHANGED' | 'ROLE_TAKEN',
    apply: (grant: StaffGrant) => ReturnType<typeof checkGrantEnd>,
  ): Promise<EditedGrant | Refused> {
    const known = ID.test(id) ? await em.fork().findOne(StaffGrant, { id }) : null;
    if (!known || !officeOver(actor.viewer.roles, placed(known))) throw forbidden();
    return editing(em, known.edited, async (tx) => {
      const held = await holdWithOwn(tx, actor, { id });
      const grant = held.find((one) => one.id === id)!;
      // Two administrators who take each other's role: the second has none any more.
      const office = officeOver(rolesIn(held, actor), placed(grant));
      if (!office) throw forbidden();
      if (grant.subject === actor.viewer.subject) return new Refused([refuse('grantOfOneself')]);
      const editions = await editionsOf(tx, grant.edited);
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      if (grant.settledAt != null) return new Refused([refuse('grantOver')]);
      const before = grant.content;
      const refusals = apply(grant);
      if (refusals.length > 0) return new Refused(refusals);
      const { content: after } = grant;
      if (changesOf(known.edited.kind, before, after).length === 0) return { grant, editions };
      await tx.flush();
      await this.bound(tx, grant, actor.now);
      const kept = { editions, before, after, role: office.role, season: null };
      const edition = await keepEdition(tx, actor, grant.edited, { ...kept, action, detail: told(grant) });
      return { grant, editions: [edition, ...editions] };
    });
  }

  /** Those of a district, or of the whole city for its administrators, newest first. */
  async list(
    em: EntityManager,
    { viewer, now }: Actor,
    { first, before, district, past, called }: NewestFirst & Listed,
  ): Promise<StaffGrant[]> {
    if (!officeFor('GIVE_ROLES', viewer.roles, { district })) throw forbidden();
    const there = {
      ...(district === null ? {} : { district }),
      ...(called === null ? {} : { name: normaliseLine(called) }),
    };
    const from = before === null ? {} : { id: { $lt: before } };
    const which = past ? {} : { settledAt: null, $or: [{ endsAt: null }, { endsAt: { $gt: now } }] };
    return em.find(StaffGrant, { $and: [there, from, which] }, { orderBy: { id: 'desc' }, limit: first });
  }

  /** Null alike for one that there is not and one of others. */
  async find(em: EntityManager, { viewer }: Actor, id: string): Promise<EditedGrant | null> {
    const grant = ID.test(id) ? await em.findOne(StaffGrant, { id }) : null;
    if (!grant || !takerOf(viewer.roles, placed(grant))) return null;
    return { grant, editions: await editionsOf(em, grant.edited) };
  }

  /** The viewer's own, those among them that have ended of late. */
  own(em: EntityManager, { viewer, now }: Pick<Actor, 'viewer' | 'now'>): Promise<StaffGrant[]> {
    const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000);
    const shown = [
      { settledAt: null, endsAt: null },
      { endsAt: { $gt: since }, takenAt: null },
      { takenAt: { $gt: since } },
    ];
    const where: FilterQuery<StaffGrant> = { subject: viewer.subject, $or: shown };
    return em.find(StaffGrant, where, { orderBy: { id: 'desc' }, limit: MOST_OWN });
  }

  /** The viewer has read what was changed of hers. */
  async noteOwn(em: EntityManager, { viewer, now }: Actor): Promise<StaffGrant[]> {
    await em.nativeUpdate(StaffGrant, { subject: viewer.subject, toldAt: null }, { toldAt: now });
    return this.own(em.fork(), { viewer, now });
  }
}

const MOST_OWN = 20;

/** Grants that are held until the transaction ends, the actor's own among them: nobody takes hers while she gives by it. */
const holdWithOwn = (
  tx: EntityManager,
  { viewer }: Actor,
  others: FilterQuery<StaffGrant>,
): Promise<StaffGrant[]> =>
  tx.find(
    StaffGrant,
    { $or: [{ subject: viewer.subject, settledAt: null }, others] },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );

/** The roles that the actor holds among them, at this moment. */
const rolesIn = (held: readonly StaffGrant[], { viewer, now }: Actor): RoleGrant[] =>
  held
    .filter((one) => one.subject === viewer.subject && grantState(one, now) === 'HOLDS')
    .map((one) => ({ ...placed(one), school: one.school ?? null }));

const placed = ({ role, district }: StaffGrant) => ({ role, district: district ?? null });

/** The list to whose subdistricts the role is bound; none where it is bound to something else. */
async function listOf(tx: EntityManager, { role, district }: GrantFacts): Promise<SubdistrictList> {
  if (role !== 'SUBDISTRICT_OFFICER' || district === null) return NO_SUBDISTRICTS;
  const entries = (await findSubdistricts(tx, { district })).get(district) ?? [];
  const { subdistrictsComplete } = await tx.findOneOrFail(District, { code: district });
  return { entries, complete: subdistrictsComplete };
}

/** Whether the district is there, and the school in it. */
async function isThere(tx: EntityManager, { district, school }: GrantFacts): Promise<boolean> {
  if (district !== null && (await tx.count(District, { code: district })) === 0) return false;
  return school === null || (await tx.count(School, { code: school, district: district! })) > 0;
}

/** What the trail says besides who and when. */
const told = ({
  subject,
  role,
  school,
  department,
  subdistricts,
  items,
}: StaffGrant): Record<string, string> => ({
  account: subject,
  role,
  ...(school == null ? {} : { school }),
  ...(subdistricts.length === 0 ? {} : { subdistricts: subdistricts.join('、') }),
  ...(department == null ? {} : { department, items: items.join('、') }),
});

/** Whether the viewer may take it away, and change its end. */
export const mayBeChanged = ({ roles, subject }: Viewer, grant: StaffGrant) => {
  const others = grant.settledAt == null && grant.subject !== subject;
  return {
    end: others && giverOf(roles, placed(grant)) !== null,
    take: others && takerOf(roles, placed(grant)) !== null,
  };
};
