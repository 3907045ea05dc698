import type { TokenScope } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { districtOrCity } from '../district/district.entity.js';

export const ApiTokenSchema = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    /** Ids grow with time: lists go by them. */
    id: p.uuid().primary(),
    name: p.string().length(60),
    secretHash: p.blob().$type<Buffer>(),
    district: districtOrCity,
    scopes: p.array().$type<TokenScope[]>(),
    /** From where it may be used; none for anywhere. */
    addressRanges: p.array(),
    createdBy: p.string().length(255),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'api_token_secret', properties: ['secretHash'] }],
  indexes: [{ name: 'api_token_district', properties: ['district', 'id'] }],
  checks: [{ name: 'api_token_scopes', expression: 'cardinality(scopes) > 0' }],
});
/** What lets a system in, as a district or the city has given it. Its secret is kept nowhere. */
export class ApiToken extends ApiTokenSchema.class {
  static create(given: NewApiToken, by: string, now: Date): ApiToken {
    const token = new ApiToken();
    token.id = uuid();
    token.name = given.name;
    token.secretHash = given.secretHash;
    token.district = given.district;
    token.scopes = [...given.scopes];
    token.addressRanges = [...given.addressRanges];
    token.createdBy = by;
    token.createdAt = now;
    token.expiresAt = given.expiresAt;
    return token;
  }

  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}
ApiTokenSchema.setClass(ApiToken);

/** What comes before the id of a token where its system acts. */
export const SUBJECT_OF_TOKEN = 'api-token:';

/** What the system of a token is called, as the audit knows it. */
export const subjectOf = ({ id }: { id: string }): string => `${SUBJECT_OF_TOKEN}${id}`;

/** Of which token a subject is the system; null for whoever came without one. */
export function tokenOf(subject: string): string | null {
  const id = subject.startsWith(SUBJECT_OF_TOKEN) ? subject.slice(SUBJECT_OF_TOKEN.length) : '';
  return isUuid(id) ? id : null;
}

interface NewApiToken {
  readonly name: string;
  readonly secretHash: Buffer;
  readonly district: string | null;
  readonly scopes: readonly TokenScope[];
  readonly addressRanges: readonly string[];
  readonly expiresAt: Date;
}
