import { ruleOf, type RuleName } from './rules.js';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

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
  'CONFIRMATION_NEEDED',
  'CLAIMED',
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
  rule: RuleName;
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
  return { rule, code: ruleOf(rule).code, field, params, retryAfterSeconds };
}

export function explain(refusal: Refusal, language: Language): ExplainedRefusal {
  const { text, wayOut, clause, limit } = ruleOf(refusal.rule);
  const params: Params = {
    ...(limit === null ? {} : { limit }),
    ...(refusal.retryAfterSeconds === null ? {} : { seconds: refusal.retryAfterSeconds }),
    ...refusal.params,
  };
  return {
    rule: refusal.rule,
    code: refusal.code,
    field: refusal.field,
    message: fill(text[language], params, language),
    wayOut: wayOut && fill(wayOut[language], params, language),
    clause,
    retryAfterSeconds: refusal.retryAfterSeconds,
  };
}

/** What a sentence says in place of the particulars that only a case has. */
const PARTICULARS: Readonly<Record<string, { 'zh-CN': string; en: string }>> = {
  at: { 'zh-CN': '〈时间〉', en: '[time]' },
  before: { 'zh-CN': '〈在前的环节〉', en: '[phase before it]' },
  bornFrom: { 'zh-CN': '〈起始日期〉', en: '[first day]' },
  bornTo: { 'zh-CN': '〈截止日期〉', en: '[last day]' },
  certificate: { 'zh-CN': '〈证件〉', en: '[certificate]' },
  changes: { 'zh-CN': '〈改了什么〉', en: '[what has changed]' },
  character: { 'zh-CN': '〈字符〉', en: '[character]' },
  closesAt: { 'zh-CN': '〈截止时间〉', en: '[closing time]' },
  columns: { 'zh-CN': '〈哪些列或写法〉', en: '[which columns or words]' },
  cost: { 'zh-CN': '〈几〉', en: '[so many]' },
  count: { 'zh-CN': '〈几〉', en: '[so many]' },
  day: { 'zh-CN': '〈日期〉', en: '[day]' },
  decider: { 'zh-CN': '〈单位〉', en: '[office]' },
  districts: { 'zh-CN': '〈哪些区〉', en: '[which districts]' },
  documentType: { 'zh-CN': '〈证件类型〉', en: '[kind of document]' },
  expected: { 'zh-CN': '〈号码所示〉', en: '[as the number says]' },
  hotline: { 'zh-CN': '〈招生电话〉', en: '[the district’s phone]' },
  left: { 'zh-CN': '〈几〉', en: '[so many]' },
  line: { 'zh-CN': '〈几〉', en: '[so and so]' },
  minutes: { 'zh-CN': '〈几〉', en: '[so many]' },
  most: { 'zh-CN': '〈几〉', en: '[so many]' },
  officer: { 'zh-CN': '〈一位同事〉', en: '[a colleague]' },
  opensAt: { 'zh-CN': '〈开放时间〉', en: '[opening time]' },
  phase: { 'zh-CN': '〈环节〉', en: '[phase]' },
  place: { 'zh-CN': '〈哪里〉', en: '[where]' },
  seconds: { 'zh-CN': '〈几〉', en: '[so many]' },
  services: { 'zh-CN': '〈哪些服务〉', en: '[which services]' },
  shape: { 'zh-CN': '〈该证件号码的写法〉。', en: '[how its number is written].' },
  stage: { 'zh-CN': '〈现在的阶段〉', en: '[present stage]' },
  state: { 'zh-CN': '〈状态〉', en: '[state]' },
  value: { 'zh-CN': '〈所填内容〉', en: '[what was entered]' },
  year: { 'zh-CN': '〈年度〉', en: '[year]' },
  years: { 'zh-CN': '〈哪些年度〉', en: '[which years]' },
};

/** A rule in general, as the `rules` query and the documentation tell it, without the particulars of a case. */
export function describe(name: RuleName, language: Language): { text: string; wayOut: string | null } {
  const { message, wayOut } = explain(refuse(name), language);
  return { text: message, wayOut };
}

function fill(template: string, params: Params, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? PARTICULARS[name] ?? '';
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** What a use case answers when rules are broken; resolvers put it into words. */
export class Refused {
  constructor(readonly refusals: readonly Refusal[]) {}
}
