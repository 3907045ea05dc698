/**
 * What was typed and not sent yet, in this browser's session storage alone: it outlives a reload, the back button, an
 * expired sign-in and an API that is away, and goes with the tab, with success, with signing out or when somebody else
 * signs in here.
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
    // Storage that is full or switched off loses a convenience, nothing else.
  }
}

/** Everything whose key begins so. */
export function forget(prefix: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

const OWNER = 'owner';

/** What another person left here goes; without a sign-in it waits for whose it is. */
export function keepFor(person: string | null): void {
  if (person === null) return;
  const owner = recall<{ person: string }>(OWNER)?.person;
  if (owner !== undefined && owner !== person) forget('');
  remember(OWNER, { person });
}
