import { error, redirect } from '@sveltejs/kit';
import { CollectionFormDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { ApiAway } from '#lib/api/faults.ts';
import { config } from '#lib/server/config.ts';
import { download } from '#lib/server/download.ts';
import { requireSession } from '#lib/server/session.ts';
import type { RequestHandler } from './$types.js';

const TIMEOUT_MS = 8_000;

/** The PDF under the site's own address: a page may show it, and the API need not be reachable from outside. */
export const GET: RequestHandler = async (event) => {
  requireSession(event);
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord } = await request(event, CollectionFormDocument, { number });
  // The page says why there is no form, or that there is no such record.
  if (!collectionRecord?.formUrl) redirect(303, `/my/${number}/form`);
  const address = new URL(new URL(collectionRecord.formUrl).pathname, config().apiUrl);
  if (event.url.searchParams.get('download') === '1') address.searchParams.set('download', '1');
  const form = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
    throw new ApiAway();
  });
  if (form.status === 503) throw new ApiAway();
  if (!form.ok) redirect(303, `/my/${number}/form`);
  const disposition = form.headers.get('content-disposition') ?? 'inline';
  const answer = download(form.body, 'application/pdf', disposition);
  // Shown inside our own page, which nothing else may frame.
  answer.headers.set('x-frame-options', 'SAMEORIGIN');
  return answer;
};
