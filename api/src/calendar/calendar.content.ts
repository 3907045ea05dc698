import type { PhaseKind, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { Window } from '@enrolment/rulebook/window.js';
import type { Content, Edited } from '../edition/edition.entity.js';

export interface ServiceWindow extends Window {
  readonly service: ServiceKind;
  readonly kind: PhaseKind;
}

/** The calendar of a district in a season, all its services, as what has editions. */
export const calendarEdited = (season: number, district: string): Edited => ({
  kind: 'CALENDAR',
  subject: `${season}/${district}`,
  district,
});

export const contentOfCalendar = (windows: readonly ServiceWindow[]): Content =>
  Object.fromEntries(
    windows.flatMap(({ service, kind, opensAt, closesAt }) => [
      [`${service}.${kind}.opensAt`, opensAt.toISOString()],
      [`${service}.${kind}.closesAt`, closesAt.toISOString()],
    ]),
  );

/** The windows as they are once some are changed; one that there was not is added. */
export function withChanged(
  windows: readonly ServiceWindow[],
  changed: readonly ServiceWindow[],
): ServiceWindow[] {
  const isOf = (one: ServiceWindow) => (other: ServiceWindow) =>
    one.service === other.service && one.kind === other.kind;
  return [...windows.filter((one) => !changed.some(isOf(one))), ...changed];
}
