import { json } from '@sveltejs/kit';
import { RequestSmsCodeDocument, type RequestSmsCodeInput } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import type { RequestHandler } from './$types.js';

/** 获取验证码: passes on the phone and the solved robot check. */
export const POST: RequestHandler = async (event) => {
  const input = readInput(await event.request.json().catch(() => null));
  if (!input) return json({ trouble: 'FAILED' }, { status: 400 });
  const sent = await submit(event, RequestSmsCodeDocument, { input });
  return sent.ok ? json(sent.data.requestSmsCode) : json({ trouble: sent.trouble }, { status: sent.status });
};

function readInput(given: unknown): RequestSmsCodeInput | null {
  if (typeof given !== 'object' || given === null) return null;
  const { phone, captcha, childName } = given as Record<string, unknown>;
  if (typeof phone !== 'string' || typeof captcha !== 'object' || captcha === null) return null;
  const { id, answer } = captcha as Record<string, unknown>;
  if (typeof id !== 'string' || typeof answer !== 'string') return null;
  return { phone, captcha: { id, answer }, childName: typeof childName === 'string' ? childName : null };
}
