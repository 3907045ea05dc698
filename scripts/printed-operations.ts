/** Writes the operations that are printed from the compiled code, which have the fields of the details form. */
import { writeFileSync } from 'node:fs';
import { renderFragments } from '@enrolment/rulebook/details/fragments.documentation.js';

writeFileSync(new URL('../schema/operations/details-fields.graphql', import.meta.url), renderFragments());
