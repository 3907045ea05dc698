import type { RequestEvent } from '@sveltejs/kit';
import { SiteFrameDocument, type SiteFrameQuery } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';

const FRESH_MS = 60_000;

interface Known {
  frame: SiteFrameQuery;
  readAt: number;
}

const known = new Map<string, Known>();

/** Season and footer for every page, kept for a minute. While the API is away the last known stand in, or nothing. */
export async function siteFrame(event: RequestEvent): Promise<SiteFrameQuery | null> {
  const language = getLocale();
  const last = known.get(language);
  if (last && Date.now() - last.readAt < FRESH_MS) return last.frame;
  try {
    const frame = await request(event, SiteFrameDocument, {});
    known.set(language, { frame, readAt: Date.now() });
    return frame;
  } catch {
    return last?.frame ?? null;
  }
}
