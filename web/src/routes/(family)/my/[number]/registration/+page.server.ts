import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) =>
  loadRecord(event, event.params.number, m.my_registration_title());
