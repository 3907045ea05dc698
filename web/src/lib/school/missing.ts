import { applyAction, type SubmitFunction } from '$app/forms';
import type { MissingOriginalsShownFragment } from '@enrolment/schema/client';
import { itemName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { deciding } from '#lib/office/decide/submit.ts';
import { textIn } from '#lib/form-text.ts';
import type { Answer } from './answer.ts';
import { reachable } from './waiting/reach.ts';

/** 缺什么, in the order of the list. */
export const missingInWords = ({
  form,
  kinds,
}: Pick<MissingOriginalsShownFragment, 'form' | 'kinds'>): string =>
  [...(form ? [m.school_missing_form()] : []), ...kinds.map(itemName)].join(
    getLocale() === 'en' ? ', ' : '、',
  );

/** A note of missing papers is never kept for later: without a connection the page says so, with every tick in its place. */
export const noting: SubmitFunction = async (input) => {
  const decided = await deciding(input);
  const number = textIn(input.formData, 'number');
  return async (answer) => {
    if (answer.result.type !== 'error' || (await reachable())) return void (await decided?.(answer));
    const data = { of: 'MISSING', number, offline: true } satisfies Answer;
    await applyAction({ type: 'failure', status: 503, location: location.href, data });
  };
};
