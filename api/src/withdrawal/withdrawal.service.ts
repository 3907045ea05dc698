import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import { ownRecord, type OwnRecord } from '../record/own-record.js';
import type { RecordRow } from '../record/record.service.js';
import { allows, TRANSITIONS } from '../record/stages.js';
import { Refused } from '../refusal.type.js';
import { refuse, type Refusal } from '../rulebook/refusal.js';
import { checkWithdrawal } from '../rulebook/withdrawal.js';
import type { SentCode, SmsCodeService } from '../sms-code/sms-code.service.js';

/** Every table that says something about somebody. */
const PERSONAL = [
  ...['admission', 'child', 'details', 'guardian', 'identity_check', 'message'],
  ...['record_authorization', 'rejection', 'review_item', 'sms_code'],
];

/** 撤销信息 (manual 六): by code to the phone of the registration; erases, and cannot be undone. */
export class WithdrawalService {
  constructor(
    private readonly keys: KeyRing,
    private readonly codes: SmsCodeService,
    private readonly messages: MessageService,
  ) {}

  /** Why this viewer may not withdraw this record now. */
  check(record: RecordRow, { viewer }: Actor, hotline: string): Refusal[] {
    if (record.registered_by !== viewer.subject) return [refuse('notAllowed')];
    return checkWithdrawal(allows('WITHDRAW', record.stage), hotline);
  }

  async requestCode(em: EntityManager, actor: Actor, number: string): Promise<SentCode | Refused> {
    const record = await ownRecord(em, this.keys, actor, number);
    const refusals = this.check(record, actor, record.hotline);
    if (refusals.length > 0) return new Refused(refusals);
    return this.codes.send(em, actor, {
      phone: record.phone,
      purpose: 'WITHDRAWAL',
      recordId: record.id,
      text: (code) => TEXTS.withdrawalCode(actor.language, code, maskName(record.childName)),
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
      const record = await ownRecord(tx, this.keys, actor, number, true);
      // The code itself goes with the record.
      const tried = await this.codes.tryOne(tx, smsCode, 'WITHDRAWAL', record, actor.now);
      const refusals = [...this.check(record, actor, record.hotline), ...tried.refusals];
      if (refusals.length > 0) return new Refused(refusals);
      await this.erase(tx, actor, record);
      return { number, at: actor.now };
    });
  }

  /** Rows and key: what stays is the number, the stage and the history, without a word about anybody. */
  private async erase(tx: EntityManager, { now, language }: Actor, record: OwnRecord): Promise<void> {
    for (const table of PERSONAL) {
      await run(tx, `delete from ${table} where record_id = $1`, [record.id]);
    }
    const [gone] = await run(
      tx,
      `update collection_record set stage = 'WITHDRAWN', withdrawn_at = $2, version = version + 1, registered_by = null,
         hukou_province = null, hukou_district = null, residence_district = null, attempt_hash = null, language = null, key_id = null, wrapped_key = null
       where id = $1 and stage = any($3::text[]) returning id`,
      [record.id, now, TRANSITIONS.WITHDRAW.from],
    );
    if (!gone) throw new Error('the stage changed under its own lock');
    await run(
      tx,
      `insert into record_event (record_id, kind, at, actor, from_stage, to_stage) values ($1, 'WITHDRAWN', $2, 'GUARDIAN', $3, 'WITHDRAWN')`,
      [record.id, now, record.stage],
    );
    await audit(tx, {
      at: now,
      actor: 'GUARDIAN',
      actorRole: 'GUARDIAN',
      action: 'RECORD_WITHDRAWN',
      recordNumber: record.number,
    });
    const farewell = { event: `withdrawn:${record.id}`, recordId: null, expiresAt: null };
    await this.messages.queue(
      tx,
      { ...farewell, phone: record.phone, text: TEXTS.withdrawn(language, record.number) },
      now,
    );
  }
}
