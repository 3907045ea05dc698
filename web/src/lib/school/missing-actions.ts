import { fail, type RequestEvent } from '@sveltejs/kit';
import { REVIEW_ITEM_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import { NoteMissingOriginalsDocument, TakeBackMissingOriginalsDocument } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireSchool } from '#lib/server/office.ts';
import { numberIn } from './undo.ts';

/** 材料不齐: what was asked for and is not ticked. */
export async function noteMissing(event: RequestEvent, path: string) {
  const { school } = requireSchool(event).place;
  const form = await event.request.formData();
  const number = numberIn(textIn(form, 'number'));
  if (!number) return fail(400, {});
  const seen = form.getAll('seen');
  const missing = form.getAll('asked').filter((one) => !seen.includes(one));
  const kinds = REVIEW_ITEM_KINDS.filter((kind) => missing.includes(kind));
  const asked = { number, school, form: missing.includes('FORM'), kinds };
  const noted = await act(event, NoteMissingOriginalsDocument, asked, { of: 'MISSING' as const, number });
  return noted.ok ? redirectWithin(event, path, { missing: number }) : noted.failure;
}

/** 撤回, from the desk and from the list. */
export async function takeBackMissing(event: RequestEvent, path: string) {
  const { school } = requireSchool(event).place;
  const number = numberIn(textIn(await event.request.formData(), 'number'));
  if (!number) return fail(400, {});
  const kept = { of: 'MISSING' as const, number };
  const taken = await act(event, TakeBackMissingOriginalsDocument, { number, school }, kept);
  return taken.ok ? redirectWithin(event, path, { taken: number }) : taken.failure;
}
