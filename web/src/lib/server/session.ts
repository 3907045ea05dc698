import { createHmac } from 'node:crypto';
import { decodeJwt } from 'jose';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { config } from './config.ts';
import { refreshTokens, type SignInAttempt, type Tokens } from './identity.ts';
import { Refresher } from './refresh.ts';
import { signInPath } from './return-path.ts';
import { Seal } from './sealed-cookie.ts';

export type Session = Tokens;
export type SessionTrouble = 'expired' | 'provider-away';

const SESSION_SECONDS = 12 * 60 * 60;
const ATTEMPT_SECONDS = 10 * 60;

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

/** `__Host-`: a browser takes it over https only, for this host alone. Plain http is http://localhost. */
function cookieName(purpose: 'session' | 'sign-in'): string {
  return config().origin.protocol === 'https:' ? `__Host-${purpose}` : purpose;
}

const COOKIE = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Reads the session of a request, refreshing its tokens when they are about to end. */
export async function readSession(event: RequestEvent): Promise<void> {
  const cookie = event.cookies.get(cookieName('session'));
  if (!cookie) return;
  const session = await sealed().session.open(cookie);
  if (!session) return expire(event);
  const outcome = await refresher.keepAlive(session);
  if (outcome.kind === 'expired') return expire(event);
  if (outcome.kind === 'provider-away') {
    event.locals.sessionTrouble = 'provider-away';
    return;
  }
  event.locals.session = outcome.tokens;
  if (outcome.kind === 'refreshed') await writeSession(event, outcome.tokens);
}

function expire(event: RequestEvent): void {
  endSession(event);
  event.locals.sessionTrouble = 'expired';
}

export async function writeSession(event: RequestEvent, session: Session): Promise<void> {
  const { accessToken, refreshToken, idToken, expiresAt } = session;
  const content = await sealed().session.close({ accessToken, refreshToken, idToken, expiresAt });
  event.cookies.set(cookieName('session'), content, COOKIE);
  event.locals.session = session;
}

export function endSession(event: RequestEvent): void {
  event.cookies.delete(cookieName('session'), COOKIE);
  event.locals.session = null;
}

/** Tells one person from another for what a browser keeps, and says nothing of who it is. */
export function personTag({ accessToken }: Session): string {
  const { sub = '' } = decodeJwt(accessToken);
  return createHmac('sha256', config().sessionSecret)
    .update(`person ${sub}`)
    .digest('base64url')
    .slice(0, 22);
}

export async function rememberAttempt(event: RequestEvent, attempt: SignInAttempt): Promise<void> {
  const content = await sealed().attempt.close(attempt);
  event.cookies.set(cookieName('sign-in'), content, { ...COOKIE, maxAge: ATTEMPT_SECONDS });
}

/** The attempt this browser began; it is used once. */
export async function takeAttempt(event: RequestEvent): Promise<SignInAttempt | null> {
  const attempt = await sealed().attempt.open(event.cookies.get(cookieName('sign-in')));
  event.cookies.delete(cookieName('sign-in'), COOKIE);
  return attempt;
}

/** For pages that are one person's: who has no session is sent to sign in, and comes back here. */
export function requireSession(event: RequestEvent): Session {
  const { session, sessionTrouble } = event.locals;
  if (session) return session;
  if (sessionTrouble === 'provider-away')
    error(503, 'The identity provider does not answer', { code: 'PROVIDER_AWAY' });
  redirect(303, signInPath(returnAddress(event), sessionTrouble === 'expired' ? 'expired' : undefined));
}

/** The page to come back to: after a form was sent, the page with the form. */
export function returnAddress(event: RequestEvent): string {
  const { pathname, search } = event.url;
  // `?/name` is the name of a form action, and means nothing to a GET.
  return pathname + (search.startsWith('?/') ? '' : search);
}
