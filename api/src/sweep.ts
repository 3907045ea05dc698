import type { EntityManager } from '@mikro-orm/postgresql';
import { Captcha } from './captcha/captcha.entity.js';
import { RateWindow } from './platform/rates/rate-window.entity.js';
import { EndedSession } from './session/ended-session.entity.js';
import { SmsCode, SmsQuota, SmsTries } from './sms-code/sms-code.entity.js';

const DAY_MS = 86_400_000;

/** What only counts for minutes is of no use after a day: codes, their quotas and tries, robot checks, ended sessions. */
export async function sweep(em: EntityManager, now: Date): Promise<void> {
  const past = { $lt: new Date(now.getTime() - DAY_MS) };
  await em.nativeDelete(SmsCode, { expiresAt: past });
  await em.nativeDelete(SmsQuota, { lastSentAt: past });
  await em.nativeDelete(SmsTries, { since: past });
  await em.nativeDelete(Captcha, { expiresAt: past });
  await em.nativeDelete(EndedSession, { expiresAt: past });
  await em.nativeDelete(RateWindow, { windowStart: past });
}
