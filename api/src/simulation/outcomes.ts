import type { SimulatedOutcome } from '@enrolment/rulebook/simulation.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import type { DistrictOutcome } from './simulation.entity.js';

/** Counts by district, as records come. */
export class Outcomes {
  private readonly counted = new Map<string, DistrictOutcome>();

  add(
    { district, stage }: { readonly district: string; readonly stage: Stage },
    { reasons, undeclared }: SimulatedOutcome,
  ): void {
    const of = this.of(district);
    const inStage = (of.byStage[stage] ??= { live: 0, affected: 0 });
    of.live += 1;
    inStage.live += 1;
    if (undeclared) of.undeclared += 1;
    if (reasons.length > 0) {
      of.affected += 1;
      inStage.affected += 1;
    }
    for (const reason of reasons) of.byReason[reason] = (of.byReason[reason] ?? 0) + 1;
  }

  /** By code. */
  all(): readonly DistrictOutcome[] {
    return [...this.counted.values()].sort((a, b) => a.district.localeCompare(b.district));
  }

  private of(district: string): DistrictOutcome {
    let outcome = this.counted.get(district);
    if (!outcome) {
      outcome = { district, live: 0, affected: 0, undeclared: 0, byStage: {}, byReason: {} };
      this.counted.set(district, outcome);
    }
    return outcome;
  }
}
