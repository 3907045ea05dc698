import { businessDay } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { compact } from './text.js';

export const CODE_DIGITS = RULES.smsCodeFormat.limit;
export const CODE_MINUTES = RULES.smsCodeExpired.limit;
export const CODE_ATTEMPTS = RULES.smsCodeWrong.limit;
/** 六(二)3 */
export const COOLDOWN_SECONDS = RULES.smsCooldown.limit;
export const CODES_PER_DAY = RULES.smsDailyLimit.limit;
/** After the last wrong try a phone waits this long for the next code of the same purpose. */
export const LOCKOUT_MINUTES = RULES.smsAttemptsExceeded.limit;
/** Codes for one network address in one window, counted over all processes. */
export const ADDRESS_CODES = 25;
export const ADDRESS_WINDOW_SECONDS = 300;

export const normaliseCode = compact;

export function checkCodeFormat(raw: string, field: string): Refusal[] {
  const code = normaliseCode(raw);
  if (code === '') return [refuse('required', { field })];
  return new RegExp(`^\\d{${CODE_DIGITS}}$`).test(code) ? [] : [refuse('smsCodeFormat', { field })];
}

/** How a code that was given compares with what the server knows; `left` counts the tries that remain. */
export type CodeState =
  { kind: 'RIGHT' } | { kind: 'WRONG'; left: number } | { kind: 'NONE' } | { kind: 'VOID' };

export function checkCode(state: CodeState, field: string): Refusal[] {
  switch (state.kind) {
    case 'RIGHT':
      return [];
    case 'WRONG':
      return [
        state.left > 0
          ? refuse('smsCodeWrong', { field, params: { left: state.left } })
          : refuse('smsCodeWrongLast', { field, params: { minutes: LOCKOUT_MINUTES } }),
      ];
    case 'NONE':
      return [refuse('smsCodeExpired', { field })];
    case 'VOID':
      return [refuse('smsAttemptsExceeded', { field })];
  }
}

export interface SendingHistory {
  readonly lastSentAt: Date | null;
  readonly day: string | null;
  readonly sentOnDay: number;
  /** When the last allowed wrong try on this purpose was made. */
  readonly voidedAt: Date | null;
}

const secondsUntil = (then: number, now: Date) => Math.max(0, Math.ceil((then - now.getTime()) / 1000));

/** Why no further code may be sent to a phone now. */
export function checkSending(history: SendingHistory, now: Date, field: string | null): Refusal[] {
  const locked = history.voidedAt
    ? secondsUntil(history.voidedAt.getTime() + LOCKOUT_MINUTES * 60_000, now)
    : 0;
  if (locked > 0) return [refuse('smsAttemptsExceeded', { field, retryAfterSeconds: locked })];
  const cooldown = history.lastSentAt
    ? secondsUntil(history.lastSentAt.getTime() + COOLDOWN_SECONDS * 1000, now)
    : 0;
  if (cooldown > 0) return [refuse('smsCooldown', { field, retryAfterSeconds: cooldown })];
  if (history.day === businessDay(now) && history.sentOnDay >= CODES_PER_DAY) {
    const midnight = Date.parse(`${businessDay(now)}T00:00:00+08:00`) + 86_400_000;
    return [refuse('smsDailyLimit', { field, retryAfterSeconds: secondsUntil(midnight, now) })];
  }
  return [];
}
