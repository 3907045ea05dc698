import { EXPORTS_PER_HOUR } from '@enrolment/rulebook/record-export.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditTrailService } from '../audit-trail/audit-trail.service.js';
import type { AuditRow } from '../audit-trail/audit-trail.statements.js';
import type { Actor } from '../actor.js';
import { Authorization } from '../authorization/authorization.entity.js';
import { anyOf, tables } from '../database/tables.js';
import { TEXTS } from '../message/texts.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { aboutRecord, audit } from '../platform/audit/audit.js';
import { ApiError } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { byGuardian } from '../record/chronicle.js';
import { peopleBeside } from '../record/people-beside.js';
import type { RecordService } from '../record/record.service.js';
import type { RecordFacts } from '../record/record.statements.js';
import type { SentCode, SmsCodeService } from '../sms-code/sms-code.service.js';
import { useUp } from '../sms-code/sms-code.statements.js';
import { ExportTickets } from './export-ticket.js';

interface ExportedRecord {
  readonly row: RecordFacts;
  readonly whole: boolean;
  readonly grants: readonly Authorization[];
  readonly trail: AuditRow[];
}

const EXPORTS: readonly AuditAction[] = ['RECORD_EXPORTED', 'RECORD_EXPORTED_WHOLE'];
const HOUR_MS = 3_600_000;

/** 查阅、复制: everything that is held about a child, for the guardian who registered it. */
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
    const record = await this.records.own(em, actor, number);
    const { first, maskedChild } = peopleBeside(record, this.keys.keyOf(record));
    return this.codes.send(em, actor, {
      phone: first.phone,
      purpose: 'EXPORT',
      recordId: record.id,
      text: (code) => TEXTS.exportCode(actor.language, code, maskedChild),
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
      const record = await this.records.own(tx, actor, number);
      const { first } = peopleBeside(record, this.keys.keyOf(record));
      const { refusals, right } = await this.codes.tryOne(tx, actor, smsCode, {
        phone: first.phone,
        purpose: 'EXPORT',
        recordId: record.id,
      });
      if (!right) return new Refused(refusals);
      await useUp(tx, right, actor.now);
      return this.tickets.issue({ number, subject: actor.viewer.subject }, actor.now);
    });
  }

  /** The audit entry is in the same transaction: without it nothing is shown. */
  async export(
    em: EntityManager,
    actor: Actor,
    number: string,
    ticket: string | null,
  ): Promise<ExportedRecord> {
    const { viewer, now } = actor;
    const whole = ticket !== null && this.tickets.holds(ticket, { number, subject: viewer.subject }, now);
    return em.transactional(async (tx) => {
      const row = await this.records.holdOwn(tx, actor, number);
      await this.takePlace(tx, number, now);
      const by = byGuardian(row);
      await audit(tx, {
        at: now,
        actor: by.subject,
        actorRole: by.role,
        ...aboutRecord(row),
        action: whole ? 'RECORD_EXPORTED_WHOLE' : 'RECORD_EXPORTED',
      });
      const grants = await tx.find(
        Authorization,
        { record: row },
        { orderBy: { grantedAt: 'asc', id: 'asc' } },
      );
      return { row, whole, grants, trail: await this.auditTrail.findAll(tx, actor, number) };
    });
  }

  /** It counts under the record's lock, so parallel requests get no more than successive ones. */
  private async takePlace(tx: EntityManager, number: string, now: Date): Promise<void> {
    const { count, oldest } = await tables(tx)
      .selectFrom('audit_entry')
      .select(({ fn }) => [fn.countAll().as('count'), fn.min('at').as('oldest')])
      .where('recordNumber', '=', number)
      .where('action', '=', anyOf(EXPORTS))
      .where('at', '>', new Date(now.getTime() - HOUR_MS))
      .executeTakeFirstOrThrow();
    if (Number(count) < EXPORTS_PER_HOUR) return;
    const again = oldest.getTime() + HOUR_MS - now.getTime();
    throw new ApiError('RATE_LIMITED', { retryAfterSeconds: Math.ceil(again / 1000) });
  }
}
