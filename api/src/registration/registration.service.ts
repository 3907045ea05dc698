import type { EntityManager } from '@mikro-orm/postgresql';
import { createHmac } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { CaptchaService } from '../captcha/captcha.service.js';
import { windowsIn } from '../calendar/windows.js';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { messageValues } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import type { NoticeService, NoticeTicket } from '../notice/notice.service.js';
import { brokenConstraint, isDeadlock, ruleOfConstraint } from '../platform/constraints.js';
import { ApiError } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import { RECORD_COLUMNS, type RecordRow } from '../record/record.service.js';
import { Refused } from '../refusal.type.js';
import { makeCollectionNumber } from '../rulebook/collection-number.js';
import { checkName, normaliseName } from '../rulebook/name.js';
import { checkPhone, normalisePhone, PHONE_LIMIT } from '../rulebook/phone.js';
import { refuse, type Refusal } from '../rulebook/refusal.js';
import { checkRegistration, normaliseRegistration, type Registration } from '../rulebook/registration.js';
import { checkCodeFormat, CODE_ATTEMPTS } from '../rulebook/sms-code.js';
import {
  COUNT_TRY,
  type CountedCode,
  type SentCode,
  type SmsCodeService,
} from '../sms-code/sms-code.service.js';
import { GATHER_FACTS, REGISTER, type FactsRow } from './registration.statements.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** A lost race for a place on the phone is no refusal while another place is free. */
const TRIES = 6;

type Outcome = { record: RecordRow } | { refusals: Refusal[]; attemptKnown: boolean };

