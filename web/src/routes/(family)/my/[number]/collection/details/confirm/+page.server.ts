import { redirect } from '@sveltejs/kit';
import { RecordDraftDocument, SubmitDetailsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { valuesOf } from '#lib/details/values.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { act } from '#lib/server/act.ts';
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
    toConfirm: editing.toConfirm,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { number } = event.params;
    const form = await event.request.formData();
    const version = Number(textIn(form, 'version'));
    const relationsConfirmed = textIn(form, 'relationsConfirmed') === 'yes';
    // The draft holds what was shown; if it has changed since, its version differs and the API says so.
    const { collectionRecord } = await request(event, RecordDraftDocument, { number });
    const input = inputOf(valuesOf(collectionRecord?.detailsDraft ?? null), version, relationsConfirmed);
    const submitted = await act(event, SubmitDetailsDocument, { number, input });
    if (!submitted.ok) return submitted.failure;
    redirect(303, `/my/${number}/collection/details/receipt?submitted`);
  },
};
