import { fail, type RequestEvent } from '@sveltejs/kit';
import { UndoPreregistrationDocument } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireSchool } from '#lib/server/office.ts';

export const numberIn = (text: string | null): string | null => (text && /^\d{14}$/.test(text) ? text : null);

/** 撤回, from the desk and from the list: back to where it was asked for, with a word of what was done. */
export async function undo(event: RequestEvent, path: string) {
  const { school } = requireSchool(event).place;
  const form = await event.request.formData();
  const number = numberIn(textIn(form, 'number'));
  if (!number) return fail(400, {});
  const reason = textIn(form, 'reason').trim();
  const kept = { of: 'UNDO' as const, number, reason };
  const undone = await act(event, UndoPreregistrationDocument, { number, school, reason }, kept);
  if (!undone.ok) return undone.failure;
  return redirectWithin(event, path, { undone: number });
}
