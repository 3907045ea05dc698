/** Writes the pages in docs/ that are printed from the compiled code: access, rulebook, settings and stages. */
import { writeFileSync } from 'node:fs';

import { renderAccess } from '@enrolment/rulebook/access.documentation.js';
import { renderRulebook } from '@enrolment/rulebook/documentation.js';
import { renderStages } from '@enrolment/rulebook/stages.documentation.js';
import { renderSettings } from '@enrolment/settings/documentation.ts';

const write = (page: string, text: string) =>
  writeFileSync(new URL(`../docs/${page}.md`, import.meta.url), text);
write('access', renderAccess());
write('rulebook', renderRulebook());
write('settings', renderSettings());
write('stages', renderStages());
