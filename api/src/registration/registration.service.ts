import { officeFor } from '@enrolment/rulebook/access.js';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { checkDeskRegistration, type DeskRegistration } from '@enrolment/rulebook/desk-registration.js';
import { checkName, normaliseName } from '@enrolment/rulebook/name.js';
import { checkPhone, normalisePhone, PHONE_LIMIT } from '@enrolment/rulebook/phone.js';
import { refuse, type Refusal, Refused } from '@enrolment/rulebook/refusal.js';
import {
  checkRegistration,
  normalisePeople,
  normaliseRegistration,
  type Registration,
} from '@enrolment/rulebook/registration.js';
import { checkCodeFormat } from '@enrolment/rulebook/sms-code.js';
import type { DocumentType, ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createHmac } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { Assistance, deskOf } from '../assistance/assistance.entity.js';
import type { CaptchaService } from '../captcha/captcha.service.js';
import { windowsIn } from '../calendar/windows.js';
import type { Actor } from '../actor.js';
import { TEXTS } from '../message/texts.js';
import type { NoticeService } from '../notice/notice.service.js';
import { countRefusals } from '../dashboard/tally.statements.js';
import { Child, type NewChild } from '../child/child.entity.js';
import { insertAtOnce } from '../database/insert-at-once.js';
import { Guardian } from '../guardian/guardian.entity.js';
import { brokenConstraint, brokenRule, isDeadlock } from '../platform/constraints.js';
import { ApiError, forbidden, notSetUp } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import type { RoleGrant } from '../platform/identity.js';
import { audit } from '../platform/audit/audit.js';
import { isUuid } from '../platform/uuid.js';
import { personIndex } from '../record/blind-indexes.js';
import { byGuardian, byOffice, rowsOf, tracesOf, type Act } from '../record/chronicle.js';
import { CollectionRecord, type NewRecord } from '../record/record.entity.js';
import type { SentCode, SmsCodeService } from '../sms-code/sms-code.service.js';
import { countTry, giveBack } from '../sms-code/sms-code.statements.js';
import { drawSerial, gatherFacts } from './registration.statements.js';

/** A lost race for a place on the phone is no refusal while another place is free. */
const TRIES = 6;

/** One submission of the form: its key and its contents. */
interface Attempt {
  readonly key: string;
  readonly hash: Buffer;
  /** How whoever asks stands to the record. */
  readonly as: 'REGISTRANT' | 'STAFF';
}

type Outcome = { record: CollectionRecord } | { refusals: Refusal[]; attemptKnown: boolean };

