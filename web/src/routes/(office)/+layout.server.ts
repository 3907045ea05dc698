import { frameOf } from '#lib/server/frame.ts';
import { requireOffice } from '#lib/server/office.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => ({
  office: await frameOf(event, requireOffice(event)),
});
