import { createHash, createHmac, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { pathOf } from '#lib/page.ts';
import { config } from './config.ts';
import { leaveDesk } from './desk.ts';
import { refreshTokens, type SignInAttempt, type Tokens } from './identity.ts';
import { Refresher } from './refresh.ts';
import { signInPath } from './return-path.ts';
import { Seal } from './sealed-cookie.ts';

export interface Session extends Tokens {
  /** What the API knows it by: the second of the sign-in, a dot, and 128 bits of chance. Refreshed tokens keep it. */
  id: string;
  /** When the person must sign in again, however often tokens were refreshed. In milliseconds since 1970. */
  endsAt: number;
}
export type SessionTrouble = 'expired' | 'provider-away';

const SESSION_SECONDS = 12 * 60 * 60;
const ATTEMPT_SECONDS = 60 * 60;
/** Every request carries its cookies, so only the latest of the abandoned attempts are kept. */
const MOST_ATTEMPTS = 5;

let seals: { session: Seal<Session>; attempt: Seal<SignInAttempt> } | undefined;
const refresher = new Refresher(refreshTokens);

function sealed() {
  const { sessionSecret } = config();
  seals ??= {
    session: new Seal(sessionSecret, 'session', SESSION_SECONDS),
    attempt: new Seal(sessionSecret, 'sign-in', ATTEMPT_SECONDS),
  };
  return seals;
}

/** `__Host-`: a browser accepts it over https only, for this host alone. Plain http means http://localhost. */
function cookieName(purpose: 'session' | 'sign-in'): string {
  return config().origin.protocol === 'https:' ? `__Host-${purpose}` : purpose;
}

const COOKIE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Reads the session of a request, refreshing its tokens when they are about to end. */
export async function readSession(event: RequestEvent): Promise<void> {
  const cookie = event.cookies.get(cookieName('session'));
  if (!cookie) return;
  const session = await sealed().session.open(cookie);
  if (!session || !(session.endsAt > Date.now())) return expireSession(event);
  const outcome = await refresher.keepAlive(session);
  if (outcome.kind === 'expired') return expireSession(event);
  if (outcome.kind === 'provider-away') {
    event.locals.sessionTrouble = 'provider-away';
    return;
  }
  event.locals.session = { ...session, ...outcome.tokens };
  if (outcome.kind === 'refreshed') await writeSession(event, event.locals.session);
}

/** The session has ended, here or at the API. */
export function expireSession(event: RequestEvent): void {
  dropSession(event);
  event.locals.sessionTrouble = 'expired';
}

export async function startSession(event: RequestEvent, tokens: Tokens): Promise<void> {
  // By the provider's clock, like the tokens: the API compares the two.
  const { iat = Math.floor(Date.now() / 1000) } = decodeJwt(tokens.accessToken);
  const id = `${iat}.${randomBytes(16).toString('base64url')}`;
  leaveDesk(event);
  await writeSession(event, { ...tokens, id, endsAt: Date.now() + SESSION_SECONDS * 1000 });
}

async function writeSession(event: RequestEvent, session: Session): Promise<void> {
  const { id, endsAt, accessToken, refreshToken, idToken, expiresAt } = session;
  const content = { id, endsAt, accessToken, refreshToken, idToken, expiresAt };
  event.cookies.set(cookieName('session'), await sealed().session.close(content), COOKIE);
  event.locals.session = session;
}

/** Forgets the session in this browser. The API sees to it that no copy of it works. */
export function dropSession(event: RequestEvent): void {
  event.cookies.delete(cookieName('session'), COOKIE);
  leaveDesk(event);
  event.locals.session = null;
}

/** Tells one person from another for what a browser keeps, and does not say who it is. */
export function personTag({ accessToken }: Session): string {
  const { sub = '' } = decodeJwt(accessToken);
  return createHmac('sha256', config().sessionSecret)
    .update(`person ${sub}`)
    .digest('base64url')
    .slice(0, 22);
}

/** Each attempt has its own cookie: whoever signs in in two tabs can finish both, each where it began. */
export async function rememberAttempt(event: RequestEvent, attempt: SignInAttempt): Promise<void> {
  for (const name of attemptsOf(event).slice(0, 1 - MOST_ATTEMPTS)) event.cookies.delete(name, COOKIE);
  const name = `${cookieName('sign-in')}-${Date.now()}-${markOf(attempt.state)}`;
  const content = await sealed().attempt.close(attempt);
  event.cookies.set(name, content, { ...COOKIE, maxAge: ATTEMPT_SECONDS });
}

/** The attempt of this browser to which a state belongs; it is used once. */
export async function takeAttempt(event: RequestEvent, state: string): Promise<SignInAttempt | null> {
  const name = attemptsOf(event).find((one) => one.endsWith(`-${markOf(state)}`));
  if (!name) return null;
  const attempt = await sealed().attempt.open(event.cookies.get(name));
  event.cookies.delete(name, COOKIE);
  return attempt;
}

/** The oldest first: each name begins with the time of its attempt. */
function attemptsOf({ cookies }: RequestEvent): string[] {
  const prefix = `${cookieName('sign-in')}-`;
  return cookies
    .getAll()
    .map(({ name }) => name)
    .filter((name) => name.startsWith(prefix))
    .sort();
}

const markOf = (state: string) => createHash('sha256').update(state).digest('hex').slice(0, 16);

/** For pages of one person: whoever has no session is sent to sign in, and comes back here. */
export function requireSession(event: RequestEvent): Session {
  const { session, sessionTrouble } = event.locals;
  if (session) return session;
  if (sessionTrouble === 'provider-away')
    error(503, 'The identity provider does not answer', { code: 'PROVIDER_AWAY' });
  redirect(303, signInPath(returnAddress(event), sessionTrouble === 'expired' ? 'expired' : undefined));
}

/** The page to come back to: after a form was sent, the page with the form. */
export const returnAddress = (event: RequestEvent): string => pathOf(event.url);
