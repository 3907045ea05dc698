/** Writes the pages of docs/ that are printed from the compiled code: the rulebook and the stages. */
import { writeFileSync } from 'node:fs';

const compiled = (path: string) => import(new URL(`../api/dist/${path}`, import.meta.url).href);
const { renderRulebook } = (await compiled('rulebook/documentation.js')) as { renderRulebook: () => string };
const { renderStages } = (await compiled('record/stages.documentation.js')) as { renderStages: () => string };

const write = (page: string, text: string) =>
  writeFileSync(new URL(`../docs/${page}.md`, import.meta.url), text);
write('rulebook', renderRulebook());
write('stages', renderStages());
