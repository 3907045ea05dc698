import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';
import Provider, { type Adapter, type AdapterPayload, type Configuration } from 'oidc-provider';
import { FileStore } from './file-store.js';
import { claimsOf, findIdentity } from './identities.js';
import type { SandboxSettings } from './settings.js';
import { claimsOfSystem, findSystem, SYSTEM_SECRET, SYSTEMS } from './systems.js';

const HOUR = 3_600;
const KEPT = 5_000;
const SCOPE = 'openid offline_access';

type Entries = Record<string, { payload: AdapterPayload; expiresAt: number | null }>;

/** The provider's state in a file, so that a restart signs nobody out; the oldest entries go first. */
function fileAdapter(store: FileStore<Entries>) {
  return class implements Adapter {
    constructor(private readonly model: string) {}
    private key = (id: string) => `${this.model}:${id}`;

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      store.value[this.key(id)] = { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : null };
      const keys = Object.keys(store.value);
      for (const key of keys.slice(0, Math.max(0, keys.length - KEPT))) delete store.value[key];
      store.changed();
    }
    async find(id: string): Promise<AdapterPayload | undefined> {
      const entry = store.value[this.key(id)];
      return entry && (entry.expiresAt === null || entry.expiresAt > Date.now()) ? entry.payload : undefined;
    }
    private async findBy(matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
      const found = Object.entries(store.value).find(
        ([key, { payload }]) => key.startsWith(`${this.model}:`) && matches(payload),
      );
      return found?.[1].payload;
    }
    findByUid = (uid: string) => this.findBy((payload) => payload.uid === uid);
    findByUserCode = (userCode: string) => this.findBy((payload) => payload.userCode === userCode);
    async consume(id: string): Promise<void> {
      const entry = store.value[this.key(id)];
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      store.changed();
    }
    async destroy(id: string): Promise<void> {
      delete store.value[this.key(id)];
      store.changed();
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of Object.entries(store.value)) {
        if (payload.grantId === grantId) delete store.value[key];
      }
      store.changed();
    }
  };
}

async function makeSecrets(): Promise<{ jwks: { keys: JWK[] }; cookies: string[] }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = {
    ...(await exportJWK(privateKey)),
    alg: 'ES256',
    use: 'sig',
    kid: randomBytes(8).toString('hex'),
  };
  return { jwks: { keys: [jwk] }, cookies: [randomBytes(32).toString('base64url')] };
}

export interface IdentityProvider {
  readonly provider: Provider;
  /** An access token like a browser's, without a browser. */
  mint(identityId: string): Promise<{ access_token: string; expires_in: number } | null>;
  save(): void;
}

/** The city's identity service as the sandbox plays it: a certified OpenID Connect provider. */
export async function createIdentityProvider(settings: SandboxSettings): Promise<IdentityProvider> {
  const { client, folder, url, webOrigin } = settings;
  const fresh = await makeSecrets();
  const secrets = new FileStore(`${folder}/keys.json`, () => fresh);
  const store = new FileStore<Entries>(`${folder}/provider.json`, () => ({}));

  const configuration: Configuration = {
    adapter: fileAdapter(store),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${webOrigin}/sign-in/callback`],
        post_logout_redirect_uris: [`${webOrigin}/`],
      },
      ...SYSTEMS.map(({ id }) => ({
        client_id: id,
        client_secret: SYSTEM_SECRET,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      })),
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: secrets.value.jwks as never,
    cookies: { keys: secrets.value.cookies },
    pkce: { required: () => true },
    scopes: SCOPE.split(' '),
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    claims: { openid: ['sub', 'name'] },
    ttl: {
      AccessToken: HOUR,
      ClientCredentials: HOUR,
      IdToken: HOUR,
      RefreshToken: 14 * 24 * HOUR,
      Session: 14 * 24 * HOUR,
      Grant: 14 * 24 * HOUR,
      Interaction: HOUR,
    },
    interactions: { url: (_ctx, { uid }) => `/oidc/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => client.audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, _resource, asking) =>
          resourceServer(client.audience, findSystem(asking.clientId)?.scopes.join(' ')),
      },
      rpInitiatedLogout: {
        enabled: true,
        // Our own client asks on behalf of the person who pressed 退出: no second question.
        logoutSource: (ctx, form) => {
          const nonce = randomBytes(16).toString('base64');
          ctx.set(
            'content-security-policy',
            `default-src 'none'; script-src 'nonce-${nonce}'; form-action 'self' ${webOrigin}`,
          );
          ctx.body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>退出</title><body>${form}<noscript><button form="op.logoutForm" name="logout" value="yes">退出</button></noscript><script nonce="${nonce}">const f=document.forms[0];const i=document.createElement('input');i.type='hidden';i.name='logout';i.value='yes';f.append(i);f.submit()</script></body></html>`;
        },
      },
    },
    issueRefreshToken: (_ctx, asking) => asking.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    findAccount: (_ctx, id) => {
      const identity = findIdentity(id);
      return identity ? { accountId: id, claims: () => ({ sub: id, name: identity.name }) } : undefined;
    },
    extraTokenClaims: (_ctx, token) => {
      if (token.kind === 'ClientCredentials') {
        const system = findSystem(token.clientId);
        return system ? claimsOfSystem(system) : undefined;
      }
      const identity = 'accountId' in token && token.accountId ? findIdentity(token.accountId) : null;
      return identity ? claimsOf(identity) : undefined;
    },
    loadExistingGrant: async (ctx) => {
      const { provider: op, session, result, client: asking } = ctx.oidc;
      const known = result?.consent?.grantId ?? session?.grantIdFor(asking!.clientId);
      const existing = known ? await op.Grant.find(known) : undefined;
      if (existing) return existing;
      const grant = new op.Grant({ clientId: asking!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope(SCOPE);
      grant.addResourceScope(client.audience, SCOPE);
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      ctx.set('content-security-policy', "default-src 'none'");
      ctx.type = 'html';
      ctx.body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>登录没有完成</title><h1>登录没有完成</h1><p>请回到网站再试一次。</p><p>${escapeHtml(out.error)}</p>`;
    },
  };
  const provider = new Provider(`${url}/oidc`, configuration);
  provider.proxy = false;

  return {
    provider,
    save: () => store.save(),
    mint: async (identityId) => {
      const asking = await provider.Client.find(client.id);
      if (!findIdentity(identityId) || !asking) return null;
      const grant = new provider.Grant({ clientId: client.id, accountId: identityId });
      grant.addOIDCScope(SCOPE);
      grant.addResourceScope(client.audience, SCOPE);
      const grantId = await grant.save();
      const token = new provider.AccessToken({
        client: asking,
        accountId: identityId,
        grantId,
        scope: SCOPE,
        gty: 'authorization_code',
        claims: {},
      } as never);
      token.resourceServer = new provider.ResourceServer(client.audience, resourceServer(client.audience));
      (token as { extra?: unknown }).extra = claimsOf(findIdentity(identityId)!);
      return { access_token: await token.save(), expires_in: HOUR };
    },
  };
}

const resourceServer = (audience: string, scope = SCOPE) => ({
  audience,
  scope,
  accessTokenTTL: HOUR,
  accessTokenFormat: 'jwt' as const,
  jwt: { sign: { alg: 'ES256' as const } },
});

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
