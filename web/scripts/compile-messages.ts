// Compiles messages/ into src/lib/i18n/messages/. A script of its own, because the compiler's timers keep a
// build process open for half a minute, and because a plug-in that cannot be found compiles to nothing, silently.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { messageCompiler } from './message-compiler.ts';

await compile(messageCompiler);
const known = path.join(messageCompiler.outdir, 'messages', 'site_name.js');
if (!existsSync(known)) {
  console.error('The messages compiled to nothing: check "modules" in web/project.inlang/settings.json.');
  process.exit(1);
}
process.exit(0);
