import { json } from '@sveltejs/kit';
import { loadFigures } from '#lib/office/dashboard/load.ts';
import type { RequestHandler } from './$types.js';

/** For an open page, which stays as it is while there is no answer: a `load` that fails would put the error in its place. */
export const GET: RequestHandler = async (event) => json(await loadFigures(event));
