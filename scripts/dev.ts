import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { ROOT, toolEnvironment } from './command.ts';
import { superviseStack } from './supervise.ts';

await superviseStack({
  build: async (signal) => {
    await build({ signal, only: ['api', 'playground'] });
    if (signal.aborted) return;
    const compiler = ['-p', 'api/tsconfig.build.json', '--watch', '--preserveWatchOutput'];
    spawn('tsc', compiler, {
      cwd: ROOT,
      env: toolEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      signal,
    }).once('error', (error) => {
      if (!signal.aborted) console.error(`tsc --watch: ${error.message}`);
    });
  },
  web: {
    command: ['npm', 'run', '--silent', 'dev', '-w', '@enrolment/web'],
    readyPath: '/',
    // npm and Vite know nothing of our channel.
    env: { NODE_OPTIONS: `--import ${new URL('end-with-parent.js', import.meta.url).href}` },
  },
  watch: true,
});
