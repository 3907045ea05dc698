import type { PhaseKind, ServiceKind } from '@enrolment/schema/client';

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

/** A district with the calendar of each service. */
interface DistrictCalendars {
  readonly nonLocalHukou: readonly Phase[];
  readonly treatedAsLocal: readonly Phase[];
  readonly localHukou: readonly Phase[];
}

export const calendarsOf = (district: DistrictCalendars): [ServiceKind, readonly Phase[]][] => [
  ['NON_LOCAL_HUKOU', district.nonLocalHukou],
  ['TREATED_AS_LOCAL', district.treatedAsLocal],
  ['LOCAL_HUKOU', district.localHukou],
];

/** Where registration stands in a district, service by service. */
export const statesOf = (
  district: DistrictCalendars,
  now: string,
): Record<ServiceKind, RegistrationState> => ({
  NON_LOCAL_HUKOU: registrationState(district.nonLocalHukou, now),
  TREATED_AS_LOCAL: registrationState(district.treatedAsLocal, now),
  LOCAL_HUKOU: registrationState(district.localHukou, now),
});

const OPENNESS = ['open', 'ahead', 'over', 'unknown'] as const;

/** The service that opens soonest: a district is closed only when all of them are. */
export function mostOpen(states: readonly RegistrationState[]): RegistrationState {
  const found = OPENNESS.map((openness) => states.find(({ state }) => state === openness));
  return found.find((state) => state !== undefined) ?? { state: 'unknown' };
}

/** What a district says of its registration: once if its services stand alike, otherwise service by service. */
export interface Standing {
  readonly services: readonly ServiceKind[];
  readonly registration: RegistrationState;
}

/** Groups the services whose registration stands alike, the most open first. */
export function standingsOf(states: Readonly<Record<ServiceKind, RegistrationState>>): Standing[] {
  const openness = ({ registration }: Standing) => OPENNESS.indexOf(registration.state);
  return groupAlike(Object.entries(states) as [ServiceKind, RegistrationState][])
    .map(({ services, told: registration }) => ({ services, registration }))
    .sort((one, other) => openness(one) - openness(other));
}

export function isOver(phase: Phase, now: string): boolean {
  return !phase.open && Date.parse(phase.closesAt) <= Date.parse(now);
}

/** The one registration period, if all schedules share it. */
export function sharedRegistration(schedules: readonly (readonly Phase[])[]): Phase | null {
  const phases = schedules.map((schedule) => schedule.find(({ kind }) => kind === 'REGISTRATION'));
  const [first] = phases;
  if (!first) return null;
  const same = phases.every((phase) => phase?.opensAt === first.opensAt && phase.closesAt === first.closesAt);
  return same ? first : null;
}

/** Groups the services that have the same text. */
export function groupAlike<Service, Told>(
  entries: readonly (readonly [Service, Told])[],
): { services: Service[]; told: Told }[] {
  const groups = new Map<string, { services: Service[]; told: Told }>();
  for (const [service, told] of entries) {
    const key = JSON.stringify(told);
    const group = groups.get(key) ?? { services: [], told };
    group.services.push(service);
    groups.set(key, group);
  }
  return [...groups.values()];
}
