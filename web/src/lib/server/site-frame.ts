import type { RequestEvent } from '@sveltejs/kit';
import { SiteFrameDocument, type SiteFrameQuery } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';

const FRESH_MS = 60_000;
/** Who asks again after a failure waits for the API once more; a page and the error that it becomes do not wait twice. */
const FAILED_MS = 5_000;

interface Known {
  frame: SiteFrameQuery | null;
  until: number;
}

const known = new Map<string, Known>();

/** Season and footer for every page, kept for a minute. While the API is away the last known stand in, or nothing. */
export async function siteFrame(event: RequestEvent): Promise<SiteFrameQuery | null> {
  const language = getLocale();
  const last = known.get(language);
  if (last && Date.now() < last.until) return last.frame;
  try {
    const frame = await request(event, SiteFrameDocument, {});
    known.set(language, { frame, until: Date.now() + FRESH_MS });
    return frame;
  } catch {
    const frame = last?.frame ?? null;
    known.set(language, { frame, until: Date.now() + FAILED_MS });
    return frame;
  }
}
