import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a compressed answer is no smaller by the time it is on the wire. */
const SMALLEST = 1024;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/;

/** Pages and their data; static files come compressed from the build. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!response.body || headers.has('content-encoding')) return response;
  if (!COMPRESSIBLE.test(headers.get('content-type') ?? '')) return response;
  const encoding = preferredEncoding(request.headers.get('accept-encoding'));
  const body = Buffer.from(await response.arrayBuffer());
  const answer = { status: response.status, statusText: response.statusText, headers: new Headers(headers) };
  answer.headers.append('vary', 'accept-encoding');
  if (!encoding || body.length < SMALLEST) return new Response(body, answer);
  const small =
    encoding === 'br'
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await zip(body, { level: 6 });
  answer.headers.set('content-encoding', encoding);
  answer.headers.delete('content-length');
  return new Response(new Uint8Array(small), answer);
}

export function preferredEncoding(accepted: string | null): 'br' | 'gzip' | null {
  const offered = new Set(
    (accepted ?? '')
      .split(',')
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/),
      )
      .filter(([, quality]) => quality !== 'q=0')
      .map(([name]) => name),
  );
  if (offered.has('br')) return 'br';
  return offered.has('gzip') ? 'gzip' : null;
}
