import type { ActionResult } from '$app/forms';
import type { SubmitTrouble } from '#lib/api/client.ts';
import { forgetText } from '../kept-text.ts';

/** Why the last form of the page was not sent, where the page itself could not answer; null if nothing kept it. */
class Unsent {
  trouble = $state<SubmitTrouble | null>(null);

  /**
   * Whether a form was kept from being sent before its page was asked. The page stays, with all that was typed. Of one that
   * was sent and taken nothing is kept; null if nothing of a form was sent.
   */
  by(result: ActionResult, form: HTMLFormElement | null): boolean {
    this.trouble = troubleOf(result);
    if (this.trouble === null && result.type === 'redirect' && form) forgetText(form);
    return this.trouble !== null;
  }
}

/** Who is signed in, with which roles, is asked before every form: it fails first while the API is away. */
function troubleOf(result: ActionResult): SubmitTrouble | null {
  if (result.type === 'redirect') return /^\/sign-in\?/.test(result.location) ? 'SESSION_EXPIRED' : null;
  if (result.type !== 'error') return null;
  const { code } = result.error as App.Error;
  return code === 'API_AWAY' || code === 'BUSY' ? code : null;
}

export const unsent = new Unsent();
