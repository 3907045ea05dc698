import { error } from '@sveltejs/kit';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.ts';
import {
  DeleteWebhookDocument,
  OfficeWebhookDocument,
  ReplayWebhookDeliveriesDocument,
  RotateWebhookSecretDocument,
  UpdateWebhookDocument,
  type WebhookChangesInput,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { DELIVERY_STATE_NAMES } from '#lib/office/webhooks/words.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, PageServerLoadEvent, RequestEvent } from './$types.js';

const stateAsked = ({ url }: PageServerLoadEvent) =>
  DELIVERY_STATE_NAMES.find((state) => state === url.searchParams.get('state')) ?? null;

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'ADMINISTER_WEBHOOKS');
  const after = event.url.searchParams.get('after');
  const state = stateAsked(event);
  const { webhook, webhookDeliveries } = await request(event, OfficeWebhookDocument, {
    id: event.params.id,
    state,
    after,
  });
  if (!webhook) error(404, 'Not found');
  const { nodes, pageInfo } = webhookDeliveries;
  return {
    webhook,
    deliveries: nodes,
    state,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    later: after !== null,
    nameLength: OFFICE_RULES.webhookName.limit,
  };
};

/** To what the page showed, with the change in it. */
function goBack(event: RequestEvent): never {
  const { searchParams } = event.url;
  const shown = { state: searchParams.get('state'), after: searchParams.get('after') };
  return redirectWithin(event, `/office/webhooks/${event.params.id}`, shown);
}

async function change(event: RequestEvent, input: WebhookChangesInput) {
  const { id } = event.params;
  const values = { name: input.name ?? null, url: input.url ?? null };
  const changed = await act(event, UpdateWebhookDocument, { id, input }, { values });
  return changed.ok ? goBack(event) : changed.failure;
}

export const actions: Actions = {
  pause: (event) => change(event, { active: false }),
  resume: (event) => change(event, { active: true }),
  change: async (event) => {
    const form = await event.request.formData();
    return change(event, { name: textIn(form, 'name'), url: textIn(form, 'url').trim() });
  },
  rotate: async (event) => {
    const rotated = await act(event, RotateWebhookSecretDocument, { id: event.params.id });
    return rotated.ok ? { secret: rotated.result.secret } : rotated.failure;
  },
  again: async (event) => {
    const form = await event.request.formData();
    const deliveries = form.getAll('delivery').filter((id) => typeof id === 'string');
    const again = await act(event, ReplayWebhookDeliveriesDocument, { webhook: event.params.id, deliveries });
    return again.ok ? goBack(event) : again.failure;
  },
  delete: async (event) => {
    const deleted = await act(event, DeleteWebhookDocument, { id: event.params.id });
    if (!deleted.ok) return deleted.failure;
    redirectWithin(event, '/office/webhooks');
  },
};
