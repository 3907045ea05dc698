import type { RequestEvent } from '@sveltejs/kit';
import { ServiceOpeningsDocument, type ServiceKind } from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import { mostOpen, type RegistrationState } from '#lib/schedule.ts';
import { openElsewhere, type Elsewhere } from './elsewhere.ts';

/** What a page says instead of the next step while registration is not open in a district. */
export interface NotOpen {
  state: Exclude<RegistrationState, { state: 'open' }>;
  elsewhere: Elsewhere[];
}

type States = Readonly<Partial<Record<ServiceKind, RegistrationState>>>;

/** Null where at least one of these services is open in the district. */
export async function notOpen(event: RequestEvent, states: States): Promise<NotOpen | null> {
  const state = mostOpen(Object.values(states));
  if (state.state === 'open') return null;
  const openings = await requestShared(event, ServiceOpeningsDocument, {});
  return { state, elsewhere: openElsewhere(openings, Object.keys(states) as ServiceKind[]) };
}