export class RegistrationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly notices: NoticeService,
    private readonly captcha: CaptchaService,
    private readonly codes: SmsCodeService,
    private readonly messages: MessageService,
  ) {}

  async requestCode(
    em: EntityManager,
    actor: Actor,
    input: { phone: string; captcha: { id: string; answer: string }; childName?: string | null },
  ): Promise<SentCode | Refused> {
    const phone = normalisePhone(input.phone);
    const malformed = checkPhone(phone, 'phone');
    if (malformed.length > 0) return new Refused(malformed);
    const failed = await this.captcha.use(em, actor, input.captcha, 'captcha');
    if (failed.length > 0) return new Refused(failed);
    const name = normaliseName(input.childName ?? '');
    const child = checkName(name, '').length === 0 ? maskName(name) : null;
    return this.codes.send(em, actor, {
      phone,
      purpose: 'REGISTRATION',
      recordId: null,
      text: (code) => TEXTS.registrationCode(actor.language, code, child),
      field: 'phone',
    });
  }

  /** 儿童信息注册: the record, or every rule that the input breaks. The same key with the same input answers alike. */
  async register(
    em: EntityManager,
    actor: Actor,
    { idempotencyKey, ...input }: Registration & { idempotencyKey: string },
  ): Promise<RecordRow | Refused> {
    if (!UUID.test(idempotencyKey))
      throw new ApiError('BAD_USER_INPUT', { message: 'idempotencyKey must be a UUID.' });
    const registration = normaliseRegistration(input);
    const attempt = { key: idempotencyKey, hash: this.fingerprint(actor, registration) };
    for (let tries = 1; ; tries += 1) {
      try {
        const outcome = await em.transactional((tx) => this.attempt(tx, actor, registration, attempt));
        if ('record' in outcome) return outcome.record;
        return await this.answerRefused(em, actor, attempt, outcome);
      } catch (error) {
        const constraint = brokenConstraint(error);
        const retry =
          constraint === 'phone_slot_taken' || constraint === 'collection_number_unique' || isDeadlock(error);
        if (retry && tries < TRIES) continue;
        if (constraint === 'attempt_reused') return await this.answerKnown(em, actor, attempt);
        const broken = constraint === null ? null : ruleOfConstraint(constraint);
        if (!broken) throw error;
        const refusals = [refuse(broken.rule, { field: broken.field })];
        // The rulebook says it better, with everything else, now that the other one is there to be seen.
        if (tries < TRIES) continue;
        return new Refused(refusals);
      }
    }
  }

  private async attempt(
    tx: EntityManager,
    actor: Actor,
    registration: Registration,
    attempt: { key: string; hash: Buffer },
  ): Promise<Outcome> {
    const { child, guardian, smsCode } = registration;
    const { now } = actor;
    const wellFormed = checkCodeFormat(smsCode, '').length === 0;
    const phoneIndex = this.codes.phoneIndex(guardian.phone);
    const documentIndex = this.documentIndex(child.documentNumber);
    const code = [phoneIndex, 'REGISTRATION', null, now];
    // Count before comparing: a crash between the two must not give a free guess.
    const counted = await run<CountedCode>(tx, COUNT_TRY, [...code, wellFormed ? CODE_ATTEMPTS : 0]);
    const right = this.codes.findRight(smsCode, counted);
    const [facts] = await run<FactsRow>(tx, GATHER_FACTS, [
      ...code,
      child.documentType,
      documentIndex,
      registration.district,
      registration.service,
      attempt.key,
      actor.viewer.subject,
      right !== null,
    ]);
    if (!facts) throw new Error('there is no season');
    const { state } = this.codes.compare(smsCode, counted, facts.code_void);
    const notice = this.notices.read(registration.noticeTicket);
    const refusals = checkRegistration(
      registration,
      {
        season: { bornFrom: facts.born_from, bornTo: facts.born_to },
        districts: new Set(facts.districts),
        hotline: facts.hotline ?? '',
        window: windowsIn(facts.windows).REGISTRATION ?? null,
        notice,
        privacyPolicyVersion: facts.privacy_policy_version,
        documentTaken: facts.document_taken,
        phoneUsed: facts.slots_used.length,
        code: state,
      },
      now,
    );
    if (facts.attempt_known || refusals.length > 0 || !right || !notice) {
      // Somebody else's child was found out: that costs a try, or one code would be good for any number of questions.
      if (right && !facts.document_of_others) await this.giveBack(tx, counted);
      return { refusals, attemptKnown: facts.attempt_known };
    }
    const number = makeCollectionNumber(facts.season, registration.district, facts.serial);
    const slot = [1, 2, 3].find((place) => !facts.slots_used.includes(place)) ?? PHONE_LIMIT + 1;
    const values = this.sealed(actor, registration, { number, slot, season: facts.season, notice, attempt });
    const siblings = counted.filter(({ id }) => id !== right.id).map(({ id }) => id);
    const [record] = await run<RecordRow>(tx, REGISTER, [now, right.id, siblings, ...values]);
    if (!record) throw new Error('the code was used in between, under its own lock');
    return { record };
  }

  /** A right code is no guess: when something else has to be mended first, it costs no try. */
  private async giveBack(tx: EntityManager, codes: readonly CountedCode[]): Promise<void> {
    await run(tx, 'update sms_code set attempts = attempts - 1 where id = any($1::uuid[]) and attempts > 0', [
      codes.map(({ id }) => id),
    ]);
  }

  /** Everything that REGISTER writes from its fourth parameter on, sealed with the new record's own key. */
  private sealed(
    actor: Actor,
    { child, guardian, ...registration }: Registration,
    given: {
      number: string;
      slot: number;
      season: number;
      notice: NoticeTicket;
      attempt: { key: string; hash: Buffer };
    },
  ): unknown[] {
    const id = uuid();
    const { key, keyId, wrappedKey } = this.keys.create(id);
    const confirmation = this.messages.seal({
      event: `registered:${id}`,
      phone: guardian.phone,
      text: TEXTS.registered(actor.language, given.number, maskName(child.name)),
      recordId: id,
      expiresAt: null,
    });
    return [
      ...[id, given.number, given.season, registration.service, registration.ground, registration.district],
      ...[child.hukouProvince, child.hukouDistrict, child.residenceDistrict],
      ...[given.notice.version, registration.privacyPolicyVersion, actor.viewer.subject],
      ...[given.attempt.key, given.attempt.hash, keyId, wrappedKey],
      ...[child.nationality, key.seal('child.name', child.name), child.documentType],
      ...[key.seal('child.document', child.documentNumber), this.documentIndex(child.documentNumber)],
      ...[child.sex, key.seal('child.birth_date', child.birthDate)],
      ...[key.seal('guardian.FIRST.name', guardian.name), guardian.documentType],
      ...[
        key.seal('guardian.FIRST.document', guardian.documentNumber),
        this.documentIndex(guardian.documentNumber),
      ],
      ...[
        key.seal('guardian.FIRST.phone', guardian.phone),
        this.codes.phoneIndex(guardian.phone),
        given.slot,
      ],
      ...messageValues(confirmation),
      actor.language,
    ];
  }

  /** A refusal that may only be the echo of the same attempt, which went through a moment before. */
  private async answerRefused(
    em: EntityManager,
    actor: Actor,
    attempt: { key: string; hash: Buffer },
    { refusals, attemptKnown }: { refusals: Refusal[]; attemptKnown: boolean },
  ): Promise<RecordRow | Refused> {
    if (attemptKnown) return this.answerKnown(em, actor, attempt);
    const earlier = await this.findAttempt(em, actor, attempt);
    return earlier ?? new Refused(refusals);
  }

  private async answerKnown(
    em: EntityManager,
    actor: Actor,
    attempt: { key: string; hash: Buffer },
  ): Promise<RecordRow | Refused> {
    const earlier = await this.findAttempt(em, actor, attempt);
    return earlier ?? new Refused([refuse('attemptReused', { field: 'idempotencyKey' })]);
  }

  private async findAttempt(
    em: EntityManager,
    actor: Actor,
    attempt: { key: string; hash: Buffer },
  ): Promise<RecordRow | null> {
    const [record] = await run<RecordRow>(
      em,
      `select ${RECORD_COLUMNS}, 'REGISTRANT' as viewer_relation from collection_record r
       where r.attempt_key = $1 and r.attempt_hash = $2 and r.registered_by = $3`,
      [attempt.key, attempt.hash, actor.viewer.subject],
    );
    return record ?? null;
  }

  /** Says whether two inputs are the same without keeping either. */
  private fingerprint({ viewer }: Actor, registration: Registration): Buffer {
    return createHmac('sha256', this.keys.derive('attempt'))
      .update(JSON.stringify([viewer.subject, registration]))
      .digest();
  }

  private documentIndex(number: string): Buffer {
    return this.keys.blindIndex('document', number);
  }
}
