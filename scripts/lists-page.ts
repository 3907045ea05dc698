import { BOUNDED_LISTS } from '../api/src/platform/cost/figures.ts';

/** docs/lists.md: what bounds each list of the API that has no pages. */
export function renderLists(): string {
  const rows = BOUNDED_LISTS.toSorted((one, other) => (one.most ?? Infinity) - (other.most ?? Infinity)).map(
    ({ most, aDay, because, fields }) => {
      const number = most === null ? 'all' : `${most.toLocaleString('en')}${aDay ? ' a day' : ''}`;
      return `| ${number} | ${because} | ${fields.map((field) => `\`${field}\``).join(', ')} |`;
    },
  );
  return `# Lists without pages

Printed from [figures.ts](../api/src/platform/cost/figures.ts) by \`npm run codegen\`; a test fails for a list of the schema that
is neither here nor a page. Every other list takes \`first\` and has at most 100 entries ([Pages](api.md#pages)).

| at most | because | lists |
| ------: | ------- | ----- |
${rows.join('\n')}
`;
}
