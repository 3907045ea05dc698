import * as oidc from 'openid-client';
import { config } from './config.ts';

/** The city's identity provider does not answer. That signs nobody out. */
export class ProviderAway extends Error {
  override name = 'ProviderAway';
}

export interface Tokens {
  accessToken: string;
  refreshToken: string | null;
  idToken: string | null;
  /** When the access token ends, in milliseconds since 1970. */
  expiresAt: number;
}

/** What the browser must bring back from the provider. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go afterwards; empty for where the person’s role begins. */
  returnTo: string;
}

const PROVIDER_TIMEOUT_SECONDS = 5;

/** Nobody is sent to a provider that has been silent for longer: they would face the browser's own error page. */
const SEEN_ALIVE_MS = 3_000;

let discovered: { client: Promise<oidc.Configuration>; at: number } | undefined;

function provider(oldestMs = Infinity): Promise<oidc.Configuration> {
  if (discovered && Date.now() - discovered.at < oldestMs) return discovered.client;
  const { issuer, clientId, clientSecret } = config().identity;
  const client = oidc
    .discovery(issuer, clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      // Plain http is for the local stand-in: production refuses such an issuer when it starts.
      execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      timeout: PROVIDER_TIMEOUT_SECONDS,
    })
    .catch((error: unknown) => {
      // A failed discovery is forgotten, so that the next person tries again.
      discovered = undefined;
      throw new ProviderAway('discovery failed', { cause: error });
    });
  discovered = { client, at: Date.now() };
  return client;
}

function callbackAddress(): string {
  return new URL('/sign-in/callback', config().origin).href;
}

export async function beginSignIn(
  returnTo: string,
  language: string,
): Promise<{ address: URL; attempt: SignInAttempt }> {
  const client = await provider(SEEN_ALIVE_MS);
  const attempt: SignInAttempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo,
  };
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callbackAddress(),
    scope: 'openid offline_access',
    resource: config().identity.audience,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
  });
  return { address, attempt };
}

/** Null when the answer does not belong to this attempt, or when the person said no. */
export async function finishSignIn(search: string, attempt: SignInAttempt): Promise<Tokens | null> {
  const client = await provider();
  try {
    return toTokens(
      await oidc.authorizationCodeGrant(client, new URL(callbackAddress() + search), {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      }),
    );
  } catch (error) {
    if (isAway(error)) throw new ProviderAway('token request failed', { cause: error });
    logRefusal('sign-in', error);
    return null;
  }
}

/** Null when the provider no longer knows the refresh token; the person must sign in again. */
export async function refreshTokens(tokens: Tokens): Promise<Tokens | null> {
  if (!tokens.refreshToken) return null;
  const client = await provider();
  try {
    const fresh = toTokens(await oidc.refreshTokenGrant(client, tokens.refreshToken));
    return {
      ...fresh,
      refreshToken: fresh.refreshToken ?? tokens.refreshToken,
      idToken: fresh.idToken ?? tokens.idToken,
    };
  } catch (error) {
    if (isAway(error)) throw new ProviderAway('refresh failed', { cause: error });
    logRefusal('refresh', error);
    return null;
  }
}

/** Where the browser goes to end the session at the provider, too; null when the provider knows no such address. */
export async function endSessionAddress(idToken: string | null): Promise<URL | null> {
  const client = await provider(SEEN_ALIVE_MS);
  if (!client.serverMetadata().end_session_endpoint) return null;
  return oidc.buildEndSessionUrl(client, {
    post_logout_redirect_uri: new URL('/', config().origin).href,
    ...(idToken ? { id_token_hint: idToken } : {}),
  });
}

/** The provider issues no more tokens for this session. A token that it cannot revoke ends when it expires. */
export async function revokeTokens({ refreshToken }: Tokens): Promise<void> {
  const client = await provider();
  if (!refreshToken || !client.serverMetadata().revocation_endpoint) return;
  await oidc.tokenRevocation(client, refreshToken, { token_type_hint: 'refresh_token' });
}

function toTokens(answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    idToken: answer.id_token ?? null,
    expiresAt: Date.now() + (answer.expiresIn() ?? 300) * 1000,
  };
}

const AWAY_CODES = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

/** Only the protocol's own word (`invalid_grant`, `invalid_client`): it shows a wrong setting, and nobody's data. */
function logRefusal(request: 'sign-in' | 'refresh', error: unknown): void {
  const refused = error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError;
  const reason = refused ? error.error : error instanceof oidc.ClientError ? error.code : 'unknown';
  console.warn(JSON.stringify({ level: 'warn', request, refused: reason }));
}

/** Whether the provider said no (a 4xx with an OAuth error, a wrong state) or gave no proper answer at all. */
function isAway(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (error instanceof oidc.AuthorizationResponseError) return false;
  if (error instanceof oidc.ClientError) {
    return AWAY_CODES.includes(error.code ?? '');
  }
  return error instanceof TypeError;
}
