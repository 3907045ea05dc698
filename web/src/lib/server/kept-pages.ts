import type { RequestEvent } from '@sveltejs/kit';
import { displayAttributes } from '#lib/display.ts';
import { compress, encodedHeaders, preferredEncoding, type Encoding } from './compression.ts';

/** A kept page is never older than this, so its calendar is not either. */
const KEPT_MS = 1_000;
/** Each address comes in two languages and a few ways of display. */
const MOST = 400;

/** Pages that are the same for everybody who is signed out, and that a whole city opens in the first minute. */
const PUBLIC = new Set(['/(family)', '/(family)/d/[code]']);

interface Page {
  readonly headers: Headers;
  readonly body: Buffer;
  readonly small: Map<Encoding, Promise<Buffer>>;
}

interface Kept {
  readonly until: number;
  /** Null where the page may not be kept. */
  readonly page: Promise<Page | null>;
}

const kept = new Map<string, Kept>();

/**
 * A public page is rendered once a second, for whoever comes first, and everybody else gets the same. Whoever is signed in,
 * or was until now, gets a page of their own.
 */
export async function shared(
  event: RequestEvent,
  language: string,
  render: () => Promise<Response>,
): Promise<Response> {
  if (!isPublic(event)) return render();
  const key = [event.url.pathname, language, displayAttributes(event.locals.display)].join('\n');
  const known = kept.get(key);
  if (known && known.until > performance.now()) {
    const page = await known.page;
    return page ? answer(page, event.request) : render();
  }
  const rendered = render();
  const page = rendered.then(keep);
  remember(key, page);
  const own = await page;
  return own ? answer(own, event.request) : rendered;
}

function remember(key: string, page: Promise<Page | null>): void {
  const now = performance.now();
  for (const [old, { until }] of kept) if (until <= now || kept.size >= MOST) kept.delete(old);
  kept.set(key, { until: now + KEPT_MS, page });
  page.catch(() => kept.delete(key));
}

const isPublic = ({ isDataRequest, locals, request, route, url }: RequestEvent): boolean =>
  request.method === 'GET' &&
  !isDataRequest &&
  url.search === '' &&
  locals.session === null &&
  locals.sessionTrouble === null &&
  PUBLIC.has(route.id ?? '');

/** A whole page that sets no cookie. */
async function keep(response: Response): Promise<Page | null> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null;
  const body = Buffer.from(await response.arrayBuffer());
  return { headers: response.headers, body, small: new Map() };
}

async function answer({ headers, body, small }: Page, request: Request): Promise<Response> {
  const encoding = preferredEncoding(request.headers.get('accept-encoding'));
  if (!encoding) return new Response(new Uint8Array(body), { headers });
  let encoded = small.get(encoding);
  if (!encoded) {
    encoded = compress(body, encoding);
    small.set(encoding, encoded);
  }
  return new Response(new Uint8Array(await encoded), { headers: encodedHeaders(headers, encoding) });
}
