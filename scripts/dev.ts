import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { ROOT, toolEnvironment } from './command.ts';
import { superviseStack } from './supervise.ts';

/** npm, Vite and the compiler know nothing of our channel. This file is loaded into them and ends them with us. */
const END_WITH_US = { NODE_OPTIONS: `--import ${new URL('end-with-parent.js', import.meta.url).href}` };

await superviseStack({
  build: async (signal) => {
    await build({ signal, only: ['api', 'playground'] });
    if (!signal.aborted) compileOnChange(signal);
  },
  web: {
    command: ['npm', 'run', '--silent', 'dev', '-w', '@enrolment/web'],
    // This is a file and no page: Vite compiles a page on the first request, which may take a while.
    readyPath: '/favicon.svg',
    env: END_WITH_US,
  },
  watch: true,
});

/** Compiles the API with everything it imports, so a change in the rulebook reaches it too. */
function compileOnChange(signal: AbortSignal): void {
  const compiler = spawn('tsc', ['-b', 'api/tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
    cwd: ROOT,
    env: { ...toolEnvironment(), ...END_WITH_US },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
    signal,
  });
  compiler.once('error', (error) => {
    if (!signal.aborted) console.error(`tsc --watch: ${error.message}`);
  });
}
