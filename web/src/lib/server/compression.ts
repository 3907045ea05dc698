import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this size compression saves nothing on the wire. */
const SMALLEST = 1024;
/** Events go out one by one. */
const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json)|image\/svg)/;

/** Pages have tens of kilobytes; the usual window of four megabytes would only be allocated and thrown away. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 16 };

/**
 * Pages and their data; static files come compressed from the build. Written by hand, because kept pages keep their
 * compressed bytes as well: the `compression` middleware works on the stream of each answer and cannot hand them out.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!response.body || headers.has('content-encoding')) return response;
  if (!COMPRESSIBLE.test(headers.get('content-type') ?? '')) return response;
  const encoding = preferredEncoding(request.headers.get('accept-encoding'));
  const body = Buffer.from(await response.arrayBuffer());
  const isSmall = !encoding || body.length < SMALLEST;
  return new Response(isSmall ? body : new Uint8Array(await compress(body, encoding)), {
    status: response.status,
    statusText: response.statusText,
    headers: encodedHeaders(headers, isSmall ? null : encoding),
  });
}

/** The headers of an encoded answer; `vary` says that another encoding could have been asked for. */
export function encodedHeaders(headers: Headers, encoding: Encoding | null): Headers {
  const answered = new Headers(headers);
  answered.append('vary', 'accept-encoding');
  if (!encoding) return answered;
  answered.set('content-encoding', encoding);
  answered.delete('content-length');
  return answered;
}

export type Encoding = 'br' | 'gzip';
/** The one that is smaller first. */
const ENCODINGS: Encoding[] = ['br', 'gzip'];

export const compress = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(body, { params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    : zip(body, { level: 6 });

export const preferredEncoding = (accepted: string | null): Encoding | null =>
  negotiate(accepted ?? '', ENCODINGS);
