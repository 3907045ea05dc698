import { error, fail } from '@sveltejs/kit';
import { REVIEW_ITEM_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import {
  DecideReviewItemDocument,
  ReviewTaskDocument,
  RevealReviewTaskDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { endOf } from '#lib/office/days.ts';
import { typedIn } from '#lib/office/decide/values.ts';
import { DECIDED } from '#lib/office/review/words.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { backTo } from '#lib/server/back.ts';
import { decideOne, noSuchDay } from '#lib/server/decide.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

function taskOf(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const { number, kind: named } = event.params;
  const kind = REVIEW_ITEM_KINDS.find((one) => one === named);
  if (!kind || !/^\d{14}$/.test(number)) error(404, 'Not found');
  return { number, kind };
}

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'DECIDE_GIVEN_ITEMS');
  const { reviewTask: task } = await request(event, ReviewTaskDocument, taskOf(event));
  if (!task) error(404, 'Not found');
  return { task };
};

export const actions: Actions = {
  item: async (event) => {
    requireAction(event, 'DECIDE_GIVEN_ITEMS');
    const { number, kind } = taskOf(event);
    const form = await event.request.formData();
    const status = DECIDED.find((one) => one === textIn(form, 'status'));
    if (!status) return fail(400, {});
    const typed = status === 'RETURNED' ? typedIn(form, []) : { reason: '', remedy: '', due: '' };
    const previewed = textIn(form, 'step') === 'preview';
    const kept = { of: `${kind}:${status}`, typed };
    const due = endOf(typed.due);
    if (typed.due && due === null) return notTaken([noSuchDay()], kept);
    const decision = {
      numbers: [number],
      kind,
      status,
      revision: revisionIn(form),
      reason: typed.reason || null,
      remedy: typed.remedy || null,
      dueAt: due?.toISOString() ?? null,
      dryRun: previewed,
    };
    const failure = await decideOne(event, DecideReviewItemDocument, decision, kept);
    if (failure) return failure;
    return previewed ? kept : backTo(event, '/office/review', status);
  },

  /** Whole names and numbers: on this page alone, and in no address. */
  reveal: async (event) => {
    requireAction(event, 'DECIDE_GIVEN_ITEMS');
    const purpose = textIn(await event.request.formData(), 'purpose').trim();
    const kept = { of: 'REVEAL', purpose };
    const shown = await act(event, RevealReviewTaskDocument, { ...taskOf(event), purpose }, kept);
    return shown.ok ? { ...kept, task: shown.result } : shown.failure;
  },
};
