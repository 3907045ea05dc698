import { fail, redirect } from '@sveltejs/kit';
import { RecordDraftDocument, SubmitDetailsDocument } from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { valuesOf } from '#lib/details/values.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadDetails } from '../form.ts';
import { inputOf } from '../save.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { editing, record, crumbs, ...rest } = await loadDetails(event, m.details_title());
  const form = `/my/${event.params.number}/collection/details`;
  if (!editing) redirect(303, form);
  if (editing.missing.length > 0) {
    const second = event.url.searchParams.get('second');
    redirect(303, `${form}?${new URLSearchParams({ missing: '', ...(second ? { second } : {}) })}`);
  }
  const here = [
    ...crumbs.slice(0, -1),
    { label: m.details_title(), href: form },
    { label: m.confirm_title() },
  ];
  return {
    ...rest,
    crumbs: here,
    back: form,
    returned: record.stage === 'RETURNED',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { number } = event.params;
    const version = Number((await event.request.formData()).get('version'));
    // What was shown is what the draft holds, or the version is another one by now and the API says so.
    const { collectionRecord } = await request(event, RecordDraftDocument, { number });
    const input = inputOf(valuesOf(collectionRecord?.detailsDraft ?? null), version);
    const sent = await submit(event, SubmitDetailsDocument, { number, input });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.submitDetails;
    if (result.__typename === 'Refused') return fail(422, { refusals: result.refusals });
    redirect(303, `/my/${number}/collection/details/receipt?submitted`);
  },
};
