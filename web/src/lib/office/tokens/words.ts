import { TOKEN_SCOPE_NAMES } from '@enrolment/rulebook/names.ts';
import type { ListedTokenFragment, TokenScope } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import type { Mark } from '../words.ts';

export const scopeName = (scope: TokenScope): string => TOKEN_SCOPE_NAMES[scope][getLocale()];

const MEANINGS: Record<TokenScope, () => string> = {
  DASHBOARDS: m.office_token_scope_dashboards,
  LISTS: m.office_token_scope_lists,
  DECISIONS: m.office_token_scope_decisions,
  WEBHOOKS: m.office_token_scope_webhooks,
  IMPORTS: m.office_token_scope_imports,
};
export const scopeMeaning = (scope: TokenScope): string => MEANINGS[scope]();

export interface TokenState {
  word: string;
  mark: Mark;
  live: boolean;
}

export function tokenState(token: ListedTokenFragment, now: string): TokenState {
  if (token.revokedAt !== null) return { word: m.office_token_revoked(), mark: 'off', live: false };
  return Date.parse(token.expiresAt) > Date.parse(now)
    ? { word: m.office_token_live(), mark: 'done', live: true }
    : { word: m.office_token_ended(), mark: 'off', live: false };
}
