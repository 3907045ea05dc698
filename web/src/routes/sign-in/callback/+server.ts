import { redirect } from '@sveltejs/kit';
import { finishSignIn, ProviderAway } from '#lib/server/identity.ts';
import { takeAttempt, writeSession } from '#lib/server/session.ts';
import type { RequestHandler } from './$types.js';

/** The provider sends the browser back here, with a code or with a reason why not. */
export const GET: RequestHandler = async (event) => {
  const attempt = await takeAttempt(event);
  // The back button, or a second tab that was quicker: whoever has a session already simply goes on.
  if (!attempt) redirect(303, event.locals.session ? '/my' : '/sign-in?reason=again');
  const again = `/sign-in?${new URLSearchParams({ reason: 'again', return: attempt.returnTo })}`;
  const tokens = await finishSignIn(event.url.search, attempt).catch((error: unknown) => {
    if (error instanceof ProviderAway) return null;
    throw error;
  });
  if (!tokens) redirect(303, again);
  await writeSession(event, tokens);
  redirect(303, attempt.returnTo);
};
