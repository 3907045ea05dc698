import type { PhaseKind } from '@enrolment/schema/client';

export interface Phase {
  kind: PhaseKind;
  opensAt: string;
  closesAt: string;
  open: boolean;
}

/** Where registration stands in a district. `now` is the server's clock, never the reader's. */
export type RegistrationState =
  | { state: 'open'; phase: Phase }
  | { state: 'ahead'; phase: Phase }
  | { state: 'over'; phase: Phase }
  | { state: 'unknown' };

export function registrationState(schedule: readonly Phase[], now: string): RegistrationState {
  const phase = schedule.find(({ kind }) => kind === 'REGISTRATION');
  if (!phase) return { state: 'unknown' };
  if (phase.open) return { state: 'open', phase };
  return { state: Date.parse(now) < Date.parse(phase.opensAt) ? 'ahead' : 'over', phase };
}

export function isOver(phase: Phase, now: string): boolean {
  return !phase.open && Date.parse(phase.closesAt) <= Date.parse(now);
}

/** The one registration period, if all districts share it. */
export function sharedRegistration(schedules: readonly (readonly Phase[])[]): Phase | null {
  const phases = schedules.map((schedule) => schedule.find(({ kind }) => kind === 'REGISTRATION'));
  const [first] = phases;
  if (!first) return null;
  const same = phases.every((phase) => phase?.opensAt === first.opensAt && phase.closesAt === first.closesAt);
  return same ? first : null;
}

/** Services whose calendars are the same are shown once, together. */
export function groupBySchedule<T>(
  entries: readonly (readonly [T, readonly Phase[]])[],
): { services: T[]; schedule: readonly Phase[] }[] {
  const groups = new Map<string, { services: T[]; schedule: readonly Phase[] }>();
  for (const [service, schedule] of entries) {
    const key = JSON.stringify(schedule);
    const group = groups.get(key) ?? { services: [], schedule };
    group.services.push(service);
    groups.set(key, group);
  }
  return [...groups.values()];
}
