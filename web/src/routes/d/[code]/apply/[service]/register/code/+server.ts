import { json } from '@sveltejs/kit';
import { RequestSmsCodeDocument, type RequestSmsCodeInput } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import type { RequestHandler } from './$types.js';

/** 获取验证码: passes phone and solved robot check on. */
export const POST: RequestHandler = async (event) => {
  const input = (await event.request.json()) as RequestSmsCodeInput;
  const sent = await submit(event, RequestSmsCodeDocument, { input });
  return sent.ok ? json(sent.data.requestSmsCode) : json({ trouble: sent.trouble }, { status: sent.status });
};
