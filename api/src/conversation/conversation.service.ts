import { officeFor } from '@enrolment/rulebook/access.js';
import {
  checkMessage,
  checkSettling,
  hasUnread,
  MESSAGES_WINDOW_SECONDS,
} from '@enrolment/rulebook/conversation.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import { RULES } from '@enrolment/rulebook/rules.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { Authorization } from '../authorization/authorization.entity.js';
import { forbidden } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { takeWindowPlace } from '../platform/rates/rate-window.statements.js';
import { guardianOf, mayHandle, reachOf } from '../record/access.js';
import { byGuardian, byOffice, type Act, type Chronicle, type Telling } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import { peopleOf, type People } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import { Conversation, ConversationMessage } from './conversation.entity.js';
import { countWaiting } from './conversation.statements.js';

/** Whether somebody answers families of a district: an officer of it, and no program. */
export const answersFamilies = ({ roles }: Viewer, district: string): boolean =>
  officeFor('CORRESPOND', roles, { district }) !== null;

/** 留言: family and office write to each other about a record. */
export class ConversationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly chronicle: Chronicle,
  ) {}

  /** Whoever handles the record writes as its family, and every other one for her office. */
  async write(
    em: EntityManager,
    actor: Actor,
    { number, text }: { number: string; text: string },
  ): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      const refusals = checkMessage(text);
      if (refusals.length > 0) return new Refused(refusals);
      const family = mayHandle(record);
      const key = record.keyFrom(this.keys);
      if (!(await this.takePlace(tx, record, family ? 'FAMILY' : 'OFFICE', actor.now)))
        return new Refused([refuse('messagesTooMany')]);
      const writer = family ? guardianOf(record) : actor.viewer;
      tx.persist(new ConversationMessage(record, writer, text, { at: actor.now, key }));
      const conversation = await this.of(tx, record);
      if (family) conversation.takeFromFamily(actor.now);
      else conversation.takeFromOffice(actor.now);
      if (family) {
        const audit = { action: 'MESSAGE_TO_OFFICE' } as const;
        await this.chronicle.write(tx, record, { by: byGuardian(record), at: actor.now, audit });
        return record;
      }
      const people = await peopleOf(tx, record.id, key);
      const act: Act = {
        by: byOffice(actor.viewer, record),
        at: actor.now,
        audit: { action: 'MESSAGE_TO_FAMILY' },
        tell: await this.tellings(tx, record, people),
      };
      await this.chronicle.write(tx, record, act, people);
      return record;
    });
  }

  /** Everything that the other side has written is read now; nothing happens when it was read before. */
  async markRead(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord> {
    return em.transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      // What an officer reads in its place the family has not read.
      if (actor.viewer.atDesk) return record;
      const reader = mayHandle(record) ? guardianOf(record) : 'OFFICE';
      const conversation = await tx.findOne(Conversation, { record });
      if (conversation && hasUnread(conversation, reader)) conversation.markRead(reader, actor.now);
      return record;
    });
  }

  /** What the family wrote last needs no answer. */
  async settle(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.heldByOffice(tx, actor, number);
      if (!record) throw forbidden();
      const conversation = await tx.findOne(Conversation, { record });
      const refusals = checkSettling(conversation?.waitingSince ?? null);
      if (!conversation || refusals.length > 0) return new Refused(refusals);
      conversation.settle(actor.now);
      const by = byOffice(actor.viewer, record);
      await this.chronicle.write(tx, record, { by, at: actor.now, audit: { action: 'MESSAGES_SETTLED' } });
      return record;
    });
  }

  /** How many families of a district wait for an answer; null for whoever answers none of them. */
  async waiting(
    em: EntityManager,
    viewer: Viewer,
    where: { readonly district: string; readonly season: number },
  ): Promise<number | null> {
    if (!answersFamilies(viewer, where.district)) return null;
    return countWaiting(em, reachOf(viewer, this.keys, 'CORRESPOND'), where);
  }

  private async held(tx: EntityManager, actor: Actor, number: string): Promise<CollectionRecord> {
    // What somebody of an office handles as a guardian is hers as a family alone.
    return (await this.heldByOffice(tx, actor, number)) ?? this.records.hold(tx, actor, number);
  }

  private heldByOffice(tx: EntityManager, { viewer }: Actor, number: string) {
    return holdWithin(tx, reachOf(viewer, this.keys, 'CORRESPOND'), number);
  }

  /** The one of the record, for a transaction that holds it. */
  private async of(tx: EntityManager, record: CollectionRecord): Promise<Conversation> {
    const known = await tx.findOne(Conversation, { record });
    if (known) return known;
    const begun = new Conversation(record);
    tx.persist(begun);
    return begun;
  }

  private takePlace(tx: EntityManager, record: CollectionRecord, side: string, now: Date): Promise<boolean> {
    const keyIndex = this.keys.blindIndex('conversation', JSON.stringify([record.id, side]));
    const window = { now, seconds: MESSAGES_WINDOW_SECONDS };
    return takeWindowPlace(tx, { keyIndex, most: RULES.messagesTooMany.limit }, window);
  }

  /** Both guardians who may read it are told that there is a message, and nothing of it. */
  private async tellings(
    tx: EntityManager,
    record: CollectionRecord,
    { second }: People,
  ): Promise<Telling[]> {
    const event = uuid();
    const first: Telling = { event: `written:${event}`, text: 'WRITTEN' };
    if (!second || !(await tx.findOne(Authorization, { record, revokedAt: null }))) return [first];
    const to = { phone: second.phone, guardian: 'SECOND' } as const;
    return [first, { event: `written:${event}:second`, text: 'WRITTEN', to }];
  }
}