export class RegistrationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly notices: NoticeService,
    private readonly captcha: CaptchaService,
    private readonly codes: SmsCodeService,
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
    const result = failed.length > 0 ? new Refused(failed) : await this.sendCode(em, actor, phone, input);
    if (result instanceof Refused)
      await countRefusals(em, { season: null, district: null }, result.refusals, actor.now);
    return result;
  }

  private sendCode(
    em: EntityManager,
    actor: Actor,
    phone: string,
    { childName }: { childName?: string | null },
  ): Promise<SentCode | Refused> {
    const name = normaliseName(childName ?? '');
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
  ): Promise<CollectionRecord | Refused> {
    if (!isUuid(idempotencyKey))
      throw new ApiError('BAD_USER_INPUT', { message: 'idempotencyKey must be a UUID.' });
    const registration = normaliseRegistration(input);
    const attempt = {
      key: idempotencyKey,
      hash: this.fingerprint(actor, registration),
      as: 'REGISTRANT',
    } as const;
    return this.once(em, attempt, (tx) => this.attempt(tx, actor, registration, attempt));
  }

  /** 窗口代办: the same for a guardian who stands at the desk, by an officer of the district. */
  async registerAtDesk(
    em: EntityManager,
    actor: Actor,
    { idempotencyKey, ...input }: DeskRegistration & { idempotencyKey: string },
  ): Promise<CollectionRecord | Refused> {
    if (!isUuid(idempotencyKey))
      throw new ApiError('BAD_USER_INPUT', { message: 'idempotencyKey must be a UUID.' });
    const office = officeFor('ASSIST_FAMILIES', actor.viewer.roles, input);
    if (!office) throw forbidden();
    const registration = normalisePeople(input);
    const attempt = {
      key: idempotencyKey,
      hash: this.fingerprint(actor, registration),
      as: 'STAFF',
    } as const;
    const outcome = await this.once(em, attempt, (tx) =>
      this.attemptAtDesk(tx, actor, registration, attempt),
    );
    if (outcome instanceof Refused) await noteRefused(em, actor, office, outcome);
    return outcome;
  }

  /** Until it is done or refused: by a race for a place on the phone it is neither. */
  private async once(
    em: EntityManager,
    attempt: Attempt,
    work: (tx: EntityManager) => Promise<Outcome>,
  ): Promise<CollectionRecord | Refused> {
    for (let tries = 1; ; tries += 1) {
      try {
        const outcome = await em.transactional(work);
        if ('record' in outcome) return outcome.record;
        return await this.answerRefused(em, attempt, outcome);
      } catch (error) {
        const constraint = brokenConstraint(error);
        const retry =
          constraint === 'phone_slot_taken' || constraint === 'collection_number_unique' || isDeadlock(error);
        if (retry && tries < TRIES) continue;
        if (constraint === 'attempt_reused') return await this.answerKnown(em, attempt);
        const broken = brokenRule(error);
        if (!broken) throw error;
        const refusals = [refuse(broken.rule, { field: broken.field })];
        // Now that the other record can be seen, the rulebook says it better, with everything else.
        if (tries < TRIES) continue;
        return new Refused(refusals);
      }
    }
  }

  private async attempt(
    tx: EntityManager,
    actor: Actor,
    registration: Registration,
    attempt: Attempt,
  ): Promise<Outcome> {
    const { child, guardian, smsCode, district } = registration;
    const { now, viewer } = actor;
    const asked = this.codes.asked(actor, {
      phone: guardian.phone,
      purpose: 'REGISTRATION',
      recordId: null,
    });
    // Count before comparing: a crash between the two must not give a free guess.
    const counted = checkCodeFormat(smsCode, '').length === 0 ? await countTry(tx, asked) : [];
    const right = this.codes.findRight(smsCode, counted);
    const [facts] = await gatherFacts(tx, {
      ...asked,
      proven: right !== null,
      subject: viewer.subject,
      documentIndex: personIndex(this.keys, child),
      district,
      service: registration.service as ServiceKind,
      attemptKey: attempt.key,
      english: actor.language === 'en',
    });
    if (!facts) throw notSetUp();
    const { state } = this.codes.compare(smsCode, counted, Boolean(facts.codeVoid));
    const notice = this.notices.read(registration.noticeTicket);
    const slotsUsed = facts.slotsUsed ?? [];
    const refusals = checkRegistration(
      registration,
      {
        season: { bornFrom: facts.bornFrom, bornTo: facts.bornTo },
        districts: new Set(facts.districts ?? []),
        hotline: facts.hotline ?? '',
        window: windowsIn(facts.windows).REGISTRATION ?? null,
        notice,
        privacyPolicyVersion: facts.privacyPolicyVersion ?? '',
        document: facts.documentOfOthers ? 'OF_OTHERS' : facts.documentOwn ? 'OWN' : 'FREE',
        phoneUsed: slotsUsed.length,
        code: state,
      },
      now,
    );
    if (facts.attemptKnown || refusals.length > 0 || !right || !notice) {
      // Somebody else's child was found out: that costs a try, or one code would be good for any number of questions.
      const foundOut = facts.documentOfOthers && tellsOfDocument(refusals);
      // A right code is no guess: when something else has to be mended first, it costs no try.
      if (right && !foundOut)
        await giveBack(tx, { ...asked, counted: counted.map(({ id }) => id), used: null });
      const known = (facts.districts ?? []).includes(district);
      if (!facts.attemptKnown)
        await countRefusals(tx, { season: facts.season, district: known ? district : null }, refusals, now);
      return { refusals, attemptKnown: Boolean(facts.attemptKnown) };
    }
    await giveBack(tx, { ...asked, counted: counted.map(({ id }) => id), used: right.id });
    const { privacyPolicyVersion } = registration;
    const consent = { noticeVersion: notice.version, privacyPolicyVersion };
    const { season, sentence } = facts;
    const given = { season, consent, phoneSlot: freeSlot(slotsUsed), attempt, sentence, paper: null };
    return { record: await this.write(tx, actor, registration, given) };
  }

  private async attemptAtDesk(
    tx: EntityManager,
    actor: Actor,
    registration: DeskRegistration,
    attempt: Attempt,
  ): Promise<Outcome> {
    const { child, guardian, district, paper } = registration;
    const { now, viewer } = actor;
    const [facts] = await gatherFacts(tx, {
      ...this.codes.asked(actor, { phone: guardian.phone, purpose: 'REGISTRATION', recordId: null }),
      // The guardian stands there: who else has registered the child is told, as it is to whoever holds the phone.
      proven: true,
      subject: viewer.subject,
      documentIndex: personIndex(this.keys, child),
      district,
      service: registration.service as ServiceKind,
      attemptKey: attempt.key,
      english: actor.language === 'en',
    });
    if (!facts) throw notSetUp();
    const slotsUsed = facts.slotsUsed ?? [];
    const notice = await this.notices.inForce(tx, registration.service as ServiceKind, actor);
    const consent = {
      noticeVersion: notice.version,
      privacyPolicyVersion: facts.privacyPolicyVersion ?? '',
    };
    const known = {
      ...consent,
      season: { bornFrom: facts.bornFrom, bornTo: facts.bornTo },
      districts: new Set(facts.districts ?? []),
      hotline: facts.hotline ?? '',
      window: windowsIn(facts.windows).REGISTRATION ?? null,
      document: facts.documentOfOthers ? 'OF_OTHERS' : facts.documentOwn ? 'OWN' : 'FREE',
      phoneUsed: slotsUsed.length,
    } as const;
    const own = viewer.document?.number === guardian.documentNumber;
    const refusals = [
      ...(own ? [refuse('ownChildAtDesk', { field: 'guardian.documentNumber' })] : []),
      ...checkDeskRegistration(registration, known, now),
    ];
    if (facts.attemptKnown || refusals.length > 0) {
      if (!facts.attemptKnown) await countRefusals(tx, { season: facts.season, district }, refusals, now);
      return { refusals, attemptKnown: Boolean(facts.attemptKnown) };
    }
    const { season, sentence } = facts;
    const given = { season, consent, phoneSlot: freeSlot(slotsUsed), attempt, sentence };
    return { record: await this.write(tx, actor, registration, { ...given, paper: paper.reference.trim() }) };
  }

  /** Record, child, guardian, history, audit and confirmation, sealed with the new record's own key, in one statement. */
  private async write(
    tx: EntityManager,
    { viewer, language, now: at }: Actor,
    {
      child,
      guardian,
      ...registration
    }: Pick<Registration, 'district' | 'service' | 'ground' | 'child' | 'guardian'>,
    given: {
      season: number;
      consent: NewRecord['consent'];
      phoneSlot: number;
      attempt: Attempt;
      /** What the family has signed at the desk; null where it registers itself. */
      paper: string | null;
      /** What the district adds to the confirmation, in the language of the record. */
      sentence: string | null;
    },
  ): Promise<CollectionRecord> {
    const { season, consent, phoneSlot, attempt, paper, sentence } = given;
    const { district } = registration;
    const serial = await drawSerial(tx, season, district);
    const id = uuid();
    const { record, key } = CollectionRecord.register({
      keys: this.keys,
      id,
      number: makeCollectionNumber(season, district, serial),
      season,
      service: registration.service as ServiceKind,
      ground: registration.ground as TreatedAsLocalGround | null,
      district,
      residence: child,
      consent,
      registeredBy: paper === null ? viewer.subject : deskOf(id),
      attempt,
      at,
      language,
    });
    const act: Act = {
      by: paper === null ? byGuardian(record) : byOffice(viewer, record),
      at,
      event: 'REGISTERED',
      audit:
        paper === null
          ? { action: 'RECORD_REGISTERED' }
          : { action: 'REGISTERED_AT_DESK', detail: { paper } },
      tell: { event: `registered:${record.id}`, text: 'REGISTERED' },
    };
    const told = { first: guardian, maskedChild: maskName(child.name) };
    await insertAtOnce(tx, [
      record,
      new Child(record, child as NewChild, key, this.keys),
      new Guardian(
        record,
        {
          ...guardian,
          role: 'FIRST',
          documentType: guardian.documentType as DocumentType,
          phoneSlot,
          phoneConfirmed: paper === null,
          relation: null,
        },
        key,
        this.keys,
      ),
      ...(paper === null ? [] : [new Assistance(record, viewer, at)]),
      // By the statement that writes the record itself, and not by one of its own as what happens to a record later.
      ...rowsOf(tracesOf(this.keys, record, act, told, () => sentence)),
    ]);
    record.viewerRelation = attempt.as;
    return record;
  }

  /** Whether a refusal may come from the same attempt, which succeeded a moment before. */
  private async answerRefused(
    em: EntityManager,
    attempt: Attempt,
    { refusals, attemptKnown }: { refusals: Refusal[]; attemptKnown: boolean },
  ): Promise<CollectionRecord | Refused> {
    if (attemptKnown) return this.answerKnown(em, attempt);
    return (await this.findAttempt(em, attempt)) ?? new Refused(refusals);
  }

  private async answerKnown(em: EntityManager, attempt: Attempt): Promise<CollectionRecord | Refused> {
    const earlier = await this.findAttempt(em, attempt);
    return earlier ?? new Refused([refuse('attemptReused', { field: 'idempotencyKey' })]);
  }

  /** Its hash is over whoever asks as well. */
  private async findAttempt(em: EntityManager, { key, hash, as }: Attempt): Promise<CollectionRecord | null> {
    const record = await em.fork().findOne(CollectionRecord, { attemptKey: key, attemptHash: hash });
    if (record) record.viewerRelation = as;
    return record;
  }

  /** Says whether two inputs are the same without keeping either. */
  private fingerprint({ viewer }: Actor, registration: Registration | DeskRegistration): Buffer {
    return createHmac('sha256', this.keys.derive('attempt'))
      .update(JSON.stringify([viewer.subject, registration]))
      .digest();
  }
}

/** A refusal can tell of another family's child or phone: so it is on the trail who asked, and by which rules it failed. */
const noteRefused = (
  em: EntityManager,
  { now, viewer }: Actor,
  { role, district }: RoleGrant,
  { refusals }: Refused,
): Promise<void> =>
  audit(em, {
    at: now,
    actor: viewer.subject,
    actorRole: role,
    action: 'REFUSED_AT_DESK',
    recordNumber: null,
    district,
    season: null,
    detail: { rules: [...new Set(refusals.map(({ rule }) => rule))] },
  });

const freeSlot = (used: readonly number[]): number =>
  [1, 2, 3].find((place) => !used.includes(place)) ?? PHONE_LIMIT + 1;

const tellsOfDocument = (refusals: readonly Refusal[]) =>
  refusals.some(({ rule }) => rule === 'documentAlreadyRegistered');
