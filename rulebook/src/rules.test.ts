import { describe as suite, expect, test } from '@jest/globals';
import { describe, explain, refuse, REFUSAL_CODES } from './refusal.js';
import { ALL_RULES } from './office-rules.js';
import type { Rule, RuleName } from './rules.js';

const rules = Object.entries(ALL_RULES) as [RuleName, Rule][];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

suite('the rulebook', () => {
  test.each(rules)(
    '%s speaks both languages, with the same particulars and the same calm',
    (_, { text, wayOut }) => {
      for (const words of [text, wayOut]) {
        if (!words) continue;
        expect(placeholders(words['zh-CN'])).toEqual(placeholders(words.en));
        expect(words['zh-CN']).toMatch(/。$|^\{shape\}$/);
        expect(words.en).toMatch(/\.$|^\{shape\}$/);
        expect(words['zh-CN'] + words.en).not.toMatch(/[!！]/);
        expect(words['zh-CN']).not.toMatch(/[,;?:]/);
      }
    },
  );

  test.each(rules)('%s has its limit where its words name one', (_, { text, wayOut, limit }) => {
    const named = placeholders(text['zh-CN'] + (wayOut?.['zh-CN'] ?? '')).includes('limit');
    if (named) expect(limit).not.toBeNull();
  });

  test('every code has a rule', () => {
    const covered = new Set(rules.map(([, { code }]) => code));
    expect(REFUSAL_CODES.filter((code) => !covered.has(code))).toEqual([]);
  });

  test('a refusal carries code, field, clause, limit, wait and particulars', () => {
    const refusal = refuse('smsCooldown', { field: 'phone', retryAfterSeconds: 42 });
    expect(explain(refusal, 'en')).toEqual({
      rule: 'smsCooldown',
      code: 'SMS_COOLDOWN',
      field: 'phone',
      message: 'You can request a code every 180 seconds; 42 more to go.',
      wayOut: 'Messages can be late: please check whether it has arrived.',
      clause: '六(二)3',
      retryAfterSeconds: 42,
    });
    const particular = refuse('sexMismatch', { params: { expected: { 'zh-CN': '女', en: 'female' } } });
    expect(explain(particular, 'zh-CN').message).toContain('女');
    expect(explain(particular, 'en').message).toContain('female');
  });

  test('a value that was typed is quoted as it is, braces and all', () => {
    const refusal = refuse('valueUnknown', { params: { value: '{limit} $& $1' } });
    expect(explain(refusal, 'en').message).toBe('“{limit} $& $1” is not one of the choices.');
  });

  test('someone already registered is told both ways on', () => {
    const { wayOut } = explain(
      refuse('documentAlreadyRegistered', { params: { hotline: '010-0000' } }),
      'zh-CN',
    );
    expect(wayOut).toContain('个人中心');
    expect(wayOut).toContain('010-0000');
  });

  test('a rule as such leaves open what only a case would say', () => {
    for (const [name] of rules) {
      for (const language of ['zh-CN', 'en'] as const) {
        const { text, wayOut } = describe(name, language);
        expect(text + wayOut).not.toMatch(/[{}]|“”|\s{2}|\s[。.]/);
      }
    }
  });
});
