import { config } from '#lib/server/config.ts';
import { siteFrame } from '#lib/server/site-frame.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => {
  const frame = await siteFrame(event);
  const { sandboxUrl } = config();
  return {
    signedIn: event.locals.session !== null,
    display: event.locals.display,
    season: frame?.season ?? null,
    site: frame?.site ?? null,
    inbox: sandboxUrl ? new URL('/inbox', sandboxUrl).href : null,
  };
};
