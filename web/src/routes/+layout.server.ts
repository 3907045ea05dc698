import { config } from '#lib/server/config.ts';
import { personTag } from '#lib/server/session.ts';
import { siteFrame } from '#lib/server/site-frame.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => {
  const frame = await siteFrame(event);
  const { sandboxUrl } = config();
  return {
    signedIn: event.locals.session !== null,
    person: event.locals.session && personTag(event.locals.session),
    display: event.locals.display,
    season: frame?.season ?? null,
    site: frame?.site ?? null,
    inbox: sandboxUrl ? new URL('/inbox', sandboxUrl).href : null,
  };
};
