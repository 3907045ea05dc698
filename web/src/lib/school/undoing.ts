import { applyAction, type SubmitFunction } from '$app/forms';
import { textIn } from '#lib/form-text.ts';
import { deciding } from '#lib/office/decide/submit.ts';
import type { Answer } from './answer.ts';
import { reachable } from './waiting/reach.ts';

/** 撤回 is never kept for later: the district may go on meanwhile. Without a connection the page stays, with the reason. */
export const undoing: SubmitFunction = async (input) => {
  const decided = await deciding(input);
  const [number, reason] = ['number', 'reason'].map((name) => textIn(input.formData, name));
  return async (answer) => {
    if (answer.result.type !== 'error' || (await reachable())) return void (await decided?.(answer));
    const data = { of: 'UNDO', number: number!, reason: reason!, trouble: 'API_AWAY' } satisfies Answer;
    await applyAction({ type: 'failure', status: 503, location: location.href, data });
  };
};
