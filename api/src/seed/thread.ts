import { parentPort, workerData } from 'node:worker_threads';
import { openThread, type Given } from './seed.js';
import type { Portion } from './write.js';

/** Writes one portion after the other, until there is none. */
const port = parentPort!;
const thread = await openThread(workerData as Given);
port.on('message', async (portion: Portion | null) => {
  if (!portion) {
    await thread.close();
    port.close();
    return;
  }
  port.postMessage(await thread.write(portion));
});
port.postMessage('ready');
