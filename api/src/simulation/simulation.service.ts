import { officeFor } from '@enrolment/rulebook/access.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import { presentSeason } from '@enrolment/rulebook/season.js';
import { checkSimulation, type PolicyChange } from '@enrolment/rulebook/simulation.js';
import { SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.js';
import { IsolationLevel, LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { ReferenceData } from '../database/reference-data.js';
import { ID, type NewestFirst } from '../paging.js';
import { audit } from '../platform/audit/audit.js';
import { brokenConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { placesOf } from '../record/access.js';
import { simulateAll } from './simulate-all.js';
import { Simulation, type DistrictOutcome } from './simulation.entity.js';
import { anyLive, dropSimulations, enqueueSimulation, maySimulate, note } from './simulation.statements.js';

/** How often the queue tries a failing one, with growing pauses. */
const TRIES = 5;
/** How long it waits while another simulation is under way. */
const PAUSE_MS = 2_000;
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

export interface AskedSimulation extends PolicyChange {
  /** Year of the season; null for the present one. */
  readonly season: number | null;
  /** Null for the whole city. */
  readonly district: string | null;
}

interface Turn {
  readonly clock: () => Date;
  /** How often it has been tried, this time included. */
  readonly tries: number;
  /** The process is about to end. */
  readonly ending: AbortSignal;
}

/** Simulations: asked for in a request, counted by the queue in one snapshot, from the beginning if a process is killed. */
export class SimulationService {
  constructor(private readonly keys: KeyRing) {}

  /** FORBIDDEN for a place that does not exist and for one that the viewer may not simulate. */
  async ask(
    em: EntityManager,
    actor: Actor,
    reference: ReferenceData,
    { season: year, district, ...change }: AskedSimulation,
  ): Promise<Simulation | Refused> {
    const { viewer, now } = actor;
    const office = officeIn(viewer, district);
    if (!office || (district !== null && !(await reference.districts()).has(district))) throw forbidden();
    const seasons = await reference.seasons();
    const season = year === null ? presentSeason(seasons) : seasons.find((one) => one.year === year);
    if (!season) return new Refused([seasonless(year)]);
    const place = { season: season.year, district };
    const refusals = checkSimulation(change, {
      season,
      anyRecord: await anyLive(em, place),
      reviewed: await isReviewed(reference, place, change),
    });
    if (refusals.length > 0) return new Refused(refusals);
    const simulation = Simulation.ask(actor, { ...place, change });
    try {
      await em.fork().transactional(async (tx) => {
        tx.persist(simulation);
        await tx.flush();
        await enqueueSimulation(tx, simulation.id);
        await audit(tx, {
          at: now,
          actor: viewer.subject,
          actorRole: office.role,
          action: 'POLICY_SIMULATED',
          recordNumber: null,
          district,
          season: season.year,
          subject: simulation.id,
          detail: null,
        });
      });
    } catch (error) {
      if (brokenConstraint(error) !== 'simulation_running') throw error;
      return new Refused([refuse('simulationRunning')]);
    }
    return simulation;
  }

  /** One run of the queue, over the whole place. */
  async run(em: EntityManager, id: string, { clock, tries, ending }: Turn): Promise<void> {
    try {
      const simulation = await em.findOne(Simulation, { id, finishedAt: null });
      if (!simulation) return;
      const outcome = await this.count(em, simulation, clock(), ending);
      if (outcome === 'LATER') {
        await enqueueSimulation(em.fork(), id, new Date(Date.now() + PAUSE_MS));
      } else if (outcome !== 'CANCELLED') {
        await this.end(em, id, { state: 'DONE', results: outcome }, clock());
      }
    } catch (error) {
      if (tries >= TRIES && !ending.aborted) await this.end(em, id, { state: 'FAILED' }, clock());
      throw error;
    }
  }

  /** One of the viewer’s places; null alike for absent and not theirs. */
  async find(em: EntityManager, { viewer }: Actor, id: string): Promise<Simulation | null> {
    const simulation = ID.test(id) ? await em.findOne(Simulation, { id }) : null;
    return simulation && officeIn(viewer, simulation.district ?? null) ? simulation : null;
  }

  /** The newest first. */
  async list(em: EntityManager, { viewer }: Actor, { first, before }: NewestFirst): Promise<Simulation[]> {
    const { wholeCity, districts } = placesOf(viewer, 'SIMULATE');
    const theirs = wholeCity ? {} : { district: { $in: [...districts] } };
    const from = before === null ? {} : { id: { $lt: before } };
    return em.find(Simulation, { $and: [theirs, from] }, { orderBy: { id: 'desc' }, limit: first });
  }

  /** By whoever asked for it; one that is over stays as it is. */
  async cancel(em: EntityManager, { viewer, now }: Actor, id: string): Promise<Simulation> {
    const simulation = ID.test(id) ? await em.findOne(Simulation, { id }) : null;
    if (simulation?.askedBy !== viewer.subject) throw forbidden();
    return this.end(em, id, { state: 'CANCELLED' }, now);
  }

  /** Deletes simulations that were over long ago. */
  async sweep(em: EntityManager, now: Date): Promise<void> {
    await dropSimulations(em, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  }

  private count(
    em: EntityManager,
    simulation: Simulation,
    asOf: Date,
    ending: AbortSignal,
  ): Promise<readonly DistrictOutcome[] | 'LATER' | 'CANCELLED'> {
    const snapshot = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };
    return em.fork().transactional(async (tx) => {
      if (!(await maySimulate(tx))) return 'LATER';
      const counted = await simulateAll(tx, this.keys, simulation, (far) => {
        ending.throwIfAborted();
        return note(em.fork(), simulation.id, { ...far, asOf });
      });
      return counted ?? 'CANCELLED';
    }, snapshot);
  }

  private end(
    em: EntityManager,
    id: string,
    outcome: Parameters<Simulation['end']>[0],
    now: Date,
  ): Promise<Simulation> {
    return em.fork().transactional(async (tx) => {
      const simulation = await tx.findOneOrFail(Simulation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (simulation.finishedAt == null) simulation.end(outcome, now);
      return simulation;
    });
  }
}

const seasonless = (year: number | null) =>
  year === null ? refuse('seasonNone') : refuse('seasonUnknown', { field: 'season', params: { year } });

const officeIn = ({ roles }: Viewer, district: string | null) => officeFor('SIMULATE', roles, { district });

/** Whether the item of the document is reviewed for one of its services, somewhere in the place. */
async function isReviewed(
  reference: ReferenceData,
  { season, district }: { season: number; district: string | null },
  { document }: PolicyChange,
): Promise<boolean> {
  if (document === null) return false;
  const districts = district === null ? [...(await reference.districts()).keys()] : [district];
  const services = document.service === null ? SERVICE_KINDS : [document.service];
  const places = districts.flatMap((code) => services.map((service) => ({ code, service })));
  const items = await Promise.all(
    places.map(({ code, service }) => reference.reviewed(season, code, service)),
  );
  return items.flat().some(({ kind }) => kind === document.item);
}
