import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../context.js';
import type { IdentityCheckService } from '../identity-check/identity-check.service.js';
import type { MessageService } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import { brokenConstraint, ruleOfConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import { decidesOn, officeOf } from '../record/access.js';
import { noteEvent, takeStep } from '../record/move-stage.js';
import { lockRecord, type RecordRow } from '../record/record.service.js';
import { allows } from '../record/stages.js';
import { Refused } from '../refusal.type.js';
import {
  changedBy,
  checkCorrection,
  normaliseCorrection,
  touchesIdentity,
  type Correction,
  type CorrectionFacts,
  type Registered,
} from '../rulebook/correction.js';
import { PHONE_LIMIT } from '../rulebook/phone.js';
import { refuse } from '../rulebook/refusal.js';
import type { DocumentType, Sex } from '../vocabulary.js';

interface RegisteredRow {
  child_name: Buffer;
  document_type: DocumentType;
  document: Buffer;
  birth_date: Buffer;
  sex: Sex;
  guardian_name: Buffer;
  phone: Buffer;
}

interface FactsRow {
  born_from: string;
  born_to: string;
  hotline: string | null;
  document_taken: boolean;
  slots_used: number[];
  second_name: Buffer | null;
}

/** A lost race for a place on the phone is no refusal while another place is free. */
const TRIES = 4;

/** 更正注册信息: what the family cannot edit (二(二)2), an officer sets right, with a reason that is audited. */
export class CorrectionService {
  constructor(
    private readonly keys: KeyRing,
    private readonly identityChecks: IdentityCheckService,
    private readonly messages: MessageService,
  ) {}

  async correct(
    em: EntityManager,
    actor: Actor,
    number: string,
    { reason, ...input }: Correction & { reason: string },
  ): Promise<RecordRow | Refused> {
    const correction = normaliseCorrection(input);
    for (let tries = 1; ; tries += 1) {
      try {
        return await em.fork().transactional((tx) => this.attempt(tx, actor, number, correction, reason));
      } catch (error) {
        const constraint = brokenConstraint(error);
        if (constraint === 'phone_slot_taken' && tries < TRIES) continue;
        const broken = constraint === null ? null : ruleOfConstraint(constraint);
        if (!broken) throw error;
        const field = constraint === 'document_already_registered' ? 'childDocumentNumber' : 'guardianPhone';
        return new Refused([refuse(broken.rule, { field })]);
      }
    }
  }

  private async attempt(
    tx: EntityManager,
    actor: Actor,
    number: string,
    correction: Correction,
    reason: string,
  ): Promise<RecordRow | Refused> {
    const { now, viewer } = actor;
    const record = await lockRecord(tx, number);
    if (!record || !decidesOn(viewer, record)) throw forbidden();
    const key = this.keys.keyOf(record);
    const registered = await this.registered(tx, record.id, key);
    const { slotsUsed, ...facts } = await this.facts(tx, record, registered, correction);
    const refusals = checkCorrection(correction, registered, reason, facts, now);
    if (refusals.length > 0) return new Refused(refusals);
    const changed = changedBy(correction, registered);
    await this.write(tx, record.id, key, correction, slotsUsed);
    await run(tx, 'update collection_record set version = version + 1 where id = $1', [record.id]);
    const corrected = { ...record, version: record.version + 1 };
    await noteEvent(tx, {
      ...{
        recordId: record.id,
        stage: record.stage,
        kind: 'REGISTRATION_CORRECTED',
        actor: 'DISTRICT',
        at: now,
      },
    });
    await audit(tx, {
      ...{ at: now, actor: viewer.subject, actorRole: officeOf(viewer, record), recordNumber: number },
      ...{ action: 'REGISTRATION_CORRECTED', detail: `${changed.join(', ')}: ${reason.trim()}` },
    });
    await this.tellFamily(tx, record, registered, correction, now);
    if (!touchesIdentity(changed) || record.identity_status === null) return corrected;
    if (allows('RECHECK_IDENTITY', record.stage)) {
      corrected.stage = await takeStep(tx, record, 'RECHECK_IDENTITY', { actor: 'DISTRICT', at: now });
    }
    corrected.stage = await this.identityChecks.request(tx, corrected, now);
    return corrected;
  }

  /** On the phone as it is now, and on the one before: who did not ask for it has to hear of it. */
  private async tellFamily(
    tx: EntityManager,
    record: RecordRow,
    { childName, guardianPhone: before }: Registered,
    { guardianPhone: after }: Correction,
    now: Date,
  ): Promise<void> {
    const correction = uuid();
    await this.messages.tell(tx, record, { event: `corrected:${correction}`, text: TEXTS.corrected }, now);
    if (after === null || after === before) return;
    const message = {
      event: `corrected-before:${correction}`,
      phone: before,
      recordId: record.id,
      expiresAt: null,
    };
    await this.messages.queue(
      tx,
      { ...message, text: TEXTS.corrected(record.number, maskName(childName)) },
      now,
    );
  }

  private async registered(tx: EntityManager, recordId: string, key: DataKey): Promise<Registered> {
    const [row] = await run<RegisteredRow>(
      tx,
      `select c.name_sealed as child_name, c.document_type, c.document_sealed as document, c.birth_date_sealed as birth_date,
         c.sex, g.name_sealed as guardian_name, g.phone_sealed as phone
       from child c join guardian g on g.record_id = c.record_id and g.role = 'FIRST' where c.record_id = $1`,
      [recordId],
    );
    return {
      childName: key.open('child.name', row!.child_name),
      childDocumentType: row!.document_type,
      childDocumentNumber: key.open('child.document', row!.document),
      birthDate: key.open('child.birth_date', row!.birth_date),
      sex: row!.sex,
      guardianName: key.open('guardian.FIRST.name', row!.guardian_name),
      guardianPhone: key.open('guardian.FIRST.phone', row!.phone),
    };
  }

  private async facts(
    tx: EntityManager,
    record: RecordRow,
    registered: Registered,
    correction: Correction,
  ): Promise<CorrectionFacts & { slotsUsed: number[] }> {
    const [row] = await run<FactsRow>(
      tx,
      `select s.born_from::text, s.born_to::text, (select hotline[1] from district where code = $2) as hotline,
         exists (select from child where document_type = $3 and document_index = $4 and record_id <> $5) as document_taken,
         (select coalesce(array_agg(phone_slot), '{}') from guardian
          where phone_index = $6 and phone_slot is not null and record_id <> $5) as slots_used,
         (select name_sealed from guardian where record_id = $5 and role = 'SECOND') as second_name
       from season s where s.year = $1`,
      [
        ...[record.season, record.district_code, registered.childDocumentType],
        ...[
          this.keys.blindIndex('document', correction.childDocumentNumber ?? registered.childDocumentNumber),
        ],
        ...[record.id, this.keys.blindIndex('phone', correction.guardianPhone ?? registered.guardianPhone)],
      ],
    );
    return {
      stage: record.stage,
      season: { bornFrom: row!.born_from, bornTo: row!.born_to },
      documentTaken: row!.document_taken,
      phoneUsed: row!.slots_used.length,
      hotline: row!.hotline ?? '',
      slotsUsed: row!.slots_used,
      secondGuardianName:
        row!.second_name && this.keys.keyOf(record).open('guardian.SECOND.name', row!.second_name),
    };
  }

  private async write(
    tx: EntityManager,
    recordId: string,
    key: DataKey,
    correction: Correction,
    slotsUsed: readonly number[],
  ): Promise<void> {
    const { childName, childDocumentNumber, birthDate, sex, guardianName, guardianPhone } = correction;
    const sealed = (place: string, text: string | null) => (text === null ? null : key.seal(place, text));
    await run(
      tx,
      `update child set name_sealed = coalesce($2, name_sealed), document_sealed = coalesce($3, document_sealed),
         document_index = coalesce($4, document_index), birth_date_sealed = coalesce($5, birth_date_sealed), sex = coalesce($6, sex)
       where record_id = $1`,
      [
        ...[recordId, sealed('child.name', childName), sealed('child.document', childDocumentNumber)],
        ...[childDocumentNumber === null ? null : this.keys.blindIndex('document', childDocumentNumber)],
        ...[sealed('child.birth_date', birthDate), sex],
      ],
    );
    const free = [1, 2, 3].find((place) => !slotsUsed.includes(place)) ?? PHONE_LIMIT + 1;
    await run(
      tx,
      `update guardian set name_sealed = coalesce($2, name_sealed), phone_sealed = coalesce($3, phone_sealed),
         phone_index = coalesce($4, phone_index), phone_slot = coalesce($5, phone_slot)
       where record_id = $1 and role = 'FIRST'`,
      [
        ...[
          recordId,
          sealed('guardian.FIRST.name', guardianName),
          sealed('guardian.FIRST.phone', guardianPhone),
        ],
        ...(guardianPhone === null ? [null, null] : [this.keys.blindIndex('phone', guardianPhone), free]),
      ],
    );
  }
}
