import { fail, type RequestEvent } from '@sveltejs/kit';
import { NoticeVersionsDocument, PublishNoticeDocument, type NoticeKind } from '@enrolment/schema/client';
import { SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

const KINDS: readonly NoticeKind[] = [...SERVICE_KINDS, 'PRIVACY'];
const FIELDS = ['version', 'title', 'titleEn', 'body', 'bodyEn', 'day'] as const;

const kindAt = (url: URL): NoticeKind =>
  KINDS.find((kind) => kind === url.searchParams.get('kind')) ?? 'PRIVACY';

export const load: PageServerLoad = async (event) => {
  const { place } = requireAction(event, 'EDIT_OWN_DATA');
  const kind = kindAt(event.url);
  const { noticeVersions } = await request(event, NoticeVersionsDocument, { kind });
  return {
    kind,
    kinds: KINDS,
    versions: noticeVersions,
    mayPublish: place.kind === 'CITY',
    saved: event.url.searchParams.has('done'),
  };
};

/** A day begins in Beijing; what is no day is none. */
const beginningOf = (day: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00+08:00`).toISOString() : null;

async function publish(event: RequestEvent, dryRun: boolean) {
  requireAction(event, 'EDIT_OWN_DATA');
  const form = await event.request.formData();
  const kind = KINDS.find((one) => one === textIn(form, 'kind'));
  if (!kind) return fail(400, {});
  const values = Object.fromEntries(FIELDS.map((field) => [field, textIn(form, field)])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const { day, ...content } = values;
  const input = { kind, ...content, publishedAt: beginningOf(day), dryRun };
  const done = await act(event, PublishNoticeDocument, { input }, { values });
  if (!done.ok) return done.failure;
  return dryRun ? { values, checked: true } : backHere(event, 'saved');
}

export const actions: Actions = {
  check: (event) => publish(event, true),
  publish: (event) => publish(event, false),
};
