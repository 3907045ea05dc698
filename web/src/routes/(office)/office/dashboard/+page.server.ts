import { loadFigures } from '#lib/office/dashboard/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => loadFigures(event);
