import { redirect } from '@sveltejs/kit';
import { m } from '#lib/i18n/messages/messages.js';
import { config } from '#lib/server/config.ts';
import { endSessionAddress } from '#lib/server/identity.ts';
import { endSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.session) redirect(303, '/');
  return { crumbs: [{ label: m.site_sign_out() }] };
};

export const actions: Actions = {
  default: async (event) => {
    const idToken = event.locals.session?.idToken ?? null;
    endSession(event);
    // Here the session has ended in any case; at the provider too, if it answers.
    const address = await endSessionAddress(idToken).catch(() => null);
    if (address) redirect(303, address.href, { external: [config().identity.issuer.origin] });
    redirect(303, '/');
  },
};
