import { error, type RequestEvent } from '@sveltejs/kit';
import { maskName } from '@enrolment/api/masking.ts';
import { RecordDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import type { Crumb } from '#lib/page.ts';
import { requireSession } from '#lib/server/session.ts';

/** A record of the signed-in guardian; what is not hers is not there. */
export async function loadRecord(event: RequestEvent, number: string, page: string | null) {
  requireSession(event);
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { now, collectionRecord: record } = await request(event, RecordDocument, { number });
  if (!record) error(404, 'Not found');
  const here = `/my/${number}`;
  const crumbs: Crumb[] = [
    { label: record.district.name, href: `/d/${record.district.code}` },
    { label: serviceName(record.service), ...(page ? { href: here } : {}) },
    ...(page ? [{ label: page }] : []),
  ];
  const childName = maskName(record.child.name);
  return { now, record, childName, crumbs, back: page ? here : '/my' };
}
