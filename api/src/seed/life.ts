import { correctionDue } from '@enrolment/rulebook/details/returned.js';
import type { Details as DetailsContent } from '@enrolment/rulebook/details/details.js';
import { partOf } from '@enrolment/rulebook/joint-review.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { appealDue, type ItemDecision } from '@enrolment/rulebook/review.js';
import type { AdmissionOutcome, CheckStatus } from '@enrolment/rulebook/vocabulary.js';
import type { IsWorkingDay } from '@enrolment/rulebook/working-days.js';
import { ref } from '@mikro-orm/core';
import { Admission } from '../admission/admission.entity.js';
import { Preregistration } from '../admission/preregistration.entity.js';
import { Authorization } from '../authorization/authorization.entity.js';
import { Child } from '../child/child.entity.js';
import { sealDetails, sealSubmitted, type SubmittedDetails } from '../details/details.content.js';
import { Details } from '../details/details.entity.js';
import { Guardian } from '../guardian/guardian.entity.js';
import { fingerprintOf, questionsAbout } from '../identity-check/documents.js';
import { IdentityCheck } from '../identity-check/identity-check.entity.js';
import type { Message } from '../message/message.entity.js';
import type { NewAuditEntry } from '../platform/audit/audit.entity.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { Sealed } from '../platform/sealed.js';
import { bySystem, tracesOf, type Act, type By, type Telling } from '../record/chronicle.js';
import { CollectionRecord, type NewRecord, type RecordEvent } from '../record/record.entity.js';
import { shownFrom } from '../record/visibility.js';
import { Rejection, ReviewItem } from '../review/review.entity.js';
import type { School } from '../school/school.entity.js';
import type { Chance } from './chance.js';
import type { ItemLaid, Reference, SeasonCalendar } from './city.js';
import type { ChildOfFamily, Family } from './family.js';

export type Given = Omit<NewRecord, 'keys'>;

const BY_FAMILY: By = { actor: 'GUARDIAN', subject: 'GUARDIAN', role: 'GUARDIAN' };

/**
 * A record's way, written down as the services write it. It uses the entities with their verbs, so it takes no step that
 * the stages do not allow, and each act has its event, its message and its audit entry.
 */
export class Life {
  readonly record: CollectionRecord;
  readonly events: RecordEvent[] = [];
  readonly audit: NewAuditEntry[] = [];
  messages: Message[] = [];
  readonly guardians: Guardian[];
  readonly child: Child;
  items: ReviewItem[] = [];
  details: Details | null = null;
  check: IdentityCheck | null = null;
  rejection: Rejection | null = null;
  authorization: Authorization | null = null;
  admission: Admission | null = null;
  preregistration: Preregistration | null = null;
  private content: DetailsContent | null = null;
  private submitted: SubmittedDetails | null = null;
  private readonly key: DataKey;
  private readonly office: By;

  constructor(
    given: Given,
    private readonly keys: KeyRing,
    private readonly family: Family,
    private readonly person: ChildOfFamily,
    private readonly calendar: SeasonCalendar,
    private readonly chance: Chance,
    phoneSlot: number,
  ) {
    const { record, key } = CollectionRecord.register({ ...given, keys });
    this.record = record;
    this.key = key;
    record.version = 1;
    record.reviewOpensAt = calendar.REVIEW?.opensAt ?? null;
    this.child = new Child(record, person, key, keys);
    this.guardians = [
      new Guardian(
        record,
        { ...family.first, role: 'FIRST', phoneSlot, phoneConfirmed: true, relation: null },
        key,
        keys,
      ),
    ];
    this.office = { actor: 'DISTRICT', subject: `officer-${given.district}`, role: 'DISTRICT_OFFICER' };
    this.write({
      by: BY_FAMILY,
      at: given.at,
      event: 'REGISTERED',
      audit: { action: 'RECORD_REGISTERED' },
      tell: { event: `registered:${record.id}`, text: 'REGISTERED' },
    });
  }

  save(content: DetailsContent, at: Date): void {
    this.keep(content, at, false);
    this.write({
      by: BY_FAMILY,
      at,
      audit: { action: 'DETAILS_SAVED' },
      ...(this.record.stage === 'REGISTERED' ? { step: 'SAVE_DETAILS' } : {}),
    });
  }

  submit(content: DetailsContent, at: Date, items: readonly ItemLaid[]): void {
    this.keep(content, at, true);
    this.record.submittedAt = at;
    this.write({ by: BY_FAMILY, at, step: 'SUBMIT_DETAILS', audit: { action: 'DETAILS_SUBMITTED' } });
    if (this.items.length === 0) this.items = items.map((item) => layItem(this.record, item));
    for (const item of this.items) {
      if (item.status === 'RETURNED') item.reopen();
      item.part = partOf(item.kind, content);
    }
    this.ask(at);
  }

