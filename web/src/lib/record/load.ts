import { error, type RequestEvent } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { RecordDocument, type ServiceKind, type TypedDocumentString } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Crumb } from '#lib/page.ts';
import { requireSession } from '#lib/server/session.ts';

/** A record of the signed-in guardian; anybody else's does not exist here. */
export async function loadRecord(event: RequestEvent, number: string, page: string | null) {
  return loadRecordBy(event, RecordDocument, number, page);
}

interface Headed {
  service: ServiceKind;
  district: { code: string; name: string };
  child: { name: string };
}

/** The same with one page's own operation; the pages of 信息采集 lead back to its stages. */
export async function loadRecordBy<R extends Headed>(
  event: RequestEvent,
  document: TypedDocumentString<{ now: string; collectionRecord: R | null }, { number: string }>,
  number: string,
  page: string | null,
  { collection = false } = {},
) {
  requireSession(event);
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { now, collectionRecord: record } = await request(event, document, { number });
  if (!record) error(404, 'Not found');
  const here = `/my/${number}`;
  const stages: Crumb = { label: m.way_title(), href: `${here}/collection` };
  const crumbs: Crumb[] = [
    { label: record.district.name, href: `/d/${record.district.code}` },
    { label: serviceName(record.service), ...(page ? { href: here } : {}) },
    ...(collection ? [stages] : []),
    ...(page ? [{ label: page }] : []),
  ];
  const back = collection ? `${here}/collection` : page ? here : '/my';
  return { now, record, childName: maskName(record.child.name), crumbs, back };
}
