import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';

/** 一(一)4 */
export const NOTICE_READING_SECONDS = RULES.noticeTooEarly.limit;

/** What the server signed when it handed the notice out. */
export interface OpenedNotice {
  readonly district: string;
  readonly service: string;
  readonly openedAt: Date;
}

/** `opened` is null when the ticket is forged or unreadable. */
export function checkNotice(
  opened: OpenedNotice | null,
  chosen: { district: string; service: string },
  now: Date,
  field: string,
): Refusal[] {
  if (!opened || opened.district !== chosen.district || opened.service !== chosen.service) {
    return [refuse('noticeNotRead', { field })];
  }
  const seconds = (now.getTime() - opened.openedAt.getTime()) / 1000;
  if (seconds < 0) return [refuse('noticeNotRead', { field })];
  if (seconds < NOTICE_READING_SECONDS) {
    return [
      refuse('noticeTooEarly', { field, retryAfterSeconds: Math.ceil(NOTICE_READING_SECONDS - seconds) }),
    ];
  }
  return seconds >= RULES.noticeTooOld.limit * 3600 ? [refuse('noticeTooOld', { field })] : [];
}

/** 一(一)5: the accepted version must be the one in force. */
export function checkConsent(accepted: string, inForce: string, field: string): Refusal[] {
  return accepted === inForce ? [] : [refuse('consentRequired', { field })];
}
