import { randomBytes } from 'node:crypto';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

type Tls = { readonly key: string; readonly cert: string };
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Outside {
  readonly url: string;
  close(): Promise<void>;
}

/** A server of the city's, with TLS on the loopback. */
async function serve(tls: Tls, handler: Handler): Promise<Outside> {
  const server = createServer(tls, handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Terminates TLS in front of the site, on an address that is known beforehand. */
export async function startProxy(tls: Tls, target: () => number): Promise<Outside> {
  return serve(tls, (asked, answer) => {
    const forward = request(
      { host: '127.0.0.1', port: target(), path: asked.url!, method: asked.method!, headers: asked.headers },
      (response) => {
        answer.writeHead(response.statusCode!, response.headers);
        response.pipe(answer);
      },
    );
    forward.once('error', () => answer.writeHead(502).end());
    asked.pipe(forward);
  });
}

/** A gateway that accepts JSON and keeps it. */
export async function startGateway(tls: Tls): Promise<Outside & { taken: Record<string, string>[] }> {
  const taken: Record<string, string>[] = [];
  const outside = await serve(tls, (asked, answer) => {
    let text = '';
    asked.on('data', (part) => (text += String(part)));
    asked.on('end', () => {
      const message = JSON.parse(text) as Record<string, string>;
      taken.push(message);
      answer.writeHead(202, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ requestId: message.requestId }));
    });
  });
  return { ...outside, taken };
}

export const CLIENT = {
  id: 'enrolment',
  secret: randomBytes(24).toString('base64url'),
  audience: 'urn:city:enrolment',
};
const SCOPE = 'openid offline_access';

/** The city's OpenID Connect provider: a certified library with its own sign-in page, where any name signs in. */
export async function startProvider(tls: Tls, webOrigin: string): Promise<Outside> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'city' };
  const served: { provider?: Provider } = {};
  const outside = await serve(tls, (asked, answer) => void served.provider!.callback()(asked, answer));
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${webOrigin}/sign-in/callback`],
        post_logout_redirect_uris: [`${webOrigin}/`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [jwk] } as never,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    claims: { openid: ['sub', 'name'] },
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => CLIENT.audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: CLIENT.audience,
          scope: SCOPE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, name: '王测试' }) }),
    extraTokenClaims: () => ({ name: '王测试', roles: [] }),
    loadExistingGrant: async (ctx) => {
      const { provider: op, session, client } = ctx.oidc;
      const grant = new op.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope(SCOPE);
      grant.addResourceScope(CLIENT.audience, SCOPE);
      await grant.save();
      return grant;
    },
  };
  served.provider = new Provider(outside.url, configuration);
  return outside;
}
