import type { RequestEvent } from '@sveltejs/kit';
import {
  StaffCalledDocument,
  type StaffCalledQuery,
  type StaffCalledQueryVariables,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { districtOf, type Office } from '#lib/server/place.ts';

export interface NamedPerson {
  readonly account: string;
  readonly name: string;
}

/** Whoever of the place has, or had, this name; nobody for those who do not read who holds which role. */
export async function peopleCalled(
  event: RequestEvent,
  office: Pick<Office, 'may' | 'place'>,
  called: string,
): Promise<NamedPerson[]> {
  if (!office.may('GIVE_ROLES')) return [];
  const found = new Map<string, NamedPerson>();
  for (let after: string | null = null; ;) {
    const asked: StaffCalledQueryVariables = { district: districtOf(office.place), called, after };
    const { staffGrants }: StaffCalledQuery = await request(event, StaffCalledDocument, asked);
    for (const { account, name } of staffGrants.nodes) found.set(account, { account, name });
    after = staffGrants.pageInfo.endCursor ?? null;
    if (!staffGrants.pageInfo.hasNextPage) return [...found.values()];
  }
}
