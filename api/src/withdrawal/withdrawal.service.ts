import { refuse, type Refusal, Refused } from '@enrolment/rulebook/refusal.js';
import { allows } from '@enrolment/rulebook/stages.js';
import { isOpen } from '@enrolment/rulebook/window.js';
import { checkWithdrawal } from '@enrolment/rulebook/withdrawal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { AssistanceService } from '../assistance/assistance.service.js';
import type { DistrictLoaders } from '../district/district.loaders.js';
import { TEXTS } from '../message/texts.js';
import type { KeyRing } from '../platform/keys.js';
import { byGuardian, type Act, type Chronicle } from '../record/chronicle.js';
import { erasePersonal } from '../record/erase.statements.js';
import type { People } from '../record/people.js';
import { peopleBeside } from '../record/people-beside.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import type { RecordFacts } from '../record/record.statements.js';
import type { SentCode, SmsCodeService } from '../sms-code/sms-code.service.js';
import { withdrawalFacts } from './withdrawal.statements.js';

/** 撤销信息 (manual 六): by code to the phone of the registration; erases, and cannot be undone. */
export class WithdrawalService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly codes: SmsCodeService,
    private readonly chronicle: Chronicle,
    private readonly assistance: AssistanceService,
  ) {}

  /** Why this viewer may not withdraw this record now. */
  check(record: RecordFacts, { viewer }: Actor, hotline: string): Refusal[] {
    if (record.registeredBy !== viewer.subject) return [refuse('notAllowed')];
    return checkWithdrawal(allows('WITHDRAW', record.stage), hotline);
  }

  async requestCode(
    em: EntityManager,
    actor: Actor,
    number: string,
    districts: DistrictLoaders,
  ): Promise<SentCode | Refused> {
    const record = await this.records.own(em, actor, number);
    const district = await districts.byCode.load(record.district);
    const refusals = this.check(record, actor, district?.hotline[0] ?? '');
    if (refusals.length > 0) return new Refused(refusals);
    const { first, maskedChild } = peopleBeside(record, this.keys.keyOf(record));
    return this.codes.send(em, actor, {
      phone: first.phone,
      purpose: 'WITHDRAWAL',
      recordId: record.id,
      text: (code) => TEXTS.withdrawalCode(actor.language, code, maskedChild),
      field: null,
    });
  }

  async withdraw(
    em: EntityManager,
    actor: Actor,
    number: string,
    smsCode: string,
  ): Promise<{ number: string; at: Date } | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.holdOwn(tx, actor, number);
      const { people, windows, hotline } = await withdrawalFacts(tx, record, record.keyFrom(this.keys));
      const { phone } = people.first;
      // The code itself goes with the record.
      const tried = await this.codes.tryOne(tx, actor, smsCode, {
        phone,
        purpose: 'WITHDRAWAL',
        recordId: record.id,
      });
      const refusals = [...this.check(record, actor, hotline), ...tried.refusals];
      if (refusals.length > 0) return new Refused(refusals);
      const { REGISTRATION: registering } = windows;
      const again = registering !== undefined && isOpen(registering, actor.now);
      await this.erase(tx, actor, record, people, again);
      return { number, at: actor.now };
    });
  }

  /** 窗口代办: for a family without an account here, by a signed paper in place of the code. */
  async withdrawAtDesk(
    em: EntityManager,
    actor: Actor,
    number: string,
    paper: string,
  ): Promise<{ number: string; at: Date } | Refused> {
    return em.transactional(async (tx) => {
      const { record, refusals } = await this.assistance.hold(tx, actor, number, paper);
      const { people, windows, hotline } = await withdrawalFacts(tx, record, record.keyFrom(this.keys));
      const broken = [...refusals, ...checkWithdrawal(allows('WITHDRAW', record.stage), hotline)];
      if (broken.length > 0) return new Refused(broken);
      const { REGISTRATION: registering } = windows;
      const again = registering !== undefined && isOpen(registering, actor.now);
      const detail = { paper: paper.trim() };
      await this.erase(tx, actor, record, people, again, { action: 'WITHDRAWN_AT_DESK', detail });
      return { number, at: actor.now };
    });
  }

  /** Rows and key: what stays is the number, the stage and the history, without a word about anybody. */
  private async erase(
    tx: EntityManager,
    { now }: Actor,
    record: CollectionRecord,
    people: People,
    again: boolean,
    told: Act['audit'] = { action: 'RECORD_WITHDRAWN' },
  ): Promise<void> {
    await erasePersonal(tx, { records: [record.id] });
    const act: Act = {
      by: byGuardian(record),
      at: now,
      step: 'WITHDRAW',
      audit: told!,
      tell: {
        event: `withdrawn:${record.id}`,
        text: (language, number) => TEXTS.withdrawn(language, number, again),
        outlives: true,
      },
    };
    await this.chronicle.write(tx, record, act, people);
    record.erase(now);
  }
}
