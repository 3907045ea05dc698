import { redirect } from '@sveltejs/kit';
import { EndSessionDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { config } from '#lib/server/config.ts';
import { notSent, readText } from '#lib/server/act.ts';
import { endSessionAddress, revokeTokens } from '#lib/server/identity.ts';
import { dropSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.session) redirect(303, '/');
  return { crumbs: [{ label: m.site_sign_out() }] };
};

export const actions: Actions = {
  default: async (event) => {
    const { session } = event.locals;
    if (!session) redirect(303, '/');
    const everywhere = (await readText(event, 'everywhere')) === 'yes';
    const sent = await submit(event, EndSessionDocument, { everywhere });
    // A copied cookie must not survive the sign-out: nobody is told that it is done before the API knows.
    if (!sent.ok && sent.trouble !== 'SESSION_EXPIRED') {
      return notSent(sent, {});
    }
    dropSession(event);
    await revokeTokens(session).catch(() => {});
    // At the provider too, if it answers.
    const address = await endSessionAddress(session.idToken).catch(() => null);
    if (address) redirect(303, address.href, { external: [config().identity.issuer.origin] });
    redirect(303, '/');
  },
};
