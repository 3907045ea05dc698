import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { manualChapters } from '#lib/manual/chapters.ts';
import type { PageServerLoad } from './$types.js';

/** Read on the server, so that its texts are in no script. */
export const load: PageServerLoad = () => ({
  chapters: manualChapters(),
  files: `/manual/${getLocale()}`,
  crumbs: [{ label: m.manual_title() }],
});
