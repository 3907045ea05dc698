import { isHttpError } from '@sveltejs/kit';
import { FILE_KINDS, type FileKind } from '@enrolment/rulebook/decision-file.ts';
import { explain, refuse } from '@enrolment/rulebook/refusal.ts';
import type { RuleName } from '@enrolment/rulebook/rules.ts';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.ts';
import { TryFileDocument } from '@enrolment/schema/client';
import type { Refusal } from '#lib/api/refusals.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { act, notTaken } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  requireAction(event, 'DECIDE_IN_BULK');
};

const told = (rule: RuleName): Refusal => explain(refuse(rule), getLocale());

export const actions: Actions = {
  default: async (event) => {
    const { place } = requireAction(event, 'DECIDE_IN_BULK');
    let form: FormData;
    try {
      form = await event.request.formData();
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      return notTaken([told('fileTooLarge')], { kind: null });
    }
    const kind: FileKind = FILE_KINDS.find((one) => one === textIn(form, 'kind')) ?? FILE_KINDS[0];
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0)
      return notTaken([{ ...told('required'), message: m.office_bulk_import_none() }], { kind });
    if (file.size > OFFICE_RULES.fileTooLarge.limit * 1024 * 1024)
      return notTaken([told('fileTooLarge')], { kind });
    const content = Buffer.from(await file.arrayBuffer()).toString('base64');
    const tried = await act(
      event,
      TryFileDocument,
      { kind, district: districtOf(place)!, content },
      { kind },
    );
    if (!tried.ok) return tried.failure;
    redirectWithin(event, `/office/bulk/${tried.result.id}`);
  },
};

/** The server's own bound, which holds before anything is read. */
const isTooLarge = (error: unknown): boolean =>
  isHttpError(error, 413) || (error as { status?: unknown }).status === 413;
