/** Writes docs/rulebook.md from the compiled rulebook; `--check` only says whether it is up to date. */
import { readFileSync, writeFileSync } from 'node:fs';

const { renderRulebook } = (await import(
  new URL('../api/dist/rulebook/documentation.js', import.meta.url).href
)) as { renderRulebook: () => string };

const file = new URL('../docs/rulebook.md', import.meta.url);
const printed = renderRulebook();

if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
} else if (readFileSync(file, 'utf8') !== printed) {
  console.error('docs/rulebook.md is out of date: run `node scripts/rulebook-docs.ts`.');
  process.exit(1);
}
