import type { ActionResult } from '$app/forms';
import type { SubmitTrouble } from '#lib/api/client.ts';

/** Why the last form of the page was not sent, where the page itself could not answer; null if nothing kept it. */
class Unsent {
  trouble = $state<SubmitTrouble | null>(null);

  /** Whether a form was kept from being sent before its page was asked. The page stays, with all that was typed. */
  by(result: ActionResult): boolean {
    this.trouble = troubleOf(result);
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
