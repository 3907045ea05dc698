import { createHash, randomBytes } from 'node:crypto';

/** Scanners for leaked secrets recognise one by this prefix. */
const SECRET = /^enrol_[\w-]{43}$/;

/** It has 256 random bits. Nobody can guess it, so a plain hash protects it as well as a slow one. */
export const newSecret = (): string => `enrol_${randomBytes(32).toString('base64url')}`;

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The secret of an API token in an `Authorization` header; null for anything else there. */
export function secretIn(authorization: string | undefined): string | null {
  const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token !== undefined && SECRET.test(token) ? token : null;
}
