import { RecordConsentsDocument } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const frame = await loadRecordBy(event, RecordConsentsDocument, number, m.data_texts_title());
  const { childName, crumbs, record } = frame;
  return { childName, crumbs, back: `/my/${number}/data`, consents: record.consents };
};
