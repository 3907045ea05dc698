import type { RequestEvent } from '@sveltejs/kit';
import {
  PreregistrationsDocument,
  type PreregistrationsQuery,
  type PreregistrationsQueryVariables,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';

export type Preregistered = PreregistrationsQuery['preregistrations']['nodes'][number];

const MOST = 100;
/** More pages than any school has children: a list that does not end is ended here. */
const PAGES = 100;

/** What stands of a school's whole season, page by page, the first one first. */
export async function allStanding(
  event: RequestEvent,
  of: { school: string; season: number | null },
): Promise<Preregistered[]> {
  const found: Preregistered[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const asked: PreregistrationsQueryVariables = { ...of, first: MOST, after };
    const answer: PreregistrationsQuery = await request(event, PreregistrationsDocument, asked);
    const { nodes, pageInfo } = answer.preregistrations;
    found.push(...nodes.filter(({ undoneAt }) => !undoneAt));
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    if (after === null) break;
  }
  return found.reverse();
}
