import { goto, invalidateAll, preloadData } from '$app/navigation';

/** A page that has not come by then is taken for one that does not come. */
const PATIENCE_MS = 10_000;

/** Opens a page of the desk if it can be reached; false leaves the present one as it is. */
export async function reach(address: string): Promise<boolean> {
  if (!navigator.onLine) return false;
  const same = address === location.pathname + location.search;
  const loaded = await within(same ? answers() : arrives(address));
  if (!loaded) return false;
  await (same ? invalidateAll() : goto(address));
  return true;
}

/** What was loaded ahead is what is opened then; an error page of the site’s own is an answer, too. */
async function arrives(address: string): Promise<boolean> {
  const loaded = await preloadData(address);
  return loaded.type !== 'error' || answers();
}

async function answers(): Promise<boolean> {
  const { ok } = await fetch('/healthz', { cache: 'no-store' });
  return ok;
}

/** Whether the site answers at all. */
export const reachable = (): Promise<boolean> => within(answers());

async function within(loading: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([loading, late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
