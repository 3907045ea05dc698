import { m } from '#lib/i18n/messages/messages.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({ crumbs: [{ label: m.accessibility_title() }] });
