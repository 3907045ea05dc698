import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.ts';
import { CreateWebhookDocument, OfficeWebhooksDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { place } = requireAction(event, 'ADMINISTER_WEBHOOKS');
  const after = event.url.searchParams.get('after');
  const { webhooks } = await request(event, OfficeWebhooksDocument, { district: districtOf(place), after });
  const { nodes, pageInfo } = webhooks;
  return {
    webhooks: nodes,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    later: after !== null,
    nameLength: OFFICE_RULES.webhookName.limit,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { place } = requireAction(event, 'ADMINISTER_WEBHOOKS');
    const form = await event.request.formData();
    const values = { name: textIn(form, 'name'), url: textIn(form, 'url').trim() };
    const input = { ...values, district: districtOf(place) };
    const created = await act(event, CreateWebhookDocument, { input }, { values });
    if (!created.ok) return created.failure;
    const { webhook, secret } = created.result;
    return { created: { name: webhook.name, secret } };
  },
};
