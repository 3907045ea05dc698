import type { ServiceKind, ServiceOpeningsQuery } from '@enrolment/schema/client';
import { groupAlike, statesOf } from '#lib/schedule.ts';

/** The districts where these services are open now; services with the same districts stand together. */
export interface Elsewhere {
  services: ServiceKind[];
  districts: { code: string; name: string }[];
}

export function openElsewhere(
  { now, districts }: ServiceOpeningsQuery,
  services: readonly ServiceKind[],
): Elsewhere[] {
  const openFor = (service: ServiceKind) =>
    districts
      .filter((district) => statesOf(district, now)[service].state === 'open')
      .map(({ code, name }) => ({ code, name }));
  return groupAlike(services.map((service) => [service, openFor(service)] as const)).map(
    ({ services: together, told }) => ({ services: together, districts: told }),
  );
}
