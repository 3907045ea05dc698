import { json } from '@sveltejs/kit';
import { RecordRevisionDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { GONE } from '#lib/office/decide/changed.ts';
import type { RequestHandler } from './$types.js';

/** Whether the record still stands as an open page shows it: the page asks here again and again. */
export const GET: RequestHandler = async (event) => {
  const { number } = event.params;
  if (!event.locals.session || !/^\d{14}$/.test(number)) return json({ state: null }, { status: 401 });
  const asked = await submit(event, RecordRevisionDocument, { number });
  if (!asked.ok) return json({ state: null }, { status: asked.status });
  return json({ state: String(asked.data.recordRevision ?? GONE) });
};
