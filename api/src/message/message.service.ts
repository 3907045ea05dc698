import {
  MESSAGES_TO_UNCONFIRMED,
  REPEAT_WINDOW_SECONDS,
  repeatsAllowed,
  UNCONFIRMED_WINDOW_SECONDS,
} from '@enrolment/rulebook/messages.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { takeWindowPlace } from '../platform/rates/rate-window.statements.js';
import { noteFailed, noteTaken } from '../service-health/pulse.statements.js';
import { phoneIndex } from '../record/blind-indexes.js';
import { LOST_AFTER_DAYS, Message, type NewMessage } from './message.entity.js';
import { insertMessages, isConfirmed } from './message.statements.js';
import type { SmsGateway } from './sms-gateway.js';

export type { NewMessage };

const DAY_MS = 86_400_000;

/** The outbox: a message is written with its event in one transaction and sent by the job queue afterwards. */
export class MessageService {
  constructor(
    private readonly keys: KeyRing,
    private readonly gateway: SmsGateway,
  ) {}

  /** null for a message of which nothing is kept any more. */
  keyOf({
    id,
    keyId,
    wrappedKey,
  }: {
    id: string;
    keyId: string | null;
    wrappedKey: Buffer | null;
  }): DataKey | null {
    return keyId === null || wrappedKey === null ? null : this.keys.open({ keyId, wrappedKey }, id);
  }

  /**
   * Writes many messages about live records at once, each with a job of its own, and returns their number. One whose event
   * has been told, or whose record somebody is withdrawing, is left out.
   */
  async queueAll(
    em: EntityManager,
    messages: readonly (NewMessage & { readonly job: object })[],
    { task, priority }: { task: string; priority: number },
    now: Date,
  ): Promise<number> {
    if (messages.length === 0) return 0;
    const written = messages.map((message) => Message.sms(this.keys, message, now));
    const jobs = new Map(messages.map(({ job }, place) => [written[place]!.id, job]));
    return insertMessages(em, written, { task, priority, jobs });
  }

  /**
   * The queue's task. Throws when the gateway did not take it: the queue then tries again, later each time. A code that
   * is no longer valid is not sent any more; of what is told again and again nothing is left, and what goes beyond the bound of a
   * phone is given up. `last` says that the queue will not try again.
   */
  async send(em: EntityManager, id: string, now: Date, last = false): Promise<void> {
    const message = await em.findOne(Message, { id, sentAt: null, keyId: { $ne: null } });
    if (!message) return;
    // Also one whose key is unknown.
    if (message.expiresAt && message.expiresAt <= now) {
      message.expire(now);
      return em.flush();
    }
    const opened = message.open(this.keys);
    if (!opened) return;
    // A message that was tried before already has its place.
    const first = message.delivered === null;
    if (first && !message.carriesCode) {
      if (await this.isRepeated(em, message, opened.phone, now)) {
        em.remove(message);
        return em.flush();
      }
      if (!(await this.hasRoom(em, opened.phone, now))) {
        // Whoever publishes reads of it, and calls the family.
        message.markTried(now, true);
        return em.flush();
      }
    }
    try {
      await this.gateway.send({ id, ...opened });
    } catch (error) {
      message.markTried(now, last);
      await em.flush();
      await noteFailed(em, 'sms_gateway', now);
      throw error;
    }
    message.markSent(now);
    await em.flush();
    await noteTaken(em, 'sms_gateway', now);
  }

  /** What waits still when the queue has long given up has lost its job: it is given up, and told to administrators as such. */
  async giveUpLost(em: EntityManager, now: Date): Promise<void> {
    const queuedAt = { $lt: new Date(now.getTime() - LOST_AFTER_DAYS * DAY_MS) };
    const lost = { sentAt: null, failedAt: null, queuedAt };
    const nothing = { keyId: null, wrappedKey: null, phone: null, text: null };
    const end = { delivered: false, failedAt: now };
    await em.nativeUpdate(Message, { ...lost, expiresAt: { $ne: null } }, { ...end, ...nothing });
    await em.nativeUpdate(Message, lost, end);
  }

  /**
   * Every message passes here and `hasRoom`, whoever wrote it, so nobody's phone is flooded, neither by what somebody does again
   * and again nor by whoever names a stranger. Codes have bounds of their own, before they are written.
   */
  private async isRepeated(em: EntityManager, { kind, record }: Message, phone: string, now: Date) {
    if (!record) return false;
    const bound = { most: repeatsAllowed(kind), seconds: REPEAT_WINDOW_SECONDS };
    return !(await this.takePlace(em, [kind, record.id, phone], bound, now));
  }

  private async hasRoom(em: EntityManager, phone: string, now: Date): Promise<boolean> {
    if (await isConfirmed(em, phoneIndex(this.keys, phone))) return true;
    const bound = { most: MESSAGES_TO_UNCONFIRMED, seconds: UNCONFIRMED_WINDOW_SECONDS };
    return this.takePlace(em, [phone], bound, now);
  }

  private takePlace(
    em: EntityManager,
    of: readonly string[],
    { most, seconds }: { readonly most: number; readonly seconds: number },
    now: Date,
  ) {
    const keyIndex = this.keys.blindIndex('message', JSON.stringify(of));
    return takeWindowPlace(em, { keyIndex, most }, { now, seconds });
  }
}
