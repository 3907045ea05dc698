import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose';
import { checkDocument, isDocumentType, normaliseDocument } from '../rulebook/document.js';
import { ROLES, type DocumentType, type Role } from '../vocabulary.js';
import type { Clock } from './clock.js';
import { unauthenticated, unavailable } from './errors.js';

export interface RoleGrant {
  readonly role: Role;
  readonly district: string | null;
  readonly school: string | null;
}

/** Who is asking, as the city's identity provider says. */
export interface Viewer {
  readonly subject: string;
  readonly name: string;
  readonly phone: string | null;
  /** Normalised; null when the provider says nothing, or nothing that can be a document. */
  readonly document: { readonly type: DocumentType; readonly number: string } | null;
  readonly roles: readonly RoleGrant[];
}

/** How long verified keys are gone on with while the provider is away. */
const KEYS_KEPT_MS = 24 * 3_600_000;
const CACHED_TOKENS = 10_000;

/** Verifies OpenID Connect access tokens (RFC 9068) by the provider's published keys. */
export class Identity {
  private remote: ReturnType<typeof createRemoteJWKSet> | null = null;
  private kept: { keys: JSONWebKeySet; at: number } | null = null;
  private readonly verified = new Map<string, { viewer: Viewer; expiresAt: number }>();

  constructor(
    private readonly settings: { issuer: string; audience: string },
    private readonly clock: Clock,
  ) {}

  /** null without a token; UNAUTHENTICATED (401) for one that is not good here; 503 while the provider cannot be asked. */
  async viewer(authorization: string | undefined): Promise<Viewer | null> {
    if (authorization === undefined) return null;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    if (!token || token.length > 8_192) throw unauthenticated(401);
    const fingerprint = createHash('sha256').update(token).digest('base64');
    const now = this.clock.now().getTime();
    const known = this.verified.get(fingerprint);
    if (known && known.expiresAt > now) return known.viewer;
    this.verified.delete(fingerprint);

    const payload = await this.verify(token);
    const viewer = readViewer(payload);
    if (this.verified.size >= CACHED_TOKENS) this.verified.delete(this.verified.keys().next().value!);
    this.verified.set(fingerprint, { viewer, expiresAt: payload.exp! * 1000 });
    return viewer;
  }

  private async verify(token: string): Promise<JWTPayload> {
    const options = {
      ...this.settings,
      typ: 'at+jwt',
      algorithms: ['ES256', 'PS256', 'RS256'],
      requiredClaims: ['exp', 'sub'],
      currentDate: this.clock.now(),
    };
    try {
      const remote = await this.keys();
      const { payload } = await jwtVerify(token, remote, options);
      const keys = remote.jwks();
      if (keys) this.kept = { keys, at: Date.now() };
      return payload;
    } catch (error) {
      if (isTokenFault(error)) throw unauthenticated(401);
      if (!this.kept || Date.now() - this.kept.at > KEYS_KEPT_MS) throw unavailable();
      try {
        const { payload } = await jwtVerify(token, createLocalJWKSet(this.kept.keys), options);
        return payload;
      } catch (fault) {
        throw isTokenFault(fault) ? unauthenticated(401) : unavailable();
      }
    }
  }

  private async keys() {
    if (this.remote) return this.remote;
    const { issuer } = this.settings;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(2_000),
    });
    const metadata = (await response.json()) as { issuer?: string; jwks_uri?: string };
    if (!response.ok || metadata.issuer !== issuer || !metadata.jwks_uri)
      throw new Error('no usable provider metadata');
    this.remote = createRemoteJWKSet(new URL(metadata.jwks_uri), {
      timeoutDuration: 2_000,
      cooldownDuration: 5_000,
      cacheMaxAge: 600_000,
    });
    return this.remote;
  }
}

/** The token's own fault, not the provider's absence. */
function isTokenFault(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

function readViewer(payload: JWTPayload): Viewer {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const roles = (Array.isArray(payload.roles) ? (payload.roles as unknown[]) : []).flatMap(
    (grant): RoleGrant[] => {
      if (typeof grant !== 'object' || grant === null) return [];
      const { role, district, school } = grant as Record<string, unknown>;
      const known = ROLES.find((name) => name === role);
      return known ? [{ role: known, district: text(district), school: text(school) }] : [];
    },
  );
  return {
    subject: payload.sub!,
    name: text(payload.name) ?? '',
    phone: text(payload.phone_number),
    document: readDocument(payload.document),
    roles,
  };
}

function readDocument(claim: unknown): Viewer['document'] {
  if (typeof claim !== 'object' || claim === null) return null;
  const { type, number } = claim as Record<string, unknown>;
  if (typeof type !== 'string' || !isDocumentType(type) || typeof number !== 'string') return null;
  return checkDocument(type, number, '').length === 0 ? { type, number: normaliseDocument(number) } : null;
}
