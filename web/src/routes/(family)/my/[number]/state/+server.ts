import { json } from '@sveltejs/kit';
import { RecordStateDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { recordState } from '#lib/record/state.ts';
import type { RequestHandler } from './$types.js';

/** The record's state in short: a waiting page asks here and loads again when the answer changes. */
export const GET: RequestHandler = async (event) => {
  const { number } = event.params;
  if (!event.locals.session || !/^\d{14}$/.test(number)) return json({ state: null }, { status: 401 });
  const asked = await submit(event, RecordStateDocument, { number });
  if (!asked.ok) return json({ state: null }, { status: asked.status });
  return json({ state: recordState(asked.data.collectionRecord) });
};
