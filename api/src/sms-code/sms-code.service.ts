import type { EntityManager } from '@mikro-orm/postgresql';
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { messageValues } from '../message/message.service.js';
import { maskPhone } from '../platform/masking.js';
import type { KeyRing } from '../platform/keys.js';
import { ApiError } from '../platform/errors.js';
import { run } from '../platform/sql.js';
import { Refused } from '../refusal.type.js';
import { businessDay } from '../rulebook/calendar.js';
import type { Refusal } from '../rulebook/refusal.js';
import {
  ADDRESS_CODES,
  ADDRESS_WINDOW_SECONDS,
  checkCode,
  checkCodeFormat,
  checkSending,
  CODE_ATTEMPTS,
  CODE_DIGITS,
  CODE_MINUTES,
  CODES_PER_DAY,
  COOLDOWN_SECONDS,
  LOCKOUT_MINUTES,
  normaliseCode,
  type CodeState,
} from '../rulebook/sms-code.js';
import type { CodePurpose } from './sms-code.entity.js';

export interface SentCode {
  readonly sentTo: string;
  readonly cooldownSeconds: number;
  readonly expiresAt: Date;
}

export interface CodeRequest {
  readonly phone: string;
  readonly purpose: CodePurpose;
  readonly recordId: string | null;
  readonly text: (code: string) => string;
  /** Where in the input the phone stands; null when it is not the input's. */
  readonly field: string | null;
}

/** A code as the counting statement gives it back. */
export interface CountedCode {
  id: string;
  hash: string;
  attempts: number;
}

/**
 * Takes a place in the phone's quota and writes code, message and job, all or nothing: the condition of 六(二)3 stands
 * in the upsert itself, so of any number of parallel requests one goes through. Parameters: phone, now, day,
 * cooldown limit, per day, purpose, lockout limit, code id, record, hash, expiry, then the message's.
 */
const SEND = `
  with locked as (
    select from sms_code where phone_index = $1 and purpose = $6 and attempts >= ${CODE_ATTEMPTS} and tried_at > $7 limit 1
  ), place as (
    insert into sms_quota as q (phone_index, last_sent_at, day, sent_on_day)
    select $1, $2::timestamptz, $3::date, 1 where not exists (select from locked)
    on conflict (phone_index) do update set
      last_sent_at = excluded.last_sent_at,
      day = excluded.day,
      sent_on_day = case when q.day = excluded.day then q.sent_on_day + 1 else 1 end
    where q.last_sent_at <= $4 and (q.day <> excluded.day or q.sent_on_day < $5)
    returning 1
  ), code as (
    insert into sms_code (id, phone_index, purpose, record_id, code_hash, issued_at, expires_at)
    select $8::uuid, $1, $6, $9::uuid, $10, $2, $11 from place
  ), queued as (
    insert into message (id, event_key, record_id, key_id, wrapped_key, phone_sealed, text_sealed, expires_at, queued_at, channel)
    select $12::uuid, $13, $14::uuid, $15, $16, $17, $18, $19::timestamptz, $2, 'SMS' from place
    returning id
  )
  select outbox.enqueue('send_message', json_build_object('id', id), id::text) from queued`;

/** Counts a try on every live code of the phone for this purpose before anything is compared: $1 … $4, limit in $5.
 * Locked in one order, so that two tries never wait for each other. */
export const COUNT_TRY = `
  update sms_code set attempts = attempts + 1, tried_at = $4
  where id in (
    select id from sms_code
    where phone_index = $1 and purpose = $2 and record_id is not distinct from $3::uuid
      and consumed_at is null and expires_at > $4 and attempts < $5
    order by id for update)
  returning id, encode(code_hash, 'hex') as hash, attempts`;

/** The newest code of the phone for this purpose is void: it was tried too often and has not expired. */
export const IS_VOID = `
  exists (select from sms_code where phone_index = $1 and purpose = $2 and record_id is not distinct from $3::uuid
    and consumed_at is null and expires_at > $4 and attempts >= ${CODE_ATTEMPTS})`;

export class SmsCodeService {
  constructor(
    private readonly keys: KeyRing,
    private readonly messages: MessageService,
  ) {}

