import { loadRecord } from '#lib/record/load.ts';
import { deskRecord } from '#lib/server/desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  ...(await loadRecord(event, event.params.number, null)),
  atDesk: deskRecord(event) !== null,
  justRegistered: event.url.searchParams.has('registered'),
});
