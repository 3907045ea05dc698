import { error, type RequestEvent } from '@sveltejs/kit';
import {
  JobBadLinesDocument,
  JobDocument,
  JobRowsDocument,
  type JobBadLinesQuery,
  type JobKind,
  type JobRowsQuery,
} from '@enrolment/schema/client';
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
  const bad = job.file?.badLineCount ? await badLinePages(event).next() : null;
  return { place, job: listed.job, badLines: bad?.value ?? [] };
}

type Row = NonNullable<JobRowsQuery['job']>['rows']['nodes'][number];
type BadLinePage = NonNullable<NonNullable<JobBadLinesQuery['job']>['file']>['badLines'];

/** All its rows, in the order given, a page at a time: a file has up to 50,000. */
export async function* rowPages(event: RequestEvent): AsyncGenerator<{
  readonly kind: JobKind;
  readonly dryRun: boolean;
  readonly ofFile: boolean;
  readonly rows: readonly Row[];
}> {
  requireAction(event, 'DECIDE_IN_BULK');
  for (let after: string | null = null; ;) {
    const { job }: JobRowsQuery = await request(event, JobRowsDocument, { id: event.params.id!, after });
    if (!job) error(404, 'Not found');
    yield { kind: job.kind, dryRun: job.dryRun, ofFile: job.file !== null, rows: job.rows.nodes };
    if (!job.rows.pageInfo.hasNextPage) return;
    after = job.rows.pageInfo.endCursor ?? null;
  }
}

/** The lines of its file that cannot be read, a page at a time. */
export async function* badLinePages(event: RequestEvent): AsyncGenerator<BadLinePage['nodes']> {
  for (let after: string | null = null; ;) {
    const { job }: JobBadLinesQuery = await request(event, JobBadLinesDocument, {
      id: event.params.id!,
      after,
    });
    const lines: BadLinePage | undefined = job?.file?.badLines;
    if (!lines) return;
    yield lines.nodes;
    if (!lines.pageInfo.hasNextPage) return;
    after = lines.pageInfo.endCursor ?? null;
  }
}
