import { error, fail } from '@sveltejs/kit';
import { REVIEW_ORDERS } from '@enrolment/rulebook/vocabulary.ts';
import { JointReviewDocument, SetJointReviewDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { deciderChanges } from '#lib/office/decider-changes.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const district = districtOf(requireAction(event, 'ADMINISTER_DISTRICT').place);
  const { jointReview } = await request(event, JointReviewDocument, { district: district ?? '' });
  if (!jointReview) error(404, 'Not found');
  return { review: jointReview, saved: event.url.searchParams.has('done') };
};

export const actions: Actions = {
  default: async (event) => {
    const district = districtOf(requireAction(event, 'ADMINISTER_DISTRICT').place) ?? '';
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    const deciders = deciderChanges(form);
    const chosen = REVIEW_ORDERS.find((one) => one === textIn(form, 'order')) ?? null;
    const order = chosen === textIn(form, 'order.before') ? null : chosen;
    const dryRun = textIn(form, 'intent') === 'try';
    const change = { district, deciders, revision, order, dryRun };
    const set = await act(event, SetJointReviewDocument, change, { deciders, order });
    if (!set.ok) return set.failure;
    return dryRun ? { deciders, order, tried: { moving: set.result.moving ?? 0 } } : backHere(event, 'saved');
  },
};
