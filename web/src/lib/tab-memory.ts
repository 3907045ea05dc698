/**
 * What was typed and not sent yet, kept in this browser's session storage alone. It survives a reload, the back button, an
 * expired sign-in and an API that is away. It goes when the tab closes, when the form succeeds, and when whoever typed it
 * signs out or somebody else signs in here.
 */
export function recall<T extends object>(key: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}

export function remember(key: string, content: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(content));
  } catch {
    // Storage that is full or switched off costs a convenience, nothing more.
  }
}

/** Forgets everything under keys that begin like this. */
export function forget(prefix: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

const OWNER = 'owner';

/** Forgets what another person left here. While nobody is signed in, it waits for its owner. */
export function keepFor(person: string | null): void {
  if (person === null) return;
  const owner = recall<{ person: string }>(OWNER)?.person;
  if (owner !== undefined && owner !== person) forget('');
  remember(OWNER, { person });
}
