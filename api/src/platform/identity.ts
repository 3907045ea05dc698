import { checkDocument, isDocumentType, kindOf, normaliseDocument } from '@enrolment/rulebook/document.js';
import { isSystem, type OfficeGrant } from '@enrolment/rulebook/access.js';
import { ROLES, TOKEN_SCOPES, type DocumentType, type Role } from '@enrolment/rulebook/vocabulary.js';
import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose';
import type { Clock } from './clock.js';
import { unauthenticated, unavailable } from './errors.js';

export type RoleGrant = OfficeGrant;

/** Who is asking: a person as the city's identity provider knows her, with the roles that she holds here, or a system. */
export interface Viewer {
  readonly subject: string;
  readonly name: string;
  readonly phone: string | null;
  /** Normalised; null when the provider says nothing, or nothing that can be a document. */
  readonly document: { readonly type: DocumentType; readonly number: string } | null;
  readonly roles: readonly RoleGrant[];
  /** The job that acts for them, while nobody waits for it. */
  readonly job?: string;
  /** The officer who acts for a family at the desk: the viewer is then the family’s place at it (assistance/). */
  readonly atDesk?: { readonly subject: string; readonly role: Role };
  /** The claims of the access token by which it can be refused later; times are seconds since 1970. */
  readonly token: { readonly id: string | null; readonly issuedAt: number; readonly expiresAt: number };
}

/** How long the known keys are used while the provider is away. */
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
    // Schemes are case-insensitive, and more than one blank may follow (RFC 9110, 11).
    const token = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (!token || token.length > 8_192) throw unauthenticated(401);
    const fingerprint = createHash('sha256').update(token).digest('base64');
    const now = this.clock.now().getTime();
    const known = this.verified.get(fingerprint);
    if (known && known.expiresAt > now) return known.viewer;
    this.verified.delete(fingerprint);

    const payload = await this.verify(token);
    if (!isSubject(payload.sub) || isAhead(payload.iat, now)) throw unauthenticated(401);
    const viewer = readViewer(payload);
    // A client that is no system here is nobody.
    if (isClient(payload) && viewer.roles.length === 0) throw unauthenticated(401);
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

/** Our clock and the provider's may differ a little. */
const CLOCK_TOLERANCE_MS = 60_000;

/** The subject must be a short text of printable characters, because it is looked up, hashed and stored. */
const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && /^[^\p{Cc}\p{Cs}]{1,255}$/u.test(sub) && sub.trim() !== '';

const isAhead = (issuedAt: number | undefined, now: number): boolean =>
  issuedAt !== undefined && issuedAt * 1000 > now + CLOCK_TOLERANCE_MS;

/** Whether the token is at fault and not the provider away. */
function isTokenFault(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

/** Client credentials (RFC 9068, 2.2): the subject is the client itself. */
const isClient = ({ client_id, sub }: JWTPayload): boolean => client_id === sub;

function readViewer(payload: JWTPayload): Viewer {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  // What a person may do is the product's own to say (staff-grant/); the provider lets systems in.
  const scopes = scopesIn(payload.scope);
  const claimed = isClient(payload) && Array.isArray(payload.roles) ? (payload.roles as unknown[]) : [];
  const roles = claimed.flatMap((grant): RoleGrant[] => {
    if (typeof grant !== 'object' || grant === null) return [];
    const { role, district, school } = grant as Record<string, unknown>;
    const known = ROLES.find((name) => name === role);
    if (!known || !isSystem(known)) return [];
    return [{ role: known, district: text(district), school: text(school), scopes }];
  });
  return {
    subject: payload.sub!,
    name: text(payload.name) ?? '',
    phone: text(payload.phone_number),
    document: readDocument(payload.document),
    roles,
    token: { id: text(payload.jti), issuedAt: payload.iat ?? 0, expiresAt: payload.exp! },
  };
}

/** The scopes of a token that let a system in; a token has them in lower case. */
const scopesIn = (scope: unknown) => {
  const named = typeof scope === 'string' ? scope.split(' ') : [];
  return TOKEN_SCOPES.filter((known) => named.includes(known.toLowerCase()));
};

function readDocument(claim: unknown): Viewer['document'] {
  if (typeof claim !== 'object' || claim === null) return null;
  const { type, number } = claim as Record<string, unknown>;
  if (typeof type !== 'string' || !isDocumentType(type) || typeof number !== 'string') return null;
  // A provider may call a residence permit's number a resident ID; the number says what it is.
  const kind = kindOf(type, number);
  return checkDocument(kind, number, '').length === 0
    ? { type: kind, number: normaliseDocument(number) }
    : null;
}
