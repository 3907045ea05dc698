/** Writes the pages in docs/ that are printed: access, rulebook, settings and stages from the compiled code, office from the site’s words. */
import { writeFileSync } from 'node:fs';

import { renderAccess } from '@enrolment/rulebook/access.documentation.js';
import { renderRulebook } from '@enrolment/rulebook/documentation.js';
import { renderStages } from '@enrolment/rulebook/stages.documentation.js';
import { renderSettings } from '@enrolment/settings/documentation.ts';

import { renderOfficeHandbook } from './office-handbook.ts';

const write = (page: string, text: string) =>
  writeFileSync(new URL(`../docs/${page}.md`, import.meta.url), text);
write('access', renderAccess());
write('office', renderOfficeHandbook());
write('rulebook', renderRulebook());
write('settings', renderSettings());
write('stages', renderStages());
