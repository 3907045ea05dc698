import { build } from './build.ts';
import { superviseStack } from './supervise.ts';

await superviseStack({
  build: (signal) => build({ signal }),
  web: { command: ['node', 'web/server.js'], readyPath: '/healthz' },
});
