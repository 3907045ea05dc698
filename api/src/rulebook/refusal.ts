import { RULES, type Rule, type RuleName } from './rules.js';

export type Language = 'zh-CN' | 'en';

export const REFUSAL_CODES = [
  'REQUIRED',
  'INVALID_FORMAT',
  'DOCUMENT_CHECKSUM',
  'DOCUMENT_MISMATCH',
  'DOCUMENT_ALREADY_REGISTERED',
  'PHONE_LIMIT_REACHED',
  'ATTEMPT_REUSED',
  'DISTRICT_MISMATCH',
  'AGE_OUT_OF_RANGE',
  'SERVICE_MISMATCH',
  'CONSULT_DISTRICT',
  'OUTSIDE_WINDOW',
  'NOTICE_NOT_READ',
  'CONSENT_REQUIRED',
  'CAPTCHA_FAILED',
  'SMS_CODE_WRONG',
  'SMS_CODE_EXPIRED',
  'SMS_ATTEMPTS_EXCEEDED',
  'SMS_COOLDOWN',
  'SMS_DAILY_LIMIT',
  'STAGE_CONFLICT',
  'STALE_VERSION',
  'NOT_ALLOWED',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

type Params = Readonly<Record<string, string | number | { 'zh-CN': string; en: string }>>;

/** A broken rule, not yet put into words. */
export interface Refusal {
  readonly rule: RuleName;
  readonly code: RefusalCode;
  /** Path in the input, such as `child.documentNumber`; null for the whole. */
  readonly field: string | null;
  readonly params: Params;
  readonly retryAfterSeconds: number | null;
}

/** A refusal in the reader's language. */
export interface ExplainedRefusal {
  code: RefusalCode;
  field: string | null;
  message: string;
  wayOut: string | null;
  clause: string | null;
  retryAfterSeconds: number | null;
}

export function refuse(
  rule: RuleName,
  { field = null, params = {}, retryAfterSeconds = null }: Partial<Omit<Refusal, 'rule' | 'code'>> = {},
): Refusal {
  return { rule, code: RULES[rule].code, field, params, retryAfterSeconds };
}

export function explain(refusal: Refusal, language: Language): ExplainedRefusal {
  const { text, wayOut, clause, limit } = RULES[refusal.rule] as Rule;
  const params: Params = {
    ...(limit === null ? {} : { limit }),
    ...(refusal.retryAfterSeconds === null ? {} : { seconds: refusal.retryAfterSeconds }),
    ...refusal.params,
  };
  return {
    code: refusal.code,
    field: refusal.field,
    message: fill(text[language], params, language),
    wayOut: wayOut && fill(wayOut[language], params, language),
    clause,
    retryAfterSeconds: refusal.retryAfterSeconds,
  };
}

function fill(template: string, params: Params, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
