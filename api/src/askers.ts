import { isOfSystem } from '@enrolment/rulebook/access.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretIn } from './api-token/secret.js';
import type { Config } from './config.js';
import type { Reference } from './database/reference.js';
import type { Clock } from './platform/clock.js';
import { ApiError, unavailable } from './platform/errors.js';
import { Identity, type Viewer } from './platform/identity.js';
import type { Outages } from './platform/outages.js';
import { rateFields, SystemRates } from './platform/rates/system-rates.js';
import type { Services } from './services.js';
import { HeldRoles } from './staff-grant/held-roles.js';
import { readSiteSession } from './session/session.service.js';

interface AskerParts {
  readonly config: Pick<Config, 'oidc'>;
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly services: Pick<Services, 'apiTokens' | 'sessions'>;
  readonly outages: Outages;
  readonly reference: Reference;
}

interface Asker {
  readonly viewer: Viewer | null;
  readonly siteSession: string | null;
}

/** Who sends a request: a person by her access token, a system by its own, or nobody. */
export class Askers {
  private readonly identity: Identity;
  private readonly heldRoles: HeldRoles;
  readonly systemRates = new SystemRates();
  private readonly known = new WeakMap<FastifyRequest, Promise<Asker>>();

  constructor(private readonly parts: AskerParts) {
    this.identity = new Identity(parts.config.oidc, parts.clock);
    this.heldRoles = new HeldRoles(parts.reference, () => parts.orm.em.fork());
  }

  /** UNAUTHENTICATED (401) for what is not good here or was signed out; RATE_LIMITED (429) for a system beyond its share. */
  of(request: FastifyRequest, reply: FastifyReply): Promise<Asker> {
    const known = this.known.get(request) ?? this.find(request, reply);
    this.known.set(request, known);
    return known;
  }

  private async find(request: FastifyRequest, reply: FastifyReply): Promise<Asker> {
    const { clock, services } = this.parts;
    const { authorization } = request.headers;
    const secret = secretIn(authorization);
    const viewer = await (secret === null ? this.person(authorization) : this.system(secret, request.ip));
    if (viewer && isOfSystem(viewer.roles)) {
      const allowance = this.systemRates.take(viewer.subject, clock.now());
      void reply.headers(rateFields(allowance));
      if (allowance.refused) {
        throw new ApiError('RATE_LIMITED', { status: 429, retryAfterSeconds: allowance.seconds });
      }
    }
    const siteSession = readSiteSession(request.headers['x-session-id']);
    if (viewer) services.sessions.refuseEnded(viewer, siteSession);
    return { viewer, siteSession };
  }

  private async person(authorization: string | undefined): Promise<Viewer | null> {
    const { clock, outages } = this.parts;
    const viewer = await this.identity.viewer(authorization);
    // A client of the provider has its role from there.
    if (!viewer || viewer.roles.length > 0) return viewer;
    try {
      const roles = await this.heldRoles.of(viewer.subject, clock.now());
      return { ...viewer, roles };
    } catch (error) {
      throw outages.caused(error) ? unavailable() : error;
    }
  }

  /** A database that cannot be asked is no fault of the token. */
  private async system(secret: string, address: string): Promise<Viewer> {
    const { clock, orm, outages, services } = this.parts;
    try {
      return await services.apiTokens.viewer(orm.em.fork(), secret, address, clock.now());
    } catch (error) {
      throw outages.caused(error) ? unavailable() : error;
    }
  }
}
