import { build } from './build.ts';
import { HEAP } from './heap.ts';
import { superviseStack } from './supervise.ts';

await superviseStack({
  build: (signal) => build({ signal }),
  web: { command: ['node', ...HEAP, 'web/server.js'], readyPath: '/healthz' },
});
