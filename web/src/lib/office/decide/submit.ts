import { applyAction, type ActionResult, type SubmitFunction } from '$app/forms';
import { goto, invalidateAll } from '$app/navigation';
import { unsent } from './unsent.svelte.ts';
import { asWritten } from './values.ts';

/** Whether a form of the page is under way: what changes meanwhile may be its own doing. */
export const sending = { now: false };

/**
 * Sends a decision without leaving the page: what is being written elsewhere on it stays, and a refusal is shown beside the
 * record as it is by then. Where it was not sent at all, the page stays as it is: what would be read again fails as well.
 */
export const deciding: SubmitFunction = ({ formElement, formData }) => {
  asWritten(formData);
  sending.now = true;
  return async ({ result }) => {
    try {
      await take(result);
    } finally {
      sending.now = false;
    }
  };

  async function take(result: ActionResult) {
    if (unsent.by(result, formElement)) return;
    if (result.type === 'redirect') {
      const { pathname } = new URL(result.location, location.href);
      await goto(result.location, { invalidateAll: true, reset: pathname !== location.pathname });
      return;
    }
    await applyAction(result);
    if (result.type === 'failure' && !result.data?.['trouble']) await invalidateAll();
  }
};
