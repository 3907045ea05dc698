import { ACTIONS, reachIn } from './access.js';
import { readRange } from './address-range.js';
import { refuse, type Refusal } from './refusal.js';
import { OFFICE_RULES } from './office-rules.js';
import type { TokenScope } from './vocabulary.js';

export const TOKEN_NAME_LENGTH = 60;
const LONGEST_MS = OFFICE_RULES.tokenExpiry.limit * 86_400_000;

export interface TokenFacts {
  readonly name: string;
  /** Null for a token of the whole city. */
  readonly district: string | null;
  readonly expiresAt: Date;
  readonly scopes: readonly TokenScope[];
  readonly addressRanges: readonly string[];
}

/** The role in which a token is let in: as the system of its district, or of the city. */
export const systemOf = (district: string | null): 'DISTRICT_SYSTEM' | 'MUNICIPAL_SYSTEM' =>
  district === null ? 'MUNICIPAL_SYSTEM' : 'DISTRICT_SYSTEM';

/** Whether a token of this district, or of the city, could do anything in a scope. */
export const isScopeFor = (district: string | null, scope: TokenScope): boolean =>
  ACTIONS.some((action) => reachIn(action, { role: systemOf(district), scopes: [scope] }) !== null);

/** What an API token has to be like. */
export function checkToken(token: TokenFacts, now: Date): Refusal[] {
  const { name, district, expiresAt, scopes, addressRanges } = token;
  const ahead = expiresAt.getTime() - now.getTime();
  const useful = scopes.length > 0 && scopes.every((scope) => isScopeFor(district, scope));
  const most = OFFICE_RULES.tokenRange.limit;
  const odd = addressRanges.find((range, at) => at >= most || readRange(range) === null);
  return [
    ...(name.trim() === '' ? [refuse('required', { field: 'name' })] : []),
    ...([...name].length > TOKEN_NAME_LENGTH
      ? [refuse('textTooLong', { field: 'name', params: { most: TOKEN_NAME_LENGTH } })]
      : []),
    ...(ahead <= 0 || ahead > LONGEST_MS ? [refuse('tokenExpiry', { field: 'expiresAt' })] : []),
    ...(useful ? [] : [refuse('tokenScopes', { field: 'scopes' })]),
    ...(odd === undefined ? [] : [refuse('tokenRange', { field: 'addressRanges', params: { value: odd } })]),
  ];
}
