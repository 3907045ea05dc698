import { isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { beijingTime, startOfDay } from '@enrolment/rulebook/wall-clock.ts';
import { PHASE_KINDS, SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import type { PhaseKind, ServiceKind, WindowInput } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const EDGES = ['opensAt', 'closesAt'] as const;
type Edge = (typeof EDGES)[number];
const PARTS = ['day', 'time'] as const;

/** What stands in the fields of the form, by name: `LOCAL_HUKOU.REVIEW.closesAt.day`. */
export type Typed = Readonly<Record<string, string>>;

interface Services {
  readonly services: readonly {
    readonly service: ServiceKind;
    readonly phases: readonly {
      readonly kind: PhaseKind;
      readonly opensAt: string;
      readonly closesAt: string;
    }[];
  }[];
}

/** A day and a time as they are typed: what ends at midnight ends at 24:00 of the day before. */
function partsOf(instant: string, edge: Edge): { day: string; time: string } {
  const wall = beijingTime(new Date(instant));
  const time = wall.toISOString().slice(11, 16);
  const ends = edge === 'closesAt' && time === '00:00';
  const day = new Date(wall.getTime() - (ends ? DAY_MS : 0)).toISOString().slice(0, 10);
  return { day, time: ends ? '24:00' : time };
}

/** Every field as the calendar has it; those of a window that is not set are absent. */
export const typedOf = ({ services }: Services): Typed =>
  Object.fromEntries(
    services.flatMap(({ service, phases }) =>
      phases.flatMap((phase) =>
        EDGES.flatMap((edge) => {
          const parts = partsOf(phase[edge], edge);
          return PARTS.map((part) => [`${service}.${phase.kind}.${edge}.${part}`, parts[part]] as const);
        }),
      ),
    ),
  );

/** The instant of a day and a time; null for what is none. */
export function instantOf(day: string, time: string): string | null {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(time.trim()) ?? [];
  const given = Number(hours) * 60 + Number(minutes);
  if (!isCalendarDate(day)) return null;
  if (hours === undefined || Number(minutes) > 59 || given > 24 * 60) return null;
  return new Date(startOfDay(day).getTime() + given * MINUTE_MS).toISOString();
}

/** What was typed otherwise than it stood there, so that what a colleague has changed meanwhile is not undone. */
export function changedIn(form: FormData, before: Typed): Typed {
  const fields = SERVICE_KINDS.flatMap((service) =>
    PHASE_KINDS.flatMap((kind) =>
      EDGES.flatMap((edge) => PARTS.map((part) => `${service}.${kind}.${edge}.${part}`)),
    ),
  );
  const typed = fields
    .filter((field) => form.has(field))
    .map((field) => [field, textIn(form, field)] as const);
  return Object.fromEntries(typed.filter(([field, value]) => value !== (before[field] ?? '')));
}

export interface Changes {
  readonly windows: readonly WindowInput[];
  /** Edges that are no instants, by `service.kind.edge`. */
  readonly unread: readonly string[];
}

/** The windows of which something was changed, as they would be. */
export function windowsOf(changed: Typed, now: Typed): Changes {
  const typed: Typed = { ...now, ...changed };
  const places = [...new Set(Object.keys(changed).map((field) => field.split('.').slice(0, 2).join('.')))];
  const read = places.map((place) => {
    const [service, kind] = place.split('.') as [ServiceKind, PhaseKind];
    const instant = (edge: Edge) =>
      instantOf(typed[`${place}.${edge}.day`] ?? '', typed[`${place}.${edge}.time`] ?? '');
    return { place, service, kind, opensAt: instant('opensAt'), closesAt: instant('closesAt') };
  });
  return {
    windows: read.flatMap(({ service, kind, opensAt, closesAt }) =>
      opensAt && closesAt ? [{ service, kind, opensAt, closesAt }] : [],
    ),
    unread: read.flatMap((one) =>
      EDGES.filter((edge) => one[edge] === null).map((edge) => `${one.place}.${edge}`),
    ),
  };
}
