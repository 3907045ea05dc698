import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiAway } from '#lib/api/faults.ts';
import { config } from '#lib/server/config.ts';
import { download } from '#lib/server/download.ts';

const TIMEOUT_MS = 8_000;

/**
 * A PDF of the API under the site's own address: a page may show it, and the API need not be reachable from outside.
 * Where there is none, the page `back` says why.
 */
export async function passPaper(
  { url }: RequestEvent,
  link: string | null | undefined,
  back: string,
): Promise<Response> {
  if (!link) redirect(303, back);
  const address = new URL(new URL(link).pathname, config().apiUrl);
  if (url.searchParams.get('download') === '1') address.searchParams.set('download', '1');
  const paper = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
    throw new ApiAway();
  });
  if (paper.status === 503) throw new ApiAway();
  if (!paper.ok) redirect(303, back);
  const disposition = paper.headers.get('content-disposition') ?? 'inline';
  const answer = download(paper.body, 'application/pdf', disposition);
  // Shown inside our own page, which nothing else may frame.
  answer.headers.set('x-frame-options', 'SAMEORIGIN');
  return answer;
}
