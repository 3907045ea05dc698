import { businessDay } from '@enrolment/rulebook/calendar.js';
import { maskPhone } from '@enrolment/rulebook/masking.js';
import { normalisePhone } from '@enrolment/rulebook/phone.js';
import { type Refusal, Refused } from '@enrolment/rulebook/refusal.js';
import {
  ADDRESS_CODES,
  ADDRESS_WINDOW_SECONDS,
  checkCode,
  checkCodeFormat,
  checkSending,
  CODE_ATTEMPTS,
  CODE_DIGITS,
  CODE_MINUTES,
  COOLDOWN_SECONDS,
  LOCKOUT_MINUTES,
  normaliseCode,
  SHARED_ADDRESS_CODES,
  type CodeState,
} from '@enrolment/rulebook/sms-code.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { atCommit } from '../database/at-commit.js';
import { Message } from '../message/message.entity.js';
import { ApiError } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { networkOf } from '../platform/network.js';
import { takeWindowPlace } from '../platform/rates/rate-window.statements.js';
import { QUOTA_SCOPES, SmsCode, type CodePurpose, type QuotaScope } from './sms-code.entity.js';
import {
  countTry,
  findVoid,
  findVoidedAt,
  readQuota,
  takePlaces,
  type AskedCodes,
  type CountedCode,
} from './sms-code.statements.js';

export interface SentCode {
  readonly sentTo: string;
  readonly cooldownSeconds: number;
  readonly expiresAt: Date;
}

/** The phone of a code, and what it confirms. */
interface CodeTarget {
  readonly phone: string;
  readonly purpose: CodePurpose;
  readonly recordId: string | null;
}

interface CodeRequest extends CodeTarget {
  readonly text: (code: string) => string;
  /** Where in the input the phone stands; null if it does not come from the input. */
  readonly field: string | null;
}

/** Rolls back what was counted for a code that finds no place. */
class NoPlace extends Error {}

/** 短信验证码: bound to whoever asks, to phone, purpose and record; sent within bounds, tried five times. */
export class SmsCodeService {
  constructor(private readonly keys: KeyRing) {}

