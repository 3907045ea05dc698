import { setTimeout as sleep } from 'node:timers/promises';

/** A busy machine takes its time. Only a test that fails waits this long. */
const LIMIT_MS = 90_000;

/** Looks until something is found; the error names what did not come. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined | null | false> | Found | undefined | null | false,
): Promise<Found> {
  const deadline = Date.now() + LIMIT_MS;
  do {
    const found = await look();
    if (found) return found;
    await sleep(20);
  } while (Date.now() < deadline);
  throw new Error(`${what}: it did not come`);
}
