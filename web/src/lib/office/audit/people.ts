import type { RequestEvent } from '@sveltejs/kit';
import {
  StaffGrantsDocument,
  type StaffGrantsQuery,
  type StaffGrantsQueryVariables,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { districtOf, type Office } from '#lib/server/place.ts';

/** More pages than any place has given roles. */
const PAGES = 40;

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
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const asked: StaffGrantsQueryVariables = { district: districtOf(office.place), past: true, after };
    const { staffGrants }: StaffGrantsQuery = await request(event, StaffGrantsDocument, asked);
    for (const { account, name } of staffGrants.nodes) {
      if (name === called) found.set(account, { account, name });
    }
    if (!staffGrants.pageInfo.hasNextPage) break;
    after = staffGrants.pageInfo.endCursor ?? null;
  }
  return [...found.values()];
}
