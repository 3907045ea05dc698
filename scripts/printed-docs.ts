/** Writes the pages in docs/ that are printed: access, rulebook, settings and stages from the compiled code, lists from the API’s figures, office from the site’s words. */
import { writeFileSync } from 'node:fs';

import { renderAccess } from '@enrolment/rulebook/access.documentation.js';
import { renderRulebook } from '@enrolment/rulebook/documentation.js';
import { renderStages } from '@enrolment/rulebook/stages.documentation.js';
import { renderSettings } from '@enrolment/settings/documentation.ts';

import { renderLists } from './lists-page.ts';
import { renderOfficeHandbook } from './office-handbook.ts';

const write = (page: string, text: string) =>
  writeFileSync(new URL(`../docs/${page}.md`, import.meta.url), text);
write('access', renderAccess());
write('lists', renderLists());
write('office', renderOfficeHandbook());
write('rulebook', renderRulebook());
write('settings', renderSettings());
write('stages', renderStages());
