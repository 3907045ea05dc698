import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';

/** A busy machine takes its time. Only a test that fails waits this long. */
const LIMIT_MS = 90_000;

/** Waits until a field holds the value. */
export async function untilReads(field: Locator, value: string): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  let reads = await field.inputValue();
  while (reads !== value) {
    if (Date.now() > deadline) throw new Error(`the field reads ${reads}, not ${value}`);
    await sleep(50);
    reads = await field.inputValue();
  }
}
