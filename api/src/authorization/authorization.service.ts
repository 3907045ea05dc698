import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import { documentIndex, guardianActor, phoneIndex } from '../record/access.js';
import { noteEvent } from '../record/move-stage.js';
import type { RecordRow, RecordService } from '../record/record.service.js';
import { Refused } from '../refusal.type.js';
import { checkGrant } from '../rulebook/authorization.js';
import type { DocumentType } from '../vocabulary.js';

/** By what a second guardian is told from another one: a name that is mended ends no grant. */
export interface SecondGuardianIdentity {
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
}

interface Family {
  readonly childName: string;
  readonly hotline: string;
  readonly firstPhone: string;
  readonly second: SecondGuardian | null;
}

interface SecondGuardian {
  readonly name: string;
  readonly phone: string;
  readonly documentType: DocumentType;
  readonly documentIndex: Buffer;
  readonly phoneIndex: Buffer;
}

interface Grant {
  id: string;
  document_type: DocumentType;
  document_index: Buffer;
  phone_index: Buffer;
}

type EndOfGrant = 'AUTHORIZATION_REVOKED' | 'AUTHORIZATION_ENDED';

/** 授权: who registered a child lets the other legal guardian see and handle the record. */
export class AuthorizationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly messages: MessageService,
  ) {}

  async grant(em: EntityManager, actor: Actor, number: string): Promise<RecordRow | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.own(tx, actor, number);
      // A double tap authorises once and is told the same.
      if (await this.live(tx, record)) return record;
      const { second, ...family } = await this.family(tx, record);
      const refusals = checkGrant({ registrant: true, secondGuardian: second !== null, live: false });
      if (refusals.length > 0 || !second) return new Refused(refusals);
      const id = uuid();
      await run(
        tx,
        `insert into record_authorization (id, record_id, document_type, document_index, phone_index, granted_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, record.id, second.documentType, second.documentIndex, second.phoneIndex, actor.now],
      );
      await this.note(tx, actor, record, 'AUTHORIZATION_GRANTED');
      const { childName, hotline, firstPhone } = family;
      const child = maskName(childName);
      await this.tell(tx, actor, record, `authorized:${id}:1`, firstPhone, (language) =>
        TEXTS.authorizationGranted(language, child, maskName(second.name), hotline),
      );
      await this.tell(tx, actor, record, `authorized:${id}:2`, second.phone, (language) =>
        TEXTS.authorized(language, child, hotline),
      );
      return record;
    });
  }

  async revoke(em: EntityManager, actor: Actor, number: string): Promise<RecordRow> {
    return em.transactional(async (tx) => {
      const record = await this.records.own(tx, actor, number);
      const grant = await this.live(tx, record);
      if (!grant) return record;
      const family = await this.family(tx, record);
      const guardian = maskName(family.second?.name ?? '');
      await this.end(tx, actor, record, grant, family, 'AUTHORIZATION_REVOKED', (language, child) =>
        TEXTS.authorizationRevoked(language, child, guardian),
      );
      return record;
    });
  }

  /**
   * Ends the grant when the details are about to name somebody else, or the same one with another document or phone.
   * To be called in the transaction that changes the second guardian's row, while the row is still as it was, so that
   * who is no longer authorised can be told. `record` is one that RecordService.handle holds.
   */
  async endGrantIfChanged(
    tx: EntityManager,
    actor: Actor,
    record: RecordRow,
    next: SecondGuardianIdentity | null,
  ): Promise<void> {
    const grant = await this.live(tx, record);
    if (!grant || (next && this.isSame(grant, next))) return;
    const family = await this.family(tx, record);
    await this.end(tx, actor, record, grant, family, 'AUTHORIZATION_ENDED', TEXTS.authorizationEnded);
  }

  private isSame(grant: Grant, next: SecondGuardianIdentity): boolean {
    return (
      grant.document_type === next.documentType &&
      grant.document_index.equals(documentIndex(this.keys, next.documentNumber)) &&
      grant.phone_index.equals(phoneIndex(this.keys, next.phone))
    );
  }

  /** The record is held already, so that nobody grants or revokes in between. */
  private async live(tx: EntityManager, { id }: RecordRow): Promise<Grant | null> {
    const [grant] = await run<Grant>(
      tx,
      `select id, document_type, document_index, phone_index from record_authorization
       where record_id = $1 and revoked_at is null`,
      [id],
    );
    return grant ?? null;
  }

  private async end(
    tx: EntityManager,
    actor: Actor,
    record: RecordRow,
    grant: Grant,
    { childName, firstPhone, second }: Family,
    kind: EndOfGrant,
    toFirst: (language: Actor['language'], child: string) => string,
  ): Promise<void> {
    await run(tx, 'update record_authorization set revoked_at = $2 where id = $1', [grant.id, actor.now]);
    await this.note(tx, actor, record, kind);
    const child = maskName(childName);
    await this.tell(tx, actor, record, `unauthorized:${grant.id}:1`, firstPhone, (language) =>
      toFirst(language, child),
    );
    if (!second?.phoneIndex.equals(grant.phone_index)) return;
    await this.tell(tx, actor, record, `unauthorized:${grant.id}:2`, second.phone, (language) =>
      TEXTS.authorizationOver(language, child),
    );
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    record: RecordRow,
    kind: 'AUTHORIZATION_GRANTED' | EndOfGrant,
  ): Promise<void> {
    const { now: at } = actor;
    const by = guardianActor(record);
    await noteEvent(tx, { recordId: record.id, stage: record.stage, kind, actor: by, at });
    await audit(tx, { at, actor: by, actorRole: 'GUARDIAN', action: kind, recordNumber: record.number });
  }

  private async tell(
    tx: EntityManager,
    { language, now }: Actor,
    { id: recordId }: RecordRow,
    event: string,
    phone: string,
    text: (language: Actor['language']) => string,
  ): Promise<void> {
    await this.messages.queue(tx, { event, phone, text: text(language), recordId, expiresAt: null }, now);
  }

  private async family(tx: EntityManager, record: RecordRow): Promise<Family> {
    const [row] = await run<{
      child_name: Buffer;
      hotline: string | null;
      first_phone: Buffer;
      second_name: Buffer | null;
      second_phone: Buffer | null;
      document_type: DocumentType;
      document_index: Buffer;
      phone_index: Buffer;
    }>(
      tx,
      `select c.name_sealed as child_name, d.hotline[1] as hotline, f.phone_sealed as first_phone,
         s.name_sealed as second_name, s.phone_sealed as second_phone, s.document_type, s.document_index, s.phone_index
       from child c join guardian f on f.record_id = c.record_id and f.role = 'FIRST' join district d on d.code = $2
       left join guardian s on s.record_id = c.record_id and s.role = 'SECOND' where c.record_id = $1`,
      [record.id, record.district_code],
    );
    if (!row) throw new Error('a live record without a child or guardian');
    const key = this.keys.keyOf(record);
    return {
      childName: key.open('child.name', row.child_name),
      hotline: row.hotline ?? '',
      firstPhone: key.open('guardian.FIRST.phone', row.first_phone),
      second:
        row.second_name && row.second_phone
          ? {
              name: key.open('guardian.SECOND.name', row.second_name),
              phone: key.open('guardian.SECOND.phone', row.second_phone),
              documentType: row.document_type,
              documentIndex: row.document_index,
              phoneIndex: row.phone_index,
            }
          : null,
    };
  }
}
