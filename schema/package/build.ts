import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** `npm pack` runs it: JavaScript, types and schema under dist/, with nothing to install beside them. */
const here = (path: string) => new URL(path, import.meta.url);

rmSync(here('dist'), { recursive: true, force: true });
execFileSync('tsc', ['-p', here('tsconfig.json').pathname], { stdio: 'inherit' });
copyFileSync(here('../schema.graphql'), here('dist/schema.graphql'));

// One type of that package, which would bring graphql itself along.
const types = here('dist/client/graphql.d.ts');
const written = readFileSync(types, 'utf8');
const own = written.replace("'@graphql-typed-document-node/core'", "'../package/document-type.js'");
if (own === written) throw new Error('the generated types no longer import what is replaced here');
writeFileSync(types, own);
