import { dev } from '$app/env';
import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/messages/messages.js';
import { config } from '#lib/server/config.ts';
import type { PageServerLoad } from './$types.js';

/** For those who build pages: in development and in the sandbox only. */
export const load: PageServerLoad = () => {
  if (!dev && !config().sandboxUrl) error(404, 'Not found');
  return { crumbs: [{ label: m.styleguide_title() }], childName: '测*甲', back: '/' };
};
