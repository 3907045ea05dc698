import { isOfSystem, officeFor } from '@enrolment/rulebook/access.js';
import { Refused, refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { checkWebhook, webhookName } from '@enrolment/rulebook/webhook.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { holdRoom } from '../database/room.js';
import { ApiToken, tokenOf } from '../api-token/api-token.entity.js';
import { findTokenNames } from '../api-token/api-token.statements.js';
import { audit } from '../platform/audit/audit.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { forbidden } from '../platform/errors.js';
import { ID, type NewestFirst } from '../paging.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { placesOf } from '../record/access.js';
import { beyond } from '../record-change/record-change.service.js';
import { newestPlace } from '../record-change/record-change.statements.js';
import { lookAt } from './addresses.js';
import { Webhook, WebhookDelivery } from './webhook.entity.js';
import {
  countDeliveries,
  hurry,
  readLog,
  sendAgain,
  type LogPage,
  type LogRow,
} from './webhook.statements.js';

export interface WebhookChanges {
  readonly name?: string;
  readonly url?: string;
  readonly active?: boolean;
}

/** A webhook with what waits for it and what was given up. */
export interface CountedWebhook {
  readonly webhook: Webhook;
  /** What the system is called that registered it; null: an administrator did. */
  readonly ofSystem: string | null;
  readonly waiting: number;
  readonly dead: number;
}

/** The webhooks of a district or the city: its administrators register them, or systems do so themselves. */
export class WebhookService {
  constructor(
    private readonly keys: KeyRing,
    private readonly sender: { readonly allowsLoopback: boolean },
  ) {}

  /** Tells of what changes from now on. */
  async create(
    em: EntityManager,
    actor: Actor,
    { name, url, district }: { name: string; url: string; district: string | null },
  ): Promise<{ webhook: CountedWebhook; secret: string } | Refused> {
    const { viewer, now } = actor;
    const office = officeAt(viewer, district);
    if (!office) throw forbidden();
    const refusals = this.check({ name, url });
    if (refusals.length > 0) return new Refused(refusals);
    return em.fork().transactional(async (tx) => {
      await holdToken(tx, viewer);
      await holdRoom(tx, 'webhooks', district);
      if ((await tx.count(Webhook, { district })) >= OFFICE_RULES.webhooksTooMany.limit)
        return new Refused([refuse('webhooksTooMany')]);
      const place = await newestPlace(tx);
      const facts = { system: systemOf(viewer), knowsResults: knows(viewer, district), place };
      const given = { name: webhookName(name), url, district, ...facts };
      const { webhook, secret } = Webhook.create(given, this.keys, now);
      await tx.persist(webhook).flush();
      await this.tell(tx, actor, webhook, 'WEBHOOK_CREATED');
      return { webhook: await this.counted(tx, webhook), secret };
    });
  }

  /**
   * From then on it knows what whoever changes it may know. An address must not learn more than whoever gave it, and the
   * system that registered it must learn nothing through an administrator.
   */
  update(
    em: EntityManager,
    actor: Actor,
    id: string,
    { name, url, active }: WebhookChanges,
  ): Promise<CountedWebhook | Refused> {
    const refusals = this.check({ name, url });
    return this.handle(em, actor, id, 'WEBHOOK_CHANGED', async (webhook, tx) => {
      if (refusals.length > 0) return new Refused(refusals);
      const may = knows(actor.viewer, webhook.district ?? null);
      const knowsResults = webhook.system == null ? may : may && webhook.knowsResults;
      webhook.change({ knowsResults, url, name: name === undefined ? undefined : webhookName(name) });
      if (active === false) webhook.pause();
      else if (active || (url !== undefined && webhook.state === 'ACTIVE')) {
        webhook.resume();
        await hurry(tx, webhook.id, null, actor.now);
      }
      return this.counted(em, webhook);
    });
  }

  rotate(em: EntityManager, actor: Actor, id: string): Promise<{ webhook: CountedWebhook; secret: string }> {
    return this.handle(em, actor, id, 'WEBHOOK_SECRET_ROTATED', async (webhook) => ({
      secret: webhook.rotate(this.keys, actor.now),
      webhook: await this.counted(em, webhook),
    }));
  }

  /** Sends everything after a place once more, each with the id that it had. */
  replay(em: EntityManager, actor: Actor, id: string, since: string): Promise<CountedWebhook> {
    return this.handle(em, actor, id, 'WEBHOOK_REPLAYED', async (webhook, tx) => {
      if (BigInt(since) > BigInt(await newestPlace(tx))) throw beyond();
      if (BigInt(since) < BigInt(webhook.place)) {
        webhook.place = since;
        // They are laid out again with the others: none is sent twice for it.
        await tx.nativeDelete(WebhookDelivery, { webhook: id, state: 'WAITING', place: { $gt: since } });
      }
      if (webhook.state === 'ACTIVE') webhook.resume();
      return this.counted(em, webhook);
    });
  }

  /** Sends these once more: how many of them were over. */
  replayDeliveries(
    em: EntityManager,
    actor: Actor,
    id: string,
    deliveries: readonly string[],
  ): Promise<number> {
    if (!deliveries.every((delivery) => ID.test(delivery))) throw forbidden();
    return this.handle(em, actor, id, 'WEBHOOK_REPLAYED', (_, tx) =>
      sendAgain(tx, id, deliveries, actor.now),
    );
  }

  delete(em: EntityManager, actor: Actor, id: string): Promise<boolean> {
    return this.handle(em, actor, id, 'WEBHOOK_DELETED', async (webhook, tx) => {
      tx.remove(webhook);
      return true;
    });
  }

  /** Null alike for absent and not theirs. */
  async find(em: EntityManager, { viewer }: Actor, id: string): Promise<CountedWebhook | null> {
    const webhook = ID.test(id) ? await em.findOne(Webhook, { id }) : null;
    return webhook && isTheirs(viewer, webhook) ? this.counted(em, webhook) : null;
  }

  /** What a token has registered ends with it, until an administrator switches it on again. */
  async pauseOf(tx: EntityManager, actor: Actor, system: string): Promise<void> {
    const webhooks = await tx.find(
      Webhook,
      { system, state: 'ACTIVE' },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    for (const webhook of webhooks) webhook.pause();
    await tx.flush();
    for (const webhook of webhooks) await this.tell(tx, actor, webhook, 'WEBHOOK_CHANGED');
  }

  /** Of the viewer's districts, and of the city for its administrators, or of one district: the newest first. */
  async list(
    em: EntityManager,
    { viewer }: Actor,
    { first, before, district }: NewestFirst & { district: string | null },
  ): Promise<CountedWebhook[]> {
    if (district !== null && !officeAt(viewer, district)) throw forbidden();
    const { wholeCity, districts } = placesOf(viewer, 'ADMINISTER_WEBHOOKS');
    const system = systemOf(viewer);
    const theirs = wholeCity ? {} : { district: { $in: [...districts] } };
    const where = {
      ...(system === null ? {} : { system }),
      ...(district === null ? theirs : { district }),
      ...(before === null ? {} : { id: { $lt: before } }),
    };
    const webhooks = await em.find(Webhook, where, { orderBy: { id: 'desc' }, limit: first });
    return this.countedOf(em, webhooks);
  }

  async log(em: EntityManager, actor: Actor, page: LogPage): Promise<LogRow[]> {
    if (!(await this.find(em, actor, page.webhook))) throw forbidden();
    return readLog(em, page);
  }

  private check({ name, url }: { name?: string | undefined; url?: string | undefined }): Refusal[] {
    const { allowsLoopback: plain } = this.sender;
    return checkWebhook({ name, address: url === undefined ? url : lookAt(url, plain) }, { plain });
  }

  private async counted(em: EntityManager, webhook: Webhook): Promise<CountedWebhook> {
    const [counted] = await this.countedOf(em, [webhook]);
    return counted!;
  }

  private async countedOf(em: EntityManager, webhooks: readonly Webhook[]): Promise<CountedWebhook[]> {
    const counts = await countDeliveries(
      em,
      webhooks.map(({ id }) => id),
    );
    const names = await findTokenNames(
      em,
      webhooks.flatMap(({ system }) => tokenOf(system ?? '') ?? []),
    );
    return webhooks.map((webhook) => {
      const system = webhook.system ?? null;
      // What the identity provider knows a client by is the name that we have of it.
      const ofSystem = system && (names.get(tokenOf(system) ?? '') ?? system);
      return { webhook, ofSystem, ...counts.get(webhook.id)! };
    });
  }

  /** Holds a webhook that is the viewer's to administer, and audits what is done to it, unless it is refused. */
  private async handle<Result>(
    em: EntityManager,
    actor: Actor,
    id: string,
    action: AuditAction,
    act: (webhook: Webhook, tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    if (!ID.test(id)) throw forbidden();
    return em.fork().transactional(async (tx) => {
      await holdToken(tx, actor.viewer);
      const webhook = await tx.findOne(Webhook, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!webhook || !isTheirs(actor.viewer, webhook)) throw forbidden();
      const result = await act(webhook, tx);
      if (result instanceof Refused) return result;
      await tx.flush();
      await this.tell(tx, actor, webhook, action);
      return result;
    });
  }

  private tell(
    tx: EntityManager,
    { viewer, now }: Actor,
    webhook: Webhook,
    action: AuditAction,
  ): Promise<void> {
    const district = webhook.district ?? null;
    return audit(tx, {
      at: now,
      actor: viewer.subject,
      actorRole: officeAt(viewer, district)!.role,
      action,
      recordNumber: null,
      district,
      season: null,
      subject: webhook.id,
      // Of the address no more than where it leads: the rest may be a secret of the receiver.
      detail: { host: new URL(webhook.url).host },
    });
  }
}

/** The office in which a viewer administers the webhooks of a district, or those of the city. */
const officeAt = ({ roles }: Viewer, district: string | null): RoleGrant | null =>
  officeFor('ADMINISTER_WEBHOOKS', roles, { district });

/** As whose it is registered, when a system asks. */
const systemOf = ({ roles, subject }: Viewer): string | null => (isOfSystem(roles) ? subject : null);

/**
 * Holds the token of a system until the transaction ends: whoever revokes it waits, and pauses what was switched on
 * meanwhile. FORBIDDEN for one that was revoked since the request came in.
 */
async function holdToken(tx: EntityManager, viewer: Viewer): Promise<void> {
  const system = systemOf(viewer);
  const id = system === null ? null : tokenOf(system);
  if (id === null) return;
  const token = await tx.findOne(ApiToken, { id, revokedAt: null }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!token) throw forbidden();
}

/** A system has nothing to do with what others have registered: an address can hold a receiver's secret. */
function isTheirs(viewer: Viewer, { district, system: registeredBy }: Webhook): boolean {
  const system = systemOf(viewer);
  return officeAt(viewer, district ?? null) !== null && (system === null || system === registeredBy);
}

const knows = ({ roles }: Viewer, district: string | null): boolean =>
  officeFor('READ_UNPUBLISHED_RESULT', roles, { district }) !== null;
