import { DistrictPhonesDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { manualEntries } from './manual.ts';
import { allTopics } from './questions.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  // Help is needed most while the API is away: the answers do without it.
  const phones = await submit(event, DistrictPhonesDocument, {});
  return {
    query: event.url.searchParams.get('q')?.trim() ?? '',
    topics: allTopics(),
    manual: manualEntries(),
    districts: phones.ok ? phones.data.districts : [],
    crumbs: [{ label: m.help_title() }],
  };
};
