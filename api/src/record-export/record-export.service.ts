import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditRow, AuditTrailService } from '../audit-trail/audit-trail.service.js';
import type { Actor } from '../context.js';
import { TEXTS } from '../message/texts.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { audit } from '../platform/audit/audit.js';
import { ApiError } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import { ownRecord } from '../record/own-record.js';
import type { RecordRow, RecordService } from '../record/record.service.js';
import { Refused } from '../refusal.type.js';
import { EXPORTS_PER_HOUR } from '../rulebook/record-export.js';
import type { SentCode, SmsCodeService } from '../sms-code/sms-code.service.js';
import { ExportTickets } from './export-ticket.js';

export interface GrantRow {
  granted_at: string;
  revoked_at: string | null;
}

export interface ExportedRecord {
  readonly row: RecordRow;
  readonly whole: boolean;
  readonly grants: GrantRow[];
  readonly trail: AuditRow[];
}

const EXPORTS: readonly AuditAction[] = ['RECORD_EXPORTED', 'RECORD_EXPORTED_WHOLE'];
const HOUR_MS = 3_600_000;

/** 查阅、复制: everything that is held about a child, for who registered it. */
export class RecordExportService {
  private readonly tickets: ExportTickets;

  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly codes: SmsCodeService,
    private readonly auditTrail: AuditTrailService,
  ) {
    this.tickets = new ExportTickets(keys);
  }

  async requestCode(em: EntityManager, actor: Actor, number: string): Promise<SentCode | Refused> {
    const record = await ownRecord(em, this.keys, actor, number);
    return this.codes.send(em, actor, {
      phone: record.phone,
      purpose: 'EXPORT',
      recordId: record.id,
      text: (code) => TEXTS.exportCode(actor.language, code, maskName(record.childName)),
      field: null,
    });
  }

  async confirm(
    em: EntityManager,
    actor: Actor,
    number: string,
    smsCode: string,
  ): Promise<{ ticket: string; expiresAt: Date } | Refused> {
    return em.transactional(async (tx) => {
      const record = await ownRecord(tx, this.keys, actor, number);
      const { refusals, right } = await this.codes.tryOne(tx, smsCode, 'EXPORT', record, actor.now);
      if (!right) return new Refused(refusals);
      await run(tx, 'update sms_code set consumed_at = $2 where id = $1', [right.id, actor.now]);
      return this.tickets.issue({ number, subject: actor.viewer.subject }, actor.now);
    });
  }

  /** In one transaction with its audit entry: what is not written down is not shown. */
  async export(
    em: EntityManager,
    actor: Actor,
    number: string,
    ticket: string | null,
  ): Promise<ExportedRecord> {
    const { viewer, now } = actor;
    const whole = ticket !== null && this.tickets.holds(ticket, { number, subject: viewer.subject }, now);
    return em.transactional(async (tx) => {
      const row = await this.records.own(tx, actor, number);
      await this.takePlace(tx, number, now);
      await audit(tx, {
        ...{ at: now, actor: 'GUARDIAN', actorRole: 'GUARDIAN', recordNumber: number },
        action: whole ? 'RECORD_EXPORTED_WHOLE' : 'RECORD_EXPORTED',
      });
      const grants = await run<GrantRow>(
        tx,
        'select granted_at, revoked_at from record_authorization where record_id = $1 order by granted_at, id',
        [row.id],
      );
      return { row, whole, grants, trail: await this.auditTrail.whole(tx, actor, number) };
    });
  }

  /** Counted under the record's lock, so that no more come through together than one after the other. */
  private async takePlace(tx: EntityManager, number: string, now: Date): Promise<void> {
    const [taken] = await run<{ count: number; oldest: string | null }>(
      tx,
      `select count(*)::int as count, min(at) as oldest from audit_entry
       where record_number = $1 and action = any($2::text[]) and at > $3`,
      [number, EXPORTS, new Date(now.getTime() - HOUR_MS)],
    );
    if (taken!.count < EXPORTS_PER_HOUR) return;
    const again = new Date(taken!.oldest!).getTime() + HOUR_MS - now.getTime();
    throw new ApiError('RATE_LIMITED', { retryAfterSeconds: Math.ceil(again / 1000) });
  }
}
