import { expect, test } from '@jest/globals';
import type { RequestEvent } from '@sveltejs/kit';
import { brotliDecompressSync } from 'node:zlib';
import { shared } from './kept-pages.ts';

let pages = 0;

/** A request for a public page that no other test asks for. */
const asking = (path: string, { encoding = '', search = '', session = null as object | null } = {}) =>
  ({
    isDataRequest: false,
    locals: { session, sessionTrouble: null, display: { theme: 'system', text: 'normal' } },
    request: new Request(`http://localhost${path}${search}`, { headers: { 'accept-encoding': encoding } }),
    route: { id: '/(family)/d/[code]' },
    url: new URL(`http://localhost${path}${search}`),
  }) as unknown as RequestEvent;

const rendering = (status = 200) => {
  pages += 1;
  const html = `<p>${pages}</p>`.repeat(400);
  return async () => new Response(html, { status, headers: { 'content-type': 'text/html' } });
};

const textOf = async (response: Response) =>
  response.headers.get('content-encoding') === 'br'
    ? brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()
    : response.text();

test('whoever comes at the same time gets one page, whatever its encoding', async () => {
  const [first, second, small] = await Promise.all([
    shared(asking('/d/01'), 'en', rendering()),
    shared(asking('/d/01'), 'en', rendering()),
    shared(asking('/d/01', { encoding: 'br' }), 'en', rendering()),
  ]);
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  const text = await textOf(first);
  expect(await textOf(second)).toBe(text);
  expect(await textOf(small)).toBe(text);
});

test.each([
  ['another language', asking('/d/02'), 'zh-CN'],
  ['an address with a question', asking('/d/02', { search: '?a=1' }), 'en'],
  ['somebody who is signed in', asking('/d/02', { session: {} }), 'en'],
])('%s has a page of its own', async (_, event, language) => {
  const [everybodys, own] = await Promise.all([
    shared(asking('/d/02'), 'en', rendering()),
    shared(event, language, rendering()),
  ]);
  expect(await textOf(own)).not.toBe(await textOf(everybodys));
});

test('a page that failed is kept for nobody', async () => {
  const [failed, good] = await Promise.all([
    shared(asking('/d/03'), 'en', rendering(503)),
    shared(asking('/d/03'), 'en', rendering()),
  ]);
  expect([failed.status, good.status]).toEqual([503, 200]);
});

test('a page that sets a cookie is kept for nobody', async () => {
  const setting = async () => new Response('mine', { headers: { 'set-cookie': 'a=1' } });
  const [own, other] = await Promise.all([
    shared(asking('/d/04'), 'en', setting),
    shared(asking('/d/04'), 'en', rendering()),
  ]);
  expect(await own.text()).toBe('mine');
  expect(other.headers.has('set-cookie')).toBe(false);
});
