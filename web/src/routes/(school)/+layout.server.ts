import { frameOf } from '#lib/server/frame.ts';
import { requireSchool } from '#lib/server/office.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => ({
  office: await frameOf(event, requireSchool(event)),
});
