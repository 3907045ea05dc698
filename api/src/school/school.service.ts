import { officeFor } from '@enrolment/rulebook/access.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { Refused, refuse } from '@enrolment/rulebook/refusal.js';
import {
  checkSchool,
  checkSchoolCode,
  NO_PLAN,
  normaliseSchool,
  type SchoolContent,
  type SchoolPlan as Plan,
} from '@enrolment/rulebook/school.js';
import { chooseSeason } from '@enrolment/rulebook/season.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { holdRoom } from '../database/room.js';
import { District } from '../district/district.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import { editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { editorAt } from '../edition/editors.js';
import { brokenConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import { knowsUnpublished } from '../record/access.js';
import { Season } from '../season/season.entity.js';
import { ownSchool } from './own-school.js';
import { contentOfSchool, schoolEdited } from './school.content.js';
import { School, SchoolPlan } from './school.entity.js';
import { countTaken } from './school.statements.js';

/** A school of a season, as its district sees it. */
export interface PlannedSchool {
  readonly school: School;
  readonly season: number;
  readonly plan: Plan;
  /** How many children it has. */
  readonly taken: number;
  /** The newest first; empty in a list. */
  readonly editions: readonly Edition[];
}

type Given = SchoolContent & Plan;

/** The schools of a district and their plans, as its administrators say it. */
export class SchoolService {
  /** Null alike for a district that there is not and for one that is not theirs. */
  async list(
    em: EntityManager,
    { viewer }: Actor,
    { district, season }: { district: string; season: number },
  ): Promise<PlannedSchool[] | null> {
    if (!officeFor('EDIT_OWN_DATA', viewer.roles, { district })) return null;
    if (!(await em.findOne(District, { code: district }))) return null;
    const schools = await em.find(School, { district }, { orderBy: { code: 'asc' } });
    return this.planned(em, viewer, schools, season);
  }

  /** Null alike for one that there is not and one of others. */
  async find(
    em: EntityManager,
    { viewer }: Actor,
    { code, season }: { code: string; season: number },
  ): Promise<PlannedSchool | null> {
    const school = await em.findOne(School, { code });
    if (!school || !officeFor('EDIT_OWN_DATA', viewer.roles, { district: school.district })) return null;
    // Before the plan: at worst an old version goes with a new one, and a change of it is refused.
    const editions = await editionsOf(em, schoolEdited(school));
    const [planned] = await this.planned(em, viewer, [school], season);
    return { ...planned!, editions };
  }

  /** For the school's own desk: how many children it has, and can take. */
  async ownPlan(
    em: EntityManager,
    actor: Actor,
    { code, season }: { code: string; season: number },
  ): Promise<PlannedSchool> {
    const [planned] = await this.planned(em, actor.viewer, [await ownSchool(em, actor, code)], season);
    return planned!;
  }

  async create(
    em: EntityManager,
    actor: Actor,
    { district, code, season, ...given }: Given & { district: string; code: string; season: number | null },
  ): Promise<PlannedSchool | Refused> {
    const office = editorAt(actor.viewer, district);
    if (!office || !(await em.findOne(District, { code: district }))) throw forbidden();
    const chosen = chooseSeason(await em.find(Season, {}), season);
    if ('refusals' in chosen) return new Refused(chosen.refusals);
    const { year } = chosen.season;
    const content = { ...given, ...normaliseSchool(given) };
    const refusals = [...checkSchoolCode(code, district), ...checkSchool(content)];
    if (refusals.length > 0) return new Refused(refusals);
    try {
      return await em.fork().transactional(async (tx) => {
        await holdRoom(tx, 'schools', district);
        if ((await tx.count(School, { district })) >= OFFICE_RULES.schoolsTooMany.limit)
          return new Refused([refuse('schoolsTooMany')]);
        const school = tx.create(School, { code, district, ...normaliseSchool(given) });
        await tx.persist(school).flush();
        const plan = layPlan(tx, [], { season: year, school: code }, given);
        await tx.flush();
        const after = contentOfSchool(school, plan);
        const kept = { editions: [], before: {}, after, role: office.role, season: year } as const;
        const edition = await keepEdition(tx, actor, schoolEdited(school), { ...kept, action: 'SCHOOL_SET' });
        return { school, season: year, plan: planIn(plan, year), taken: 0, editions: [edition] };
      });
    } catch (error) {
      if (brokenConstraint(error) !== 'school_pkey') throw error;
      return new Refused([refuse('schoolCode', { field: 'code' })]);
    }
  }

  async update(
    em: EntityManager,
    actor: Actor,
    { code, seen, season, ...given }: Given & { code: string; seen: number; season: number | null },
  ): Promise<PlannedSchool | Refused> {
    const known = await em.findOne(School, { code });
    const office = known && editorAt(actor.viewer, known.district);
    if (!known || !office) throw forbidden();
    const chosen = chooseSeason(await em.find(Season, {}), season);
    if ('refusals' in chosen) return new Refused(chosen.refusals);
    const { year } = chosen.season;
    const content = normaliseSchool(given);
    const refusals = checkSchool({ ...given, ...content });
    if (refusals.length > 0) return new Refused(refusals);
    return editing(em, schoolEdited(known), async (tx) => {
      // Of two at once, the second reads what the first has set.
      const school = await tx.findOneOrFail(School, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const editions = await editionsOf(tx, schoolEdited(school));
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const plans = await tx.find(SchoolPlan, { school: code });
      const before = contentOfSchool(school, plans);
      school.describe(content);
      const laid = layPlan(tx, plans, { season: year, school: code }, given);
      await tx.flush();
      const after = contentOfSchool(school, laid);
      const taken = await countTaken(tx, { season: year, schools: [code], unpublished: true });
      const set = { school, season: year, plan: planIn(laid, year), taken: taken.get(code) ?? 0 };
      if (JSON.stringify(before) === JSON.stringify(after)) return { ...set, editions };
      const kept = { editions, before, after, role: office.role, season: year } as const;
      const edition = await keepEdition(tx, actor, schoolEdited(school), { ...kept, action: 'SCHOOL_SET' });
      return { ...set, editions: [edition, ...editions] };
    });
  }

  private async planned(
    em: EntityManager,
    viewer: Viewer,
    schools: readonly School[],
    season: number,
  ): Promise<PlannedSchool[]> {
    // All of one district.
    const unpublished = schools[0] !== undefined && knowsUnpublished(viewer, schools[0].district);
    const codes = schools.map(({ code }) => code);
    const plans = await em.find(SchoolPlan, { season, school: { $in: codes } });
    const taken = await countTaken(em, { season, schools: codes, unpublished });
    return schools.map((school) => ({
      school,
      season,
      plan: plans.find((plan) => plan.school === school.code) ?? NO_PLAN,
      taken: taken.get(school.code) ?? 0,
      editions: [],
    })) as PlannedSchool[];
  }
}

/** The plan of a school in a season, as a decision about a child asks for it. */
export const findPlan = async (em: EntityManager, season: number, school: string): Promise<Plan> =>
  planIn(await em.find(SchoolPlan, { season, school }), season);

function planIn(plans: readonly SchoolPlan[], season: number): Plan {
  const plan = plans.find((one) => one.season === season);
  return plan ? { quota: plan.quota ?? null, closed: plan.closed } : NO_PLAN;
}

/** Sets the plan of one season; what nobody plans has no row. */
function layPlan(
  tx: EntityManager,
  plans: readonly SchoolPlan[],
  place: { readonly season: number; readonly school: string },
  { quota, closed }: Plan,
): readonly SchoolPlan[] {
  const plan = plans.find(({ season }) => season === place.season);
  if (plan) {
    plan.quota = quota;
    plan.closed = closed;
    return plans;
  }
  if (quota === null && !closed) return plans;
  const made = tx.create(SchoolPlan, { ...place, quota, closed });
  tx.persist(made);
  return [...plans, made];
}
