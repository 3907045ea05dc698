import { redirect, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { m } from '#lib/i18n/messages/messages.js';
import { config } from '#lib/server/config.ts';
import { readText } from '#lib/server/act.ts';
import { beginSignIn, ProviderAway } from '#lib/server/identity.ts';
import { homeAfterSignIn } from '#lib/server/offices.ts';
import { safeReturnPath } from '#lib/server/return-path.ts';
import { rememberAttempt } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Why a page is shown first, instead of the provider at once. */
type Reason = 'expired' | 'again' | 'provider-away';

export const load: PageServerLoad = async (event) => {
  const returnTo = safeReturnPath(event.url.searchParams.get('return'), '');
  const reason = event.url.searchParams.get('reason');
  const page = (shown: Reason) => ({ crumbs: [{ label: m.site_sign_in() }], returnTo, reason: shown });
  if (reason === 'expired' || reason === 'again') return page(reason);
  if (event.locals.session) redirect(303, returnTo || (await homeAfterSignIn(event)));
  return (await goToProvider(event, returnTo)) ?? page('provider-away');
};

export const actions: Actions = {
  default: async (event) => {
    await goToProvider(event, safeReturnPath(await readText(event, 'return'), ''));
    return { providerAway: true };
  },
};

/** Comes back only when the provider does not answer. */
async function goToProvider(event: RequestEvent, returnTo: string): Promise<null> {
  const begun = await beginSignIn(returnTo, getLocale()).catch((error: unknown) => {
    if (error instanceof ProviderAway) return null;
    throw error;
  });
  if (!begun) return null;
  await rememberAttempt(event, begun.attempt);
  redirect(303, begun.address.href, { external: [config().identity.issuer.origin] });
}
