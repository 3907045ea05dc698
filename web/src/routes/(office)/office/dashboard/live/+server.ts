import { error } from '@sveltejs/kit';
import { follow } from '#lib/api/client.ts';
import { officeAddress } from '#lib/office/address.ts';
import { scopeIn } from '#lib/office/dashboard/load.ts';
import { requireAction } from '#lib/server/office.ts';
import type { RequestHandler } from './$types.js';

/** To whoever is signed out: do not come again. */
const OVER = 'event: over\ndata: over\n\n';

/** That figures of the place have changed, again and again: the API's own events, passed on. */
export const GET: RequestHandler = async (event) => {
  // Nobody has signed out: the page tries again.
  if (event.locals.sessionTrouble === 'provider-away') error(503, 'The identity provider does not answer');
  const events = event.locals.session
    ? await follow(
        event,
        officeAddress('/live/dashboard', scopeIn(event, requireAction(event, 'READ_DASHBOARD').place)),
      )
    : null;
  return new Response(events ?? OVER, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      // nginx would collect them.
      'x-accel-buffering': 'no',
    },
  });
};
