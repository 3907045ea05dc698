import { applyAction, type SubmitFunction } from '$app/forms';
import { deciding } from '#lib/office/decide/submit.ts';
import { textIn } from '#lib/form-text.ts';
import type { Answer } from './answer.ts';
import { reachable } from './waiting/reach.ts';

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
