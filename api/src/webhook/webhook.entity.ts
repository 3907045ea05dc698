import { AWAY_AFTER } from '@enrolment/rulebook/service-health.js';
import { defineEntity, p } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import { districtOrCity } from '../district/district.entity.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { dueAfter, isHopeless, pausedAfter, previousUntil } from './schedule.js';
import { WEBHOOK_FAILURES, type SendOutcome, type WebhookFailure } from './sender.js';
import { newSecret } from './signature.js';

const WEBHOOK_STATES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

const DELIVERY_STATES = ['WAITING', 'DELIVERED', 'DEAD'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const GONE = 410;

export const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(60),
    url: p.string().length(500),
    district: districtOrCity,
    /** What the provider or the token calls the system that registered it; null: an administrator did. */
    system: p.string().length(255).nullable(),
    /** Whether it tells results before they are published. */
    knowsResults: p.boolean(),
    state: p.enum(() => [...WEBHOOK_STATES]).$type<WebhookState>(),
    keyId: p.string().length(40),
    wrappedKey: p.blob().$type<Buffer>(),
    secret: sealed('webhook.secret').fieldName('secret_sealed'),
    previousSecret: sealed('webhook.secret').fieldName('previous_secret_sealed').nullable(),
    previousUntil: p.datetime().nullable(),
    /** Up to where in the order of changes there are deliveries. */
    place: p.bigint('string'),
    createdAt: p.datetime(),
    /** In a row. */
    failures: p.integer(),
    failingSince: p.datetime().nullable(),
    pausedUntil: p.datetime().nullable(),
    /** Some process sends for it until then. */
    busyUntil: p.datetime().nullable(),
    succeededAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'webhook_of_district',
      expression: 'create index webhook_of_district on webhook (district_code, id)',
    },
  ],
});
/** Where another system is told of changes, by Standard Webhooks. */
export class Webhook extends WebhookSchema.class {
  static create(given: NewWebhook, keys: KeyRing, now: Date): { webhook: Webhook; secret: string } {
    const webhook = new Webhook();
    const secret = newSecret();
    webhook.id = uuid();
    const { key, keyId, wrappedKey } = keys.create(webhook.id);
    webhook.name = given.name;
    webhook.url = given.url;
    webhook.district = given.district;
    webhook.system = given.system;
    webhook.knowsResults = given.knowsResults;
    webhook.state = 'ACTIVE';
    webhook.keyId = keyId;
    webhook.wrappedKey = wrappedKey;
    webhook.secret = Sealed.of(key, 'webhook.secret', secret);
    webhook.place = given.place;
    webhook.createdAt = now;
    webhook.failures = 0;
    return { webhook, secret };
  }

  /** What is undefined stays as it is. */
  change({ name, url, knowsResults }: WebhookChange): void {
    this.name = name ?? this.name;
    this.url = url ?? this.url;
    this.knowsResults = knowsResults;
  }

  /** Sets a new secret; the one before also signs for a day. */
  rotate(keys: KeyRing, now: Date): string {
    const secret = newSecret();
    this.previousSecret = this.secret;
    this.previousUntil = previousUntil(now);
    this.secret = Sealed.of(this.key(keys), 'webhook.secret', secret);
    return secret;
  }

  /** What signs now, the newest first. */
  secrets(keys: KeyRing, now: Date): string[] {
    const key = this.key(keys);
    const before = this.previousUntil != null && this.previousUntil > now ? this.previousSecret : null;
    return [this.secret, ...(before ? [before] : [])].map((secret) => secret.open(key));
  }

  /** Begins anew: after a change, or when it is switched on again. */
  resume(): void {
    this.state = 'ACTIVE';
    this.failures = 0;
    this.failingSince = null;
    this.pausedUntil = null;
  }

  pause(): void {
    this.state = 'PAUSED';
  }

  /** Whether the receiver was away and is back. */
  succeed(now: Date): { backSince: Date | null } {
    // Once a receiver that was away is back, it gets what it missed at once.
    const backSince = this.failures >= AWAY_AFTER ? (this.failingSince ?? null) : null;
    this.failures = 0;
    this.failingSince = null;
    this.pausedUntil = null;
    this.succeededAt = now;
    return { backSince };
  }

  /** Records a failure; returns whether the webhook is now switched off. */
  fail({ status, waitMs }: SendOutcome, now: Date): boolean {
    this.failures += 1;
    this.failingSince ??= now;
    this.pausedUntil = pausedAfter(this.failures, waitMs, now);
    const off = status === GONE || isHopeless(this.failingSince, now);
    if (off) this.state = 'DISABLED';
    return off;
  }

  private key(keys: KeyRing): DataKey {
    return keys.open({ keyId: this.keyId, wrappedKey: this.wrappedKey as Buffer }, this.id);
  }
}
WebhookSchema.setClass(Webhook);

interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly district: string | null;
  readonly system: string | null;
  readonly knowsResults: boolean;
  readonly place: string;
}

interface WebhookChange extends Pick<NewWebhook, 'knowsResults'> {
  readonly name: string | undefined;
  readonly url: string | undefined;
}

export const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    id: p.uuid().primary(),
    webhook: () => p.manyToOne(Webhook).ref().index(false).deleteRule('cascade'),
    /** Of the change in the order of all. */
    place: p.bigint('string'),
    state: p.enum(() => [...DELIVERY_STATES]).$type<DeliveryState>(),
    attempts: p.smallint(),
    dueAt: p.datetime(),
    createdAt: p.datetime(),
    triedAt: p.datetime().nullable(),
    /** What the receiver answered last. */
    status: p.smallint().nullable(),
    failure: p
      .enum(() => [...WEBHOOK_FAILURES])
      .$type<WebhookFailure>()
      .nullable(),
  },
  uniques: [{ name: 'webhook_delivery_once', properties: ['webhook', 'place'] }],
  indexes: [
    {
      name: 'webhook_delivery_waiting',
      expression:
        "create index webhook_delivery_waiting on webhook_delivery (webhook_id, attempts, place) where state = 'WAITING'::text",
    },
    {
      name: 'webhook_delivery_log',
      expression: 'create index webhook_delivery_log on webhook_delivery (webhook_id, id)',
    },
    {
      name: 'webhook_delivery_over',
      expression:
        "create index webhook_delivery_over on webhook_delivery (tried_at) where state <> 'WAITING'::text",
    },
    {
      name: 'webhook_delivery_dead',
      expression:
        "create index webhook_delivery_dead on webhook_delivery (webhook_id) where state = 'DEAD'::text",
    },
  ],
});
/** One change for one webhook: to be sent, sent, or given up. */
export class WebhookDelivery extends WebhookDeliverySchema.class {
  note({ status, failure, waitMs }: SendOutcome, now: Date): void {
    this.attempts += 1;
    this.triedAt = now;
    this.status = status;
    this.failure = failure;
    if (failure === null) {
      this.state = 'DELIVERED';
      return;
    }
    const due = dueAfter(this.attempts, waitMs, now);
    if (due) this.dueAt = due;
    else this.state = 'DEAD';
  }
}
WebhookDeliverySchema.setClass(WebhookDelivery);
