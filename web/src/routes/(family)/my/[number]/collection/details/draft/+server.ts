import { json } from '@sveltejs/kit';
import { ApiFault } from '#lib/api/faults.ts';
import type { SaveAnswer } from '#lib/details/keeping.ts';
import { saveDraft } from '../save.ts';
import type { RequestHandler } from './$types.js';

/** 暂存 by itself while somebody is typing: always answers with what became of the save. */
export const POST: RequestHandler = async (event) => {
  const answer = (said: SaveAnswer, status = 200) => json(said, { status });
  if (!event.locals.session) {
    const away = event.locals.sessionTrouble === 'provider-away';
    return answer({ outcome: 'TROUBLE', trouble: away ? 'API_AWAY' : 'SESSION_EXPIRED' }, away ? 503 : 401);
  }
  const typed: unknown = await event.request.json().catch(() => null);
  if (!isDraft(typed)) return answer({ outcome: 'TROUBLE', trouble: 'FAILED' }, 400);
  const said = saveDraft(event, typed.version, typed.values).catch((fault: unknown): SaveAnswer => {
    // The record was withdrawn, or the authorisation revoked, meanwhile: what was typed stays in the browser.
    if (fault instanceof ApiFault) return { outcome: 'TROUBLE', trouble: 'FAILED' };
    throw fault;
  });
  return answer(await said);
};

function isDraft(typed: unknown): typed is { version: number; values: Record<string, string> } {
  if (typeof typed !== 'object' || typed === null) return false;
  const { version, values } = typed as Record<string, unknown>;
  if (!Number.isInteger(version) || typeof values !== 'object' || values === null) return false;
  return Object.values(values).every((value) => typeof value === 'string');
}
