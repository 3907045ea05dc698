import type { FileLine } from '@enrolment/rulebook/decision-file.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { Worker } from 'node:worker_threads';

const SECONDS = 20;
const MEBIBYTES = 384;

/**
 * Reads files in a thread of its own, so that nobody else waits for it, and what makes it grow or go on for ever ends with the
 * thread. One at a time: a file needs memory.
 */
export class SpreadsheetReader {
  private before: Promise<unknown> = Promise.resolve();

  read(bytes: Uint8Array): Promise<readonly FileLine[] | Refused> {
    const read = this.before.then(() => inThread(bytes));
    this.before = read.catch(() => {});
    return read;
  }
}

async function inThread(bytes: Uint8Array): Promise<readonly FileLine[] | Refused> {
  const thread = new Worker(new URL('./spreadsheet.thread.js', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEBIBYTES },
  });
  const timer = setTimeout(() => void thread.terminate(), SECONDS * 1000);
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', ({ lines, refusals }: { lines?: FileLine[]; refusals?: Refusal[] }) =>
        resolve(refusals ? new Refused(refusals) : (lines ?? [])),
      );
      thread.once('error', (error: Error & { code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooLarge()) : reject(error),
      );
      thread.once('exit', () => resolve(tooLarge()));
    });
  } finally {
    clearTimeout(timer);
    void thread.terminate();
  }
}

const tooLarge = (): Refused => new Refused([refuse('fileTooLarge')]);