  /** The person whom the first guardian lets take part. */
  authorize(at: Date): void {
    const second = this.guardians[1];
    if (!second) return;
    this.authorization = new Authorization(this.record, second, at);
    this.write({
      by: BY_FAMILY,
      at,
      event: 'AUTHORIZATION_GRANTED',
      audit: { action: 'AUTHORIZATION_GRANTED' },
    });
  }

  /** The verification gateway's answer. */
  answer(status: 'PASSED' | 'FAILED', at: Date): void {
    this.check!.answer(status, at);
    const audit = { action: `IDENTITY_CHECK_${status}` } as const;
    if (status === 'PASSED') this.write({ by: bySystem, at, step: 'VERIFY_IDENTITY', audit });
    else this.write({ by: bySystem, at, event: 'IDENTITY_CHECK_FAILED', audit });
  }

  decideIdentity(status: 'PASSED' | 'RETURNED', reason: string | null, at: Date): void {
    this.check!.decide(status, reason, { officer: this.office.subject, at, key: this.key });
    const audit = { action: `IDENTITY_CHECK_${status}` } as const;
    if (status === 'PASSED') return this.write({ by: this.office, at, step: 'VERIFY_IDENTITY', audit });
    const tell = {
      event: `identity-returned:${this.record.id}:${at.getTime()}`,
      text: 'IDENTITY_RETURNED',
    } as const;
    this.write({ by: this.office, at, step: 'RETURN', note: 'IDENTITY_AND_HUKOU', audit, tell });
  }

  decide(item: ReviewItem, decision: Omit<ItemDecision, 'dueAt'>, at: Date): void {
    const { status } = decision;
    const dueAt = status === 'RETURNED' ? correctionDue(null, this.calendar.CORRECTION, at) : null;
    item.decide({ ...decision, dueAt }, { officer: this.office.subject, at, key: this.key });
    const act = {
      by: this.office,
      at,
      note: item.kind,
      audit: { action: `ITEM_${status}`, subject: item.kind },
    } as const;
    if (status === 'RETURNED' && this.record.stage === 'IDENTITY_VERIFIED') {
      this.write({ ...act, step: 'RETURN', tell: this.verdict('returned', 'RETURNED', at) });
      return;
    }
    this.write({ ...act, event: `ITEM_${status}` });
    this.settle(at);
  }

  reject(reason: string, at: Date, isWorkingDay: IsWorkingDay): void {
    this.rejection ??= new Rejection(this.record);
    const by = { officer: this.office.subject, at, key: this.key };
    this.rejection.reject(reason, by, appealDue(shownFrom(this.record, at), isWorkingDay));
    this.write({
      by: this.office,
      at,
      step: 'REJECT',
      audit: { action: 'RECORD_REJECTED' },
      tell: this.verdict('rejected', 'REJECTED', at),
    });
  }

  appeal(statement: string, at: Date): void {
    this.rejection!.appeal(statement, at, this.key);
    this.write({ by: BY_FAMILY, at, step: 'APPEAL', audit: { action: 'APPEAL_MADE' } });
  }

  decideAppeal(accepted: boolean, reason: string, at: Date): void {
    this.rejection!.decide(accepted, reason, { officer: this.office.subject, at, key: this.key });
    this.write({
      by: this.office,
      at,
      step: accepted ? 'ACCEPT_APPEAL' : 'DISMISS_APPEAL',
      audit: { action: accepted ? 'APPEAL_ACCEPTED' : 'APPEAL_DISMISSED' },
      tell: { event: `appeal:${this.record.id}`, text: 'APPEAL_DECIDED' },
    });
    if (!accepted) return;
    for (const item of this.items) if (item.status === 'FAILED' || item.status === 'RETURNED') item.reopen();
  }

  read(at: Date): void {
    this.write({ by: this.office, at, audit: { action: 'RECORD_READ' } });
  }

  preregister(school: Reference['schools'][number], at: Date): void {
    const by: By = { actor: 'SCHOOL', subject: `registrar-${school.code}`, role: 'SCHOOL_REGISTRAR' };
    this.admission = new Admission(this.record, school as School, { by: by.subject, at });
    this.preregistration = new Preregistration(this.record.id, this.record, school as School, {
      by: by.subject,
      at,
    });
    this.write({
      by,
      at,
      step: 'PREREGISTER',
      audit: { action: 'PREREGISTERED', subject: school.code },
      tell: { event: `preregistered:${this.preregistration.id}`, text: 'PREREGISTERED' },
    });
  }

