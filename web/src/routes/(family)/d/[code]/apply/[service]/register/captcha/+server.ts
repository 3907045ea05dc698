import { json } from '@sveltejs/kit';
import { RequestCaptchaDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import type { RequestHandler } from './$types.js';

/** A robot check for the page to solve. */
export const POST: RequestHandler = async (event) => {
  const sent = await submit(event, RequestCaptchaDocument, {});
  return sent.ok ? json(sent.data.requestCaptcha) : json({ trouble: sent.trouble }, { status: sent.status });
};