  async send(em: EntityManager, actor: Actor, request: CodeRequest): Promise<SentCode | Refused> {
    const { now, language } = actor;
    const code = String(randomInt(0, 10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
    try {
      await em.fork().transactional(async (tx) => {
        await this.takePlaces(tx, actor, request);
        const id = uuid();
        const { recordId, phone } = request;
        const sent = new SmsCode(id, this.asked(actor, request), {
          codeHash: this.hash(id, code),
          expiresAt,
        });
        const message = {
          event: `code:${id}`,
          phone,
          text: request.text(code),
          language,
          recordId,
          expiresAt,
        };
        atCommit(tx, sent, Message.sms(this.keys, message, now));
      });
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error;
      return new Refused(await this.whyNot(em, actor, request));
    }
    return { sentTo: maskPhone(request.phone), cooldownSeconds: COOLDOWN_SECONDS, expiresAt };
  }

  /** Takes all places or none, in the same order for everybody. */
  private async takePlaces(tx: EntityManager, actor: Actor, request: CodeRequest): Promise<void> {
    const { now } = actor;
    const sending = {
      ...this.asked(actor, request),
      day: businessDay(now),
      cooldownStart: new Date(now.getTime() - COOLDOWN_SECONDS * 1000),
    };
    const places = QUOTA_SCOPES.map((scope) => this.placeOf(scope, actor, request));
    if ((await takePlaces(tx, places, sending)) < places.length) throw new NoPlace();
    // The account's place is locked now, so no other request of the account is at this point.
    if (await findVoidedAt(tx, this.asked(actor, request))) throw new NoPlace();
    await this.takeAddressPlaces(tx, actor);
  }

  /** In 300 s an account gets 25 codes from one network and everybody there 500, counted over all processes. */
  private async takeAddressPlaces(tx: EntityManager, { viewer, address, now }: Actor): Promise<void> {
    const network = networkOf(address);
    const place = (most: number, ...of: string[]) => {
      const keyIndex = this.keys.blindIndex('address', JSON.stringify(of));
      return takeWindowPlace(tx, { keyIndex, most }, { now, seconds: ADDRESS_WINDOW_SECONDS });
    };
    const own = await place(ADDRESS_CODES, network, viewer.subject);
    if (own && (await place(SHARED_ADDRESS_CODES, network))) return;
    throw new ApiError('RATE_LIMITED', { retryAfterSeconds: ADDRESS_WINDOW_SECONDS });
  }

  private placeOf(scope: QuotaScope, { viewer }: Actor, { phone, purpose }: CodeTarget) {
    const counted: Record<QuotaScope, readonly string[]> = {
      ACCOUNT: [viewer.subject],
      ASKER: [viewer.subject, phone, purpose],
      PHONE: [phone, purpose],
    };
    return { scope, keyIndex: this.keys.blindIndex('sms-quota', JSON.stringify(counted[scope])) };
  }

  private async whyNot(em: EntityManager, actor: Actor, request: CodeRequest): Promise<Refusal[]> {
    const { now } = actor;
    const [account, own, phone] = await Promise.all(
      (['ACCOUNT', 'ASKER', 'PHONE'] as const).map((scope) =>
        readQuota(em, this.placeOf(scope, actor, request)),
      ),
    );
    const today = (quota: typeof account) => (quota?.day === businessDay(now) ? quota.sentOnDay : 0);
    const history = {
      lastSentAt: own?.lastSentAt ?? null,
      day: own?.day ?? null,
      sentOnDay: own?.sentOnDay ?? 0,
      voidedAt: await findVoidedAt(em, this.asked(actor, request)),
      forPhoneToday: today(phone),
      forAccountToday: today(account),
    };
    return checkSending(history, now, request.field);
  }

  /**
   * Compares a code that confirms something about a record. The try is counted in the caller's transaction, which a
   * refusal commits, too.
   */
  async tryOne(
    tx: EntityManager,
    actor: Actor,
    smsCode: string,
    target: CodeTarget,
  ): Promise<{ refusals: Refusal[]; right: CountedCode | null }> {
    const code = normaliseCode(smsCode);
    const malformed = checkCodeFormat(code, 'smsCode');
    if (malformed.length > 0) return { refusals: malformed, right: null };
    const asked = this.asked(actor, target);
    const counted = await countTry(tx, asked);
    const codeVoid = counted.length === 0 && Boolean((await findVoid(tx, asked))[0]?.codeVoid);
    const { state, right } = this.compare(code, counted, codeVoid);
    return { refusals: checkCode(state, 'smsCode'), right };
  }

  findRight(code: string, counted: readonly CountedCode[]): CountedCode | null {
    return counted.find(({ id, codeHash }) => timingSafeEqual(this.hash(id, code), codeHash)) ?? null;
  }

  /** Finds the counted code that was given, in constant time for each. */
  compare(
    code: string,
    counted: readonly CountedCode[],
    codeVoid: boolean,
  ): { state: CodeState; right: CountedCode | null } {
    const right = this.findRight(code, counted);
    if (right) return { state: { kind: 'RIGHT' }, right };
    if (counted.length === 0) return { state: { kind: codeVoid ? 'VOID' : 'NONE' }, right };
    const left = CODE_ATTEMPTS - Math.min(...counted.map(({ attempts }) => attempts));
    return { state: { kind: 'WRONG', left }, right };
  }

  asked({ viewer, now }: Actor, { phone, purpose, recordId }: CodeTarget): AskedCodes {
    return {
      phoneIndex: this.keys.blindIndex('phone', phone),
      askerIndex: this.keys.blindIndex('asker', viewer.subject),
      subject: viewer.subject,
      known: viewer.phone !== null && normalisePhone(viewer.phone) === phone,
      purpose,
      record: recordId,
      now,
      lockoutStart: new Date(now.getTime() - LOCKOUT_MINUTES * 60_000),
    };
  }

  private hash(id: string, code: string): Buffer {
    return createHmac('sha256', this.keys.derive('sms-code')).update(`${id}:${code}`).digest();
  }
}
