import { describe, expect, test } from '@jest/globals';
import { SiteFrameDocument } from '@enrolment/schema/client';
import { ApiAway, ApiFault, SessionExpired } from './faults.ts';
import { send, type Caller } from './transport.ts';

interface Sent {
  url: string;
  headers: Headers;
  body: Record<string, unknown>;
}

function callerAnsweredBy(answer: () => Response | Promise<Response>, changes: Partial<Caller> = {}) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const body = JSON.parse(String(init?.body)) as Record<string, unknown>;
    sent.push({ url: String(url), headers: new Headers(init?.headers), body });
    return answer();
  };
  const caller: Caller = {
    apiUrl: new URL('http://127.0.0.1:4000'),
    fetch,
    language: 'en',
    clientAddress: '192.0.2.7',
    session: { accessToken: 'token', id: 'session' },
    desk: null,
    byHash: false,
    ...changes,
  };
  return { sent, caller };
}

const failing = (code: string, more: object = {}) =>
  callerAnsweredBy(() => Response.json({ data: null, errors: [{ extensions: { code, ...more } }] })).caller;

describe('one operation to the API', () => {
  test('carries the asker, from where and in which language', async () => {
    const { caller, sent } = callerAnsweredBy(() => Response.json({ data: { season: { year: 2026 } } }));
    expect(await send(caller, SiteFrameDocument, {})).toEqual({ season: { year: 2026 } });
    const [request] = sent;
    expect(request?.url).toBe('http://127.0.0.1:4000/graphql');
    expect(request?.headers.get('authorization')).toBe('Bearer token');
    expect(request?.headers.get('x-session-id')).toBe('session');
    expect(request?.headers.get('accept-language')).toBe('en');
    expect(request?.headers.get('x-forwarded-for')).toBe('192.0.2.7');
    expect(request?.body['query']).toContain('query SiteFrame');
  });

  test('goes by its hash in production', async () => {
    const { caller, sent } = callerAnsweredBy(() => Response.json({ data: {} }), { byHash: true });
    await send(caller, SiteFrameDocument, {});
    expect(sent[0]?.body['documentId']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(sent[0]?.body).not.toHaveProperty('query');
  });

  test('a token that has ended is told apart from a fault', async () => {
    await expect(send(failing('UNAUTHENTICATED'), SiteFrameDocument, {})).rejects.toBeInstanceOf(
      SessionExpired,
    );
  });

  test('a fault keeps its code and incident', async () => {
    const fault = send(failing('INTERNAL_SERVER_ERROR', { incident: 'abc' }), SiteFrameDocument, {});
    await expect(fault).rejects.toEqual(new ApiFault('INTERNAL_SERVER_ERROR', 'abc', null));
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['a page of a balancer', () => new Response('<h1>502</h1>', { status: 502 })],
    ['an empty answer', () => Response.json({ data: null })],
    ['the database away', () => Response.json({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] })],
  ])('%s is the API away', async (_, answer) => {
    await expect(send(callerAnsweredBy(answer).caller, SiteFrameDocument, {})).rejects.toBeInstanceOf(
      ApiAway,
    );
  });
});
