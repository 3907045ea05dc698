import { describe, expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressed, preferredEncoding } from './compression.ts';

const PAGE = '<p>先后不影响入学安排</p>'.repeat(100);

function answer(accepted: string, body = PAGE, type = 'text/html'): Promise<Response> {
  const request = new Request('http://localhost/', { headers: { 'accept-encoding': accepted } });
  return compressed(request, new Response(body, { headers: { 'content-type': type } }));
}

describe('compression of pages', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['identity', null],
    ['deflate', null],
    [null, null],
  ])('%s asks for %s', (accepted, encoding) => {
    expect(preferredEncoding(accepted)).toBe(encoding);
  });

  test('a page comes back whole', async () => {
    const brotli = await answer('br');
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(PAGE);
    const gzip = await answer('gzip');
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(PAGE);
    expect(gzip.headers.get('vary')).toBe('accept-encoding');
  });

  test('what is small, or compressed already, stays', async () => {
    expect((await answer('br', 'ok')).headers.has('content-encoding')).toBe(false);
    expect((await answer('br', PAGE, 'image/png')).headers.has('content-encoding')).toBe(false);
  });
});