  admit(outcome: Exclude<AdmissionOutcome, 'PENDING'>, note: string | null, at: Date): void {
    this.admission!.decide(outcome, note, { officer: this.office.subject, at, key: this.key });
    this.write({
      by: this.office,
      at,
      audit: { action: `ADMISSION_${outcome}` },
      ...(outcome === 'ADMITTED' ? { step: 'ADMIT' } : {}),
    });
  }

  publish(at: Date): void {
    this.admission!.publishedAt = at;
    this.record.resultTold = true;
    this.write({
      by: { ...this.office, actor: 'DISTRICT' },
      at,
      event: 'RESULT_PUBLISHED',
      tell: { event: `result:${this.record.id}`, text: 'RESULT_PUBLISHED' },
    });
  }

  /** 撤销信息: what stays is the number, the stage and the history. */
  withdraw(at: Date): void {
    this.write({ by: BY_FAMILY, at, step: 'WITHDRAW', audit: { action: 'RECORD_WITHDRAWN' } });
    this.record.erase(at);
    this.guardians.length = 0;
    this.messages = [];
    this.items = [];
    this.details = this.check = this.rejection = this.authorization = this.admission = null;
    this.preregistration = null;
  }

  /** Seals the details as they were saved last: what was saved before is in no row. */
  seal(): void {
    const { details, content, submitted, key } = this;
    if (!details || !content) return;
    details.content = new Sealed(sealDetails(key, content));
    if (submitted) details.submitted = new Sealed(sealSubmitted(key, submitted));
  }

  /** Once every item has passed, the record is approved by itself. */
  settle(at: Date): void {
    if (this.record.stage !== 'IDENTITY_VERIFIED' || this.check?.status !== 'PASSED') return;
    if (this.items.length === 0 || !this.items.every(({ status }) => status === 'PASSED')) return;
    this.write({ by: bySystem, at, step: 'APPROVE', tell: this.verdict('approved', 'APPROVED', at) });
  }

  private keep(content: DetailsContent, at: Date, submitting: boolean): void {
    const { record, family, key } = this;
    record.version = (record.version ?? 1) + 1;
    record.updatedAt = at;
    this.content = content;
    this.details ??= Object.assign(new Details(), { record: ref(record), savedBy: 'FIRST' as const });
    if (submitting) {
      this.submitted = { version: record.version, details: content };
      record.residenceSubdistrict = content.residence?.subdistrict ?? null;
    }
    this.details.savedAt = at;
    this.guardians[0]!.relation = family.first.relation;
    const second = content.secondGuardian && family.second;
    if (second && this.guardians.length === 1) {
      this.guardians.push(
        new Guardian(record, { ...second, role: 'SECOND', phoneSlot: null }, key, this.keys),
      );
    }
  }

  /** Has the documents verified, unless they have passed already. */
  private ask(at: Date): void {
    const { record, family, person } = this;
    if (this.check?.status === 'PASSED') {
      this.write({ by: bySystem, at, step: 'VERIFY_IDENTITY' });
      return this.settle(at);
    }
    const second = this.content?.secondGuardian && family.second;
    const guardians = [
      { ...family.first, role: 'FIRST' as const },
      ...(second ? [{ ...second, role: 'SECOND' as const }] : []),
    ];
    const check = new IdentityCheck();
    check.record = ref(record);
    check.requestId = this.chance.uuid();
    check.fingerprint = fingerprintOf(this.keys, questionsAbout(person, guardians, record));
    check.status = 'PENDING' satisfies CheckStatus;
    check.requestedAt = at;
    check.askedAt = at;
    check.differences = [];
    this.check = check;
  }

  /** No verdict by SMS before the district's calendar shows it. */
  private verdict(event: string, text: Telling['text'], at: Date): Telling {
    return { event: `${event}:${this.chance.uuid()}`, text, at: shownFrom(this.record, at) };
  }

  /** A message has gone out and arrived a few seconds later. */
  private write(act: Act): void {
    const told = { first: this.family.first, maskedChild: maskName(this.person.name) };
    const { event, messages, entry } = tracesOf(this.keys, this.record, act, told);
    if (event) this.events.push(event);
    if (entry) this.audit.push(entry);
    for (const message of messages) {
      message.markSent(new Date(message.queuedAt.getTime() + 2_000 + this.chance.below(9_000)));
      this.messages.push(message);
    }
  }
}

const layItem = (record: CollectionRecord, item: ItemLaid): ReviewItem =>
  Object.assign(new ReviewItem(), item, { record: ref(record), status: 'PENDING' as const });
