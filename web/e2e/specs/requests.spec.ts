import { describe, expect, test } from '@jest/globals';
import { request } from 'node:http';

const site = new URL(process.env.E2E_WEB!);

/** Sends headers that a browser sets and that fetch refuses to set. */
function post(path: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((done, fail) => {
    const outgoing = request(new URL(path, site), { method: 'POST', headers }, (response) => {
      response.resume();
      done(response.statusCode!);
    });
    outgoing.once('error', fail);
    outgoing.end(body);
  });
}

describe('a form of ours', () => {
  const send = (headers: Record<string, string>) =>
    post(
      '/display?/language',
      { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
      'language=en&return=%2F',
    );

  test('from a browser inside of an app, which hides where it comes from, is taken', async () => {
    expect(await send({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(303);
    expect(await send({ origin: 'null', referer: `${site.origin}/display` })).toBe(303);
  });

  test('from elsewhere is not, whatever it hides', async () => {
    for (const headers of [
      { origin: 'null' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site', referer: `${site.origin}/display` },
      { origin: 'null', referer: 'https://elsewhere.example/' },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    ]) {
      expect(await send(headers)).toBe(403);
    }
  });
});

test('what is no request for a code is malformed, and no fault of ours', async () => {
  const path = '/d/01/apply/non-local-hukou/register/code';
  const headers = { 'content-type': 'application/json', origin: site.origin };
  for (const body of ['', '{', 'null', '[]', '{"phone":1}', '{"phone":"1","captcha":{"id":1}}']) {
    expect(await post(path, headers, body)).toBe(400);
  }
});
