import { AuditTrailDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

const PAGE = 30;

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const { childName, crumbs, back, record } = await loadRecord(event, number, m.access_title());
  // A broken cursor starts again at the beginning.
  const after = /^[\w-]{1,80}$/.exec(event.url.searchParams.get('after') ?? '')?.[0];
  const { auditTrail } = await request(event, AuditTrailDocument, {
    number,
    first: PAGE,
    ...(after ? { after } : {}),
  });
  return {
    childName,
    crumbs,
    back,
    number,
    hotline: record.district.hotline,
    entries: auditTrail.edges.map(({ node }) => node),
    later: after !== undefined,
    older: auditTrail.pageInfo.hasNextPage ? auditTrail.pageInfo.endCursor : null,
  };
};
