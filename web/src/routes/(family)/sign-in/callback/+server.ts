import { redirect } from '@sveltejs/kit';
import { finishSignIn, ProviderAway } from '#lib/server/identity.ts';
import { homeAfterSignIn } from '#lib/server/offices.ts';
import { startSession, takeAttempt } from '#lib/server/session.ts';
import type { RequestHandler } from './$types.js';

/** The provider sends the browser back here with a code, or with its reason for giving none. */
export const GET: RequestHandler = async (event) => {
  const attempt = await takeAttempt(event, event.url.searchParams.get('state') ?? '');
  // The back button, or an old attempt: whoever has a session already simply goes on.
  if (!attempt) redirect(303, event.locals.session ? await homeAfterSignIn(event) : '/sign-in?reason=again');
  const again = `/sign-in?${new URLSearchParams({ reason: 'again', return: attempt.returnTo })}`;
  const tokens = await finishSignIn(event.url.search, attempt).catch((error: unknown) => {
    if (error instanceof ProviderAway) return null;
    throw error;
  });
  if (!tokens) redirect(303, again);
  await startSession(event, tokens);
  redirect(303, attempt.returnTo || (await homeAfterSignIn(event)));
};
