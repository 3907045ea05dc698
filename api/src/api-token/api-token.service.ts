import { officeFor } from '@enrolment/rulebook/access.js';
import { isWithin } from '@enrolment/rulebook/address-range.js';
import { checkToken, systemOf, type TokenFacts } from '@enrolment/rulebook/api-token.js';
import { explain } from '@enrolment/rulebook/refusal.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { ID, type NewestFirst } from '../paging.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { audit } from '../platform/audit/audit.js';
import { ApiError, forbidden, unauthenticated } from '../platform/errors.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { WebhookService } from '../webhook/webhook.service.js';
import { ApiToken, subjectOf } from './api-token.entity.js';
import { isNews, noteUse, type TokenRow } from './api-token.statements.js';
import { hashOf, newSecret } from './secret.js';
import { TokenLookup } from './token-lookup.js';

export interface CreatedToken {
  readonly token: ApiToken;
  /** Shown to whoever creates it, this once. */
  readonly secret: string;
}

/** API tokens: given by a district or the city to a system, which asks with it for itself. */
export class ApiTokenService {
  private readonly lookup = new TokenLookup();
  /** Uses being noted, by token: however many requests come at once, one of them writes. */
  private readonly noting = new Map<string, Promise<void>>();

  constructor(private readonly webhooks: Pick<WebhookService, 'pauseOf'>) {}

  /**
   * Whose secret it is. The row is read at every request, so that what was revoked is refused by every process from the
   * next request on. Unknown, over, and from elsewhere are refused alike.
   */
  async viewer(em: EntityManager, secret: string, address: string, now: Date): Promise<Viewer> {
    const token = await this.lookup.find(em, hashOf(secret));
    if (!token || !isLive(token, now) || !isFrom(token, address)) throw unauthenticated(401);
    if (isNews(token.lastUsedAt, now)) await this.note(em, token.id, now);
    return asViewer(token);
  }

  private note(em: EntityManager, id: string, now: Date): Promise<void> {
    const noting = this.noting.get(id) ?? noteUse(em, id, now).finally(() => this.noting.delete(id));
    this.noting.set(id, noting);
    return noting;
  }

  async create(em: EntityManager, actor: Actor, input: TokenFacts): Promise<CreatedToken> {
    const { viewer, now, language } = actor;
    // The city may oversee a district's tokens, but it cannot give away rights that it does not have.
    const office = officeOver(viewer, input.district);
    if (office?.district !== input.district) throw forbidden();
    const [refusal] = checkToken(input, now);
    if (refusal) {
      throw new ApiError('BAD_USER_INPUT', {
        message: explain(refusal, language).message,
        reason: refusal.rule,
      });
    }
    const secret = newSecret();
    const token = ApiToken.create({ ...input, secretHash: hashOf(secret) }, viewer.subject, now);
    await em.fork().transactional(async (tx) => {
      tx.persist(token);
      await tx.flush();
      await note(tx, actor, office, 'API_TOKEN_CREATED', token);
    });
    return { token, secret };
  }

  /** Returns false if it was revoked before. FORBIDDEN both for a token that does not exist and for one of somebody else. */
  async revoke(em: EntityManager, actor: Actor, id: string): Promise<boolean> {
    return em.fork().transactional(async (tx) => {
      const token = ID.test(id)
        ? await tx.findOne(ApiToken, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      const office = token && officeOver(actor.viewer, token.district ?? null);
      if (!token || !office) throw forbidden();
      if (token.revokedAt != null) return false;
      token.revoke(actor.now);
      await tx.flush();
      await this.webhooks.pauseOf(tx, actor, subjectOf(token));
      await note(tx, actor, office, 'API_TOKEN_REVOKED', token);
      return true;
    });
  }

  /** Lists the newest first, and of one district alone if it is named. */
  async list(
    em: EntityManager,
    { viewer }: Actor,
    { first, before, district }: NewestFirst & { district: string | null },
  ): Promise<ApiToken[]> {
    const offices = viewer.roles.filter((grant) =>
      officeFor('MANAGE_TOKENS', [grant], { district: grant.district }),
    );
    if (offices.length === 0 || (district !== null && !officeOver(viewer, district))) throw forbidden();
    const city = offices.some(({ district }) => district === null);
    const theirs = city ? {} : { district: { $in: offices.flatMap(({ district }) => district ?? []) } };
    const from = before === null ? {} : { id: { $lt: before } };
    const there = district === null ? {} : { district };
    return em.find(ApiToken, { $and: [theirs, there, from] }, { orderBy: { id: 'desc' }, limit: first });
  }
}

const isLive = ({ revokedAt, expiresAt }: TokenRow, now: Date): boolean =>
  revokedAt == null && expiresAt > now;

const isFrom = ({ addressRanges }: TokenRow, address: string): boolean =>
  addressRanges.length === 0 || isWithin(address, addressRanges);

/** The viewer who is a system and no person. */
function asViewer({ id, name, district, scopes, createdAt, expiresAt }: TokenRow): Viewer {
  return {
    subject: subjectOf({ id }),
    name,
    phone: null,
    document: null,
    roles: [{ role: systemOf(district), district, school: null, scopes }],
    token: { id: null, issuedAt: seconds(createdAt), expiresAt: seconds(expiresAt) },
  };
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** The office that manages the tokens of a district or of the city. The district's own office comes before the city's. */
function officeOver({ roles }: Viewer, district: string | null): RoleGrant | null {
  const own = roles.filter((grant) => grant.district === district);
  return officeFor('MANAGE_TOKENS', own, { district }) ?? officeFor('MANAGE_TOKENS', roles, { district });
}

const note = (
  tx: EntityManager,
  { viewer, now: at }: Actor,
  { role }: RoleGrant,
  action: AuditAction,
  { id, name, district, scopes }: ApiToken,
): Promise<void> =>
  audit(tx, {
    at,
    actor: viewer.subject,
    actorRole: role,
    action,
    recordNumber: null,
    district: district ?? null,
    season: null,
    subject: id,
    detail: { name, scopes },
  });
