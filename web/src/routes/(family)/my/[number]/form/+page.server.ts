import { CollectionFormDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const { childName, crumbs, back, record } = await loadRecord(event, number, m.verify_form_title());
  const { collectionRecord: form } = await request(event, CollectionFormDocument, { number });
  return {
    childName,
    crumbs,
    back,
    number: record.number,
    hotline: record.district.hotline,
    ready: form?.formUrl != null,
    byHand: form?.formCharactersByHand ?? [],
    reason: record.actions.find(({ kind }) => kind === 'PRINT_FORM')?.reason ?? null,
  };
};
