import { describe } from './refusal.js';
import { ALL_RULES } from './office-rules.js';
import type { Rule, RuleName } from './rules.js';

const cell = (text: string | number | null) => (text === null ? '' : String(text).replaceAll('|', '\\|'));

/** docs/rulebook.md, printed from the rules themselves. */
export function renderRulebook(): string {
  const rows = (Object.keys(ALL_RULES) as RuleName[]).map((name) => {
    const { code, clause, limit }: Rule = ALL_RULES[name];
    const zh = describe(name, 'zh-CN');
    const en = describe(name, 'en');
    const wayOut = zh.wayOut && `${cell(zh.wayOut)}<br>${cell(en.wayOut)}`;
    return `| \`${name}\` | \`${code}\` | ${cell(clause)} | ${cell(zh.text)}<br>${cell(en.text)} | ${cell(limit)} | ${wayOut ?? ''} |`;
  });
  return [
    '# The rulebook',
    '',
    'Printed from `rulebook/src/rules.ts` and `office-rules.ts` by `npm run codegen`; do not edit it by hand.',
    '',
    'Each row is one rule: its id, which stays the same for good (`Rule.id`, `Refusal.rule`), the code that a refusal',
    'carries, the clause of the manual (or the standard) where it stands, what the person reads, the limit if the rule has',
    'one, and the way out. 〈〉 and [] stand for what only a case has.',
    '',
    '| id | code | clause | sentence | limit | way out |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
