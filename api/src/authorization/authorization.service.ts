import { checkGrant, isGrantTold } from '@enrolment/rulebook/authorization.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { DocumentType } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { District } from '../district/district.entity.js';
import { TEXTS } from '../message/texts.js';
import type { KeyRing } from '../platform/keys.js';
import { documentIndex, phoneIndex } from '../record/blind-indexes.js';
import { byGuardian, type Chronicle, type Telling } from '../record/chronicle.js';
import { peopleOf, type People } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import { Authorization, type NamedPerson } from './authorization.entity.js';

/** The fields that distinguish one second guardian from another. Correcting the name ends no grant. */
interface SecondGuardianIdentity {
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
}

type EndOfGrant = 'AUTHORIZATION_REVOKED' | 'AUTHORIZATION_ENDED';

/** 授权: whoever registered a child lets the other legal guardian see and handle the record. */
export class AuthorizationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly chronicle: Chronicle,
  ) {}

  async grant(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.holdOwn(tx, actor, number);
      const grants = await grantsOf(tx, record);
      // A double tap authorises once and gets the same answer.
      if (grants.some(isLive)) return record;
      const people = await this.people(tx, record);
      const { second } = people;
      const refusals = checkGrant({ registrant: true, secondGuardian: second !== null, live: false });
      if (refusals.length > 0 || !second) return new Refused(refusals);
      const grant = new Authorization(record, this.named(second), actor.now);
      tx.persist(grant);
      const tell = isToldOf(grant, grants) ? await this.granted(tx, record, grant, people) : [];
      await this.note(tx, actor, record, 'AUTHORIZATION_GRANTED', tell, people);
      return record;
    });
  }

  async revoke(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord> {
    return em.transactional(async (tx) => {
      const record = await this.records.holdOwn(tx, actor, number);
      const grants = await grantsOf(tx, record);
      const grant = grants.find(isLive);
      if (grant) await this.end(tx, actor, record, grant, grants, 'AUTHORIZATION_REVOKED');
      return record;
    });
  }

  /**
   * Ends the grant when the details are about to name somebody else, or the same one with another document or phone.
   * To be called in the transaction that changes the second guardian's row, while the row is still as it was, so that
   * whoever is no longer authorised can be told. The transaction holds `record`.
   */
  async endGrantIfChanged(
    tx: EntityManager,
    actor: Actor,
    record: CollectionRecord,
    next: SecondGuardianIdentity | null,
  ): Promise<void> {
    const grants = await grantsOf(tx, record);
    const grant = grants.find(isLive);
    if (!grant || (next && grant.names(this.named(next)))) return;
    await this.end(tx, actor, record, grant, grants, 'AUTHORIZATION_ENDED');
  }

  private async end(
    tx: EntityManager,
    actor: Actor,
    record: CollectionRecord,
    grant: Authorization,
    grants: readonly Authorization[],
    kind: EndOfGrant,
  ): Promise<void> {
    const people = await this.people(tx, record);
    grant.revoke(actor.now);
    const tell = isToldOf(grant, grants) ? this.ended(grant, people, kind) : [];
    await this.note(tx, actor, record, kind, tell, people);
  }

  private async note(
    tx: EntityManager,
    { now: at }: Actor,
    record: CollectionRecord,
    kind: 'AUTHORIZATION_GRANTED' | EndOfGrant,
    tell: readonly Telling[],
    people: People,
  ): Promise<void> {
    const by = byGuardian(record);
    await this.chronicle.write(tx, record, { by, at, event: kind, audit: { action: kind }, tell }, people);
  }

  private async granted(
    tx: EntityManager,
    { district }: CollectionRecord,
    { id }: Authorization,
    { second }: People,
  ): Promise<Telling[]> {
    if (!second) return [];
    const { hotline } = await tx.findOneOrFail(District, { code: district });
    const [phone = ''] = hotline;
    return [
      {
        event: `authorized:${id}:1`,
        text: (language, _number, child) =>
          TEXTS.authorizationGranted(language, child, maskName(second.name), phone),
      },
      {
        event: `authorized:${id}:2`,
        to: { phone: second.phone, guardian: 'SECOND' },
        text: (language, _number, child) => TEXTS.authorized(language, child, phone),
      },
    ];
  }

  /** Tells the second guardian on the phone by which she was named, if it is still hers. */
  private ended(grant: Authorization, { second }: People, kind: EndOfGrant): Telling[] {
    const toFirst: Telling = {
      event: `unauthorized:${grant.id}:1`,
      text: (language, _number, child) =>
        kind === 'AUTHORIZATION_REVOKED'
          ? TEXTS.authorizationRevoked(language, child, maskName(second?.name ?? ''))
          : TEXTS.authorizationEnded(language, child),
    };
    if (!second || !phoneIndex(this.keys, second.phone).equals(grant.phoneIndex)) return [toFirst];
    const toSecond: Telling = {
      event: `unauthorized:${grant.id}:2`,
      to: { phone: second.phone, guardian: 'SECOND' },
      text: (language, _number, child) => TEXTS.authorizationOver(language, child),
    };
    return [toFirst, toSecond];
  }

  private people(tx: EntityManager, record: CollectionRecord): Promise<People> {
    return peopleOf(tx, record.id, record.keyFrom(this.keys));
  }

  private named({ documentType, documentNumber, phone }: SecondGuardianIdentity): NamedPerson {
    return {
      documentType,
      documentIndex: documentIndex(this.keys, documentNumber),
      phoneIndex: phoneIndex(this.keys, phone),
    };
  }
}

/** All grants of a record. The transaction holds the record, so nobody grants or revokes in between. */
const grantsOf = (tx: EntityManager, record: CollectionRecord): Promise<Authorization[]> =>
  tx.find(Authorization, { record });

const isLive = ({ revokedAt }: Authorization): boolean => revokedAt == null;

const isToldOf = (grant: Authorization, grants: readonly Authorization[]): boolean =>
  isGrantTold(
    grant.grantedAt,
    grants.filter(({ id }) => id !== grant.id).map(({ grantedAt }) => grantedAt),
  );
