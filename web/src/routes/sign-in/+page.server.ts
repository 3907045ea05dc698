import { redirect, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { m } from '#lib/i18n/messages/messages.js';
import { config } from '#lib/server/config.ts';
import { beginSignIn, ProviderAway } from '#lib/server/identity.ts';
import { safeReturnPath } from '#lib/server/return-path.ts';
import { rememberAttempt } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Why a page is shown at all, and not the provider at once. */
type Reason = 'expired' | 'again' | 'provider-away';

export const load: PageServerLoad = async (event) => {
  const returnTo = safeReturnPath(event.url.searchParams.get('return'));
  const reason = event.url.searchParams.get('reason');
  const page = (shown: Reason) => ({ crumbs: [{ label: m.site_sign_in() }], returnTo, reason: shown });
  if (reason === 'expired' || reason === 'again') return page(reason);
  if (event.locals.session) redirect(303, returnTo);
  return (await goToProvider(event, returnTo)) ?? page('provider-away');
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const wanted = form.get('return');
    await goToProvider(event, safeReturnPath(typeof wanted === 'string' ? wanted : null));
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
