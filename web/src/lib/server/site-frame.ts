import type { RequestEvent } from '@sveltejs/kit';
import { SiteFrameDocument, type SiteFrameQuery } from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';

const FRESH_MS = 60_000;
/** So long a failure is remembered: a page and the error that it becomes do not both wait for the API. */
const FAILED_MS = 5_000;

interface Known {
  frame: SiteFrameQuery | null;
  until: number;
}

const known = new Map<string, Known>();

/** Season and footer for every page, kept for a minute. While the API is away the last known ones are shown, or none. */
export async function siteFrame(event: RequestEvent): Promise<SiteFrameQuery | null> {
  const language = getLocale();
  const last = known.get(language);
  if (last && Date.now() < last.until) return last.frame;
  try {
    const frame = await requestShared(event, SiteFrameDocument, {});
    known.set(language, { frame, until: Date.now() + FRESH_MS });
    return frame;
  } catch {
    const frame = last?.frame ?? null;
    known.set(language, { frame, until: Date.now() + FAILED_MS });
    return frame;
  }
}
