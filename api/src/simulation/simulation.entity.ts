import type { PolicyChange } from '@enrolment/rulebook/simulation.js';
import type { SimulationReason, Stage } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { districtOrCity } from '../district/district.entity.js';
import { Season } from '../season/season.entity.js';

const SIMULATION_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];

/** Numbers of one district: what is absent is 0. */
export interface DistrictOutcome {
  readonly district: string;
  live: number;
  affected: number;
  undeclared: number;
  readonly byStage: Partial<Record<Stage, { live: number; affected: number }>>;
  readonly byReason: Partial<Record<SimulationReason, number>>;
}

export const SimulationSchema = defineEntity({
  name: 'Simulation',
  tableName: 'simulation',
  properties: {
    /** Ids grow with time: lists go by them. */
    id: p.uuid().primary(),
    askedBy: p.string().length(255),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').index(false).deleteRule('no action'),
    district: districtOrCity,
    change: p.json().$type<PolicyChange>(),
    state: p.enum(() => [...SIMULATION_STATES]).$type<SimulationState>(),
    total: p.integer().nullable(),
    done: p.integer(),
    results: p.json().$type<readonly DistrictOutcome[]>().nullable(),
    createdAt: p.datetime(),
    asOf: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'simulation_of_district',
      expression: 'create index simulation_of_district on simulation (district_code, id)',
    },
    {
      name: 'simulation_running',
      expression: 'create unique index simulation_running on simulation (asked_by) where finished_at is null',
    },
  ],
  checks: [
    { name: 'simulation_counts', expression: '(total is null) or (done <= total)' },
    {
      name: 'simulation_finished',
      expression: `(finished_at is null) = (state = any (array['QUEUED'::text, 'RUNNING'::text]))`,
    },
    { name: 'simulation_results', expression: `(results is not null) = (state = 'DONE'::text)` },
  ],
});
/** How many live records a change of the rules would change: somebody asks, and the queue counts. */
export class Simulation extends SimulationSchema.class {
  static ask(
    { viewer, now }: Actor,
    { season, district, change }: { season: number; district: string | null; change: PolicyChange },
  ): Simulation {
    const simulation = new Simulation();
    simulation.id = uuid();
    simulation.askedBy = viewer.subject;
    simulation.season = season;
    simulation.district = district;
    simulation.change = change;
    simulation.state = 'QUEUED';
    simulation.done = 0;
    simulation.createdAt = now;
    return simulation;
  }

  end(
    outcome: { state: 'DONE'; results: readonly DistrictOutcome[] } | { state: 'FAILED' | 'CANCELLED' },
    now: Date,
  ): void {
    this.state = outcome.state;
    this.finishedAt = now;
    if (outcome.state !== 'DONE') return;
    this.results = outcome.results;
    this.done = this.total ?? 0;
  }
}
SimulationSchema.setClass(Simulation);
