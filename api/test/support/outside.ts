import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The far side of the service's doors, as small real servers on loopback: identity provider, SMS and verification gateways. */
async function listen(handler: (request: IncomingMessage, response: ServerResponse) => void) {
  const server: Server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

export const AUDIENCE = 'urn:enrolment:api';

export async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const server = await listen((request, response) => {
    if (request.url === '/.well-known/openid-configuration') {
      return json(response, 200, { issuer: server.url, jwks_uri: `${server.url}/jwks` });
    }
    return json(response, 200, { keys: [jwk] });
  });
  const sign = (
    claims: JWTPayload,
    { at, key = privateKey, typ = 'at+jwt' }: { at: Date; key?: CryptoKey; typ?: string },
  ) =>
    new SignJWT({ iss: server.url, aud: AUDIENCE, iat: seconds(at), exp: seconds(at) + 86_400, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ })
      .sign(key);
  return { url: server.url, close: server.close, sign, strangersKey: stranger.privateKey };
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

export interface Sms {
  id: string;
  phone: string;
  text: string;
}

export async function startSmsGateway() {
  const taken: Sms[] = [];
  /** A silent gateway takes what it gets and never answers. */
  const state = { failing: false, silent: false };
  const server = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (state.failing) return json(response, 503, {});
      const sms = JSON.parse(Buffer.concat(chunks).toString()) as Sms;
      if (!taken.some(({ id }) => id === sms.id)) taken.push(sms);
      if (state.silent) return;
      return json(response, 200, { messageId: sms.id });
    });
  });
  return { url: server.url, close: server.close, taken, state };
}

export interface TakenVerification {
  requestId: string;
  documents: { holder: string; name: string; type: string; number: string }[];
  hukou: { province: string | null; district: string | null };
  callbackUrl: string;
}

export const CALLBACK_SECRET = 'callback secret';

/** Takes requests and never answers by itself: `answer` makes the callback, which the test sends, alters or holds back. */
export async function startVerificationGateway() {
  const asked: TakenVerification[] = [];
  const state: { mode: 'OK' | 'FAIL' | 'RUBBISH' | 'HANG' } = { mode: 'OK' };
  const server = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as TakenVerification;
      asked.push(body);
      if (state.mode === 'HANG') return;
      if (state.mode === 'FAIL') return json(response, 503, {});
      if (state.mode === 'RUBBISH') return response.writeHead(200).end('<html>It works!</html>');
      return json(response, 202, { requestId: body.requestId });
    });
  });
  const answer = (body: object | string, at: Date, secret = CALLBACK_SECRET) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
    return {
      method: 'POST' as const,
      url: '/callbacks/verification',
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': signature,
      } as Record<string, string>,
      payload,
    };
  };
  return { url: server.url, close: server.close, asked, state, answer };
}
