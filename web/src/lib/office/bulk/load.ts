import { error, type RequestEvent } from '@sveltejs/kit';
import { JobDocument, JobRowsDocument, type JobRowsQuery } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { requireAction } from '#lib/server/office.ts';

/** How many records the page lists; the file has all. */
const LISTED = 100;

/** A batch with what came of it; of a batch that is over, the page lists what was left as it was. */
export async function loadJob(event: RequestEvent) {
  const { place } = requireAction(event, 'DECIDE_IN_BULK');
  const id = event.params.id!;
  const { job } = await request(event, JobDocument, { id, first: 1 });
  if (!job) error(404, 'Not found');
  const refusedOnly = job.state !== 'PROPOSED' && job.state !== 'DECLINED' && job.state !== 'EXPIRED';
  const outcome = refusedOnly ? ({ outcome: 'REFUSED' } as const) : {};
  const listed = await request(event, JobDocument, { id, first: LISTED, ...outcome });
  if (!listed.job) error(404, 'Not found');
  return { place, job: listed.job };
}

type Row = NonNullable<JobRowsQuery['job']>['rows']['nodes'][number];

/** All its rows, in the order given. */
export async function allRows(event: RequestEvent): Promise<{ dryRun: boolean; rows: Row[] }> {
  requireAction(event, 'DECIDE_IN_BULK');
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { job }: JobRowsQuery = await request(event, JobRowsDocument, { id: event.params.id!, after });
    if (!job) error(404, 'Not found');
    rows.push(...job.rows.nodes);
    if (!job.rows.pageInfo.hasNextPage) return { dryRun: job.dryRun, rows };
    after = job.rows.pageInfo.endCursor ?? null;
  }
}