  async send(em: EntityManager, actor: Actor, request: CodeRequest): Promise<SentCode | Refused> {
    await this.takeAddressPlace(em, actor);
    const { now } = actor;
    const id = uuid();
    const code = String(randomInt(0, 10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
    const phoneIndex = this.phoneIndex(request.phone);
    const message = this.messages.seal({
      event: `code:${id}`,
      phone: request.phone,
      text: request.text(code),
      recordId: request.recordId,
      expiresAt,
    });
    const sent = await run(em, SEND, [
      phoneIndex,
      now,
      businessDay(now),
      new Date(now.getTime() - COOLDOWN_SECONDS * 1000),
      CODES_PER_DAY,
      request.purpose,
      lockoutStart(now),
      id,
      request.recordId,
      this.hash(id, code),
      expiresAt,
      ...messageValues(message),
    ]);
    if (sent.length === 1)
      return { sentTo: maskPhone(request.phone), cooldownSeconds: COOLDOWN_SECONDS, expiresAt };
    return new Refused(await this.whyNot(em, request, phoneIndex, now));
  }

  private async whyNot(em: EntityManager, request: CodeRequest, phoneIndex: Buffer, now: Date) {
    const [history] = await run<{
      last_sent_at: string;
      day: string;
      sent_on_day: number;
      voided_at: string | null;
    }>(
      em,
      `select q.last_sent_at, q.day::text, q.sent_on_day,
         (select max(tried_at) from sms_code where phone_index = $1 and purpose = $2 and attempts >= $3 and tried_at > $4) as voided_at
       from sms_quota q where q.phone_index = $1`,
      [phoneIndex, request.purpose, CODE_ATTEMPTS, lockoutStart(now)],
    );
    const known = {
      lastSentAt: history ? new Date(history.last_sent_at) : now,
      day: history?.day ?? null,
      sentOnDay: history?.sent_on_day ?? 0,
      voidedAt: history?.voided_at ? new Date(history.voided_at) : null,
    };
    return checkSending(known, now, request.field);
  }

  /** 25 codes in 300 s for one network address, over all processes. */
  private async takeAddressPlace(em: EntityManager, { address, now }: Actor): Promise<void> {
    const windowStart = new Date(now.getTime() - ADDRESS_WINDOW_SECONDS * 1000);
    const [window] = await run<{ count: number }>(
      em,
      `insert into address_quota as q (address_index, window_start, count) values ($1, $2, 1)
       on conflict (address_index) do update set
         window_start = case when q.window_start <= $3 then excluded.window_start else q.window_start end,
         count = case when q.window_start <= $3 then 1 else q.count + 1 end
       where q.window_start <= $3 or q.count < $4
       returning count`,
      [this.keys.blindIndex('address', address), now, windowStart, ADDRESS_CODES],
    );
    if (!window) throw new ApiError('RATE_LIMITED', { retryAfterSeconds: ADDRESS_WINDOW_SECONDS });
  }

  /**
   * Compares a code that confirms something about a record. The try is counted in the caller's transaction, which a
   * refusal commits, too.
   */
  async tryOne(
    tx: EntityManager,
    smsCode: string,
    purpose: CodePurpose,
    { id, phone }: { id: string; phone: string },
    now: Date,
  ): Promise<{ refusals: Refusal[]; right: CountedCode | null }> {
    const code = normaliseCode(smsCode);
    const malformed = checkCodeFormat(code, 'smsCode');
    if (malformed.length > 0) return { refusals: malformed, right: null };
    const [found] = await run<{ codes: CountedCode[]; code_void: boolean }>(
      tx,
      `with counted as (${COUNT_TRY}) select (select coalesce(json_agg(counted), '[]') from counted) as codes, ${IS_VOID} as code_void`,
      [this.phoneIndex(phone), purpose, id, now, CODE_ATTEMPTS],
    );
    const { state, right } = this.compare(code, found!.codes, found!.code_void);
    return { refusals: checkCode(state, 'smsCode'), right };
  }

  findRight(code: string, counted: readonly CountedCode[]): CountedCode | null {
    return (
      counted.find(({ id, hash }) => timingSafeEqual(this.hash(id, code), Buffer.from(hash, 'hex'))) ?? null
    );
  }

  /** Which of the counted codes was given, in constant time for each. */
  compare(
    code: string,
    counted: readonly CountedCode[],
    isVoid: boolean,
  ): { state: CodeState; right: CountedCode | null } {
    const right = this.findRight(code, counted);
    if (right) return { state: { kind: 'RIGHT' }, right };
    if (counted.length === 0) return { state: { kind: isVoid ? 'VOID' : 'NONE' }, right };
    const left = CODE_ATTEMPTS - Math.min(...counted.map(({ attempts }) => attempts));
    return { state: { kind: 'WRONG', left }, right };
  }

  phoneIndex(phone: string): Buffer {
    return this.keys.blindIndex('phone', phone);
  }

  private hash(id: string, code: string): Buffer {
    return createHmac('sha256', this.keys.derive('sms-code')).update(`${id}:${code}`).digest();
  }
}

const lockoutStart = (now: Date) => new Date(now.getTime() - LOCKOUT_MINUTES * 60_000);
