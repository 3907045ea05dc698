import { recall, remember } from './tab-memory.ts';

/** How the engines say that a script cannot be loaded: it went with the previous build, or was lost on the way. */
const MISSING = /imported module|module script|preload/;
const KEY = 'loaded-anew';
/** A page that is still broken after a fresh load says so, and does not load for ever. */
const ONCE_IN_MS = 20_000;

export function isMissingScript(error: unknown): boolean {
  return error instanceof Error && MISSING.test(error.message);
}

/** Asks the server for the whole page, with the scripts that belong to it. */
export function loadAnew({ href }: URL): void {
  const before = recall<Record<string, number>>(KEY)?.[href] ?? 0;
  if (Date.now() - before < ONCE_IN_MS) return;
  remember(KEY, { [href]: Date.now() });
  location.assign(href);
}
