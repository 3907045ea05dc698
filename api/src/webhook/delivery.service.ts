import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { newestPlace, readChanges } from '../record-change/record-change.statements.js';
import { toldChange } from '../record-change/told-change.js';
import { messageId, messageOf } from './message.js';
import { keptSince } from './schedule.js';
import type { SendOutcome, WebhookSender } from './sender.js';
import { signedHeaders } from './signature.js';
import { Webhook, WebhookDelivery } from './webhook.entity.js';
import {
  addDeliveries,
  dropLog,
  enqueueWebhook,
  findDue,
  hurry,
  leaveWebhook,
  nextDue,
  takeWebhook,
} from './webhook.statements.js';

/** The number of changes that are prepared for a webhook at once. */
const PORTION = 100;
/** After this long other webhooks have their turn. */
const TURN_MS = 20_000;
/** Longer than a turn with its last try: only a killed process holds a webhook for so long. */
const BUSY_MS = 60_000;

/** A webhook that was switched off, for the log. */
export interface SwitchedOff {
  readonly webhook: string;
  readonly district: string | null;
}

/** Tells webhooks of changes, at least once each, always with the same id. */
export class WebhookDeliveryService {
  constructor(
    private readonly keys: KeyRing,
    private readonly sender: WebhookSender,
  ) {}

  /** Puts the webhooks that have something to send into the queue; runs every second. */
  async look(em: EntityManager, now: Date): Promise<void> {
    for (const id of await findDue(em, now)) await enqueueWebhook(em, id);
  }

  /** A turn of one webhook: until nothing is due, something fails, or others want to have theirs. */
  async deliver(em: EntityManager, id: string, clock: () => Date): Promise<SwitchedOff | null> {
    const until = new Date(clock().getTime() + BUSY_MS);
    if (!(await takeWebhook(em.fork(), id, clock(), until))) return null;
    const end = performance.now() + TURN_MS;
    try {
      while (performance.now() < end) {
        const off = await this.deliverNext(em, id, clock);
        if (off !== 'NEXT') return off;
      }
      return null;
    } finally {
      await leaveWebhook(em.fork(), id, until);
    }
  }

  /** Deletes log entries that are no longer kept. */
  async sweep(em: EntityManager, now: Date): Promise<void> {
    await dropLog(em, keptSince(now));
  }

  private async deliverNext(
    em: EntityManager,
    id: string,
    clock: () => Date,
  ): Promise<'NEXT' | SwitchedOff | null> {
    const now = clock();
    const webhook = await em.fork().findOne(Webhook, { id, state: 'ACTIVE' });
    if (!webhook || (webhook.pausedUntil != null && webhook.pausedUntil > now)) return null;
    const next = await nextDue(em.fork(), id, now);
    if (!next) return (await this.layOut(em, id, now)) ? 'NEXT' : null;
    const [change] = await readChanges(em.fork(), {
      ...changesOf(webhook),
      after: before(next.place),
      most: 1,
    });
    if (change?.position !== next.place) {
      // Whoever changed the webhook since may not know of this change.
      await em.fork().nativeDelete(WebhookDelivery, { id: next.id });
      return 'NEXT';
    }
    const body = messageOf(toldChange(change));
    const headers = signedHeaders(
      { id: messageId(next.place), at: now, body },
      webhook.secrets(this.keys, now),
    );
    const outcome = await this.sender.send(
      webhook.url,
      { 'content-type': 'application/json', 'user-agent': 'enrolment-webhooks', ...headers },
      body,
    );
    return this.note(em, { webhook: id, delivery: next.id }, outcome, clock());
  }

  /** Makes deliveries of the changes that come next; false when there are none. */
  private layOut(em: EntityManager, id: string, now: Date): Promise<boolean> {
    return em.fork().transactional(async (tx) => {
      const webhook = await tx.findOne(Webhook, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!webhook) return false;
      const newest = await newestPlace(tx);
      const changes = await readChanges(tx, { ...changesOf(webhook), after: webhook.place, most: PORTION });
      const places = changes.map(({ position }) => position!);
      await addDeliveries(tx, id, places, now);
      const last = places.at(-1) ?? '0';
      // What lies between is told to others, and will never be told here.
      webhook.place = places.length === PORTION || BigInt(last) > BigInt(newest) ? last : newest;
      return places.length > 0;
    });
  }

  private note(
    em: EntityManager,
    of: { webhook: string; delivery: string },
    outcome: SendOutcome,
    now: Date,
  ): Promise<'NEXT' | SwitchedOff | null> {
    return em.fork().transactional(async (tx) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const webhook = await tx.findOne(Webhook, { id: of.webhook }, { lockMode });
      const delivery = await tx.findOne(WebhookDelivery, { id: of.delivery }, { lockMode });
      if (!webhook || !delivery) return null;
      delivery.note(outcome, now);
      if (outcome.failure === null) {
        const { backSince } = webhook.succeed(now);
        await tx.flush();
        if (backSince) await hurry(tx, webhook.id, backSince, now);
        return 'NEXT';
      }
      if (!webhook.fail(outcome, now)) return null;
      await tx.flush();
      const district = webhook.district ?? null;
      await audit(tx, {
        at: now,
        actor: 'SYSTEM',
        actorRole: 'SYSTEM',
        action: 'WEBHOOK_DISABLED',
        recordNumber: null,
        district,
        season: null,
        subject: webhook.id,
      });
      return { webhook: webhook.id, district };
    });
  }
}

const before = (place: string): string => String(BigInt(place) - 1n);

/** Which changes a webhook is told of. */
const changesOf = ({ district, knowsResults }: Webhook) => ({
  districts: district == null ? null : [district],
  knowing: district != null && knowsResults ? [district] : [],
});
