import { businessDay } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { compact } from './text.js';
import { endOfDay } from './wall-clock.js';

export const CODE_DIGITS = RULES.smsCodeFormat.limit;
export const CODE_MINUTES = RULES.smsCodeExpired.limit;
export const CODE_ATTEMPTS = RULES.smsCodeWrong.limit;
/** 六(二)3 */
export const COOLDOWN_SECONDS = RULES.smsCooldown.limit;
export const CODES_PER_DAY = RULES.smsDailyLimit.limit;
/** How many codes a phone gets for one purpose in a day, whoever asks: not even many accounts together can flood it. */
export const CODES_PER_PHONE = RULES.smsPhoneLimit.limit;
/** How many codes one account gets in a day, whatever the phones and purposes. */
export const CODES_PER_ACCOUNT = RULES.smsAccountLimit.limit;
/** Wrong tries allowed on one phone and purpose within the lockout, by all who asked for codes together. */
export const TRIES_PER_PHONE = 25;
/** After the last wrong try a phone waits this long for the next code of the same purpose. */
export const LOCKOUT_MINUTES = RULES.smsAttemptsExceeded.limit;
/** Codes for one account at one network address in one window, counted over all processes. */
export const ADDRESS_CODES = 25;
/** The same for all accounts: a carrier puts thousands of families behind one address (RFC 6269). */
export const SHARED_ADDRESS_CODES = 500;
export const ADDRESS_WINDOW_SECONDS = 300;

export const normaliseCode = compact;

export function checkCodeFormat(raw: string, field: string): Refusal[] {
  const code = normaliseCode(raw);
  if (code === '') return [refuse('required', { field })];
  return new RegExp(`^\\d{${CODE_DIGITS}}$`).test(code) ? [] : [refuse('smsCodeFormat', { field })];
}

/** How the given code compares with what the server knows; `left` counts the tries that remain. */
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

/** What was sent before: `sentOnDay` holds for `day` and whoever asks, phone and purpose. */
export interface SendingHistory {
  readonly lastSentAt: Date | null;
  readonly day: string | null;
  readonly sentOnDay: number;
  /** When the last allowed wrong try on this purpose was made. */
  readonly voidedAt: Date | null;
  /** Today's codes for this phone and purpose, whoever asked for them. */
  readonly forPhoneToday: number;
  /** Today's codes for whoever asks, whatever the phone. */
  readonly forAccountToday: number;
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
  const retryAfterSeconds = secondsUntil(endOfDay(businessDay(now)).getTime(), now);
  if (history.day === businessDay(now) && history.sentOnDay >= CODES_PER_DAY) {
    return [refuse('smsDailyLimit', { field, retryAfterSeconds })];
  }
  if (history.forAccountToday >= CODES_PER_ACCOUNT) return [refuse('smsAccountLimit', { retryAfterSeconds })];
  if (history.forPhoneToday >= CODES_PER_PHONE)
    return [refuse('smsPhoneLimit', { field, retryAfterSeconds })];
  return [];
}
