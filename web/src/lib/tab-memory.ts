/**
 * What was typed and not sent yet, kept in this browser's session storage alone. It survives a reload, the back button, an
 * expired sign-in and an API that is away. It goes when the tab closes, when the form succeeds, and when whoever typed it
 * signs out or somebody else signs in, here or in another tab.
 */
export function recall<T extends object>(key: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}

/** Content with `until`, a time in milliseconds, is not kept for longer. */
export function remember(key: string, content: object): void {
  if (left) return;
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

/** Forgets what is past its time. */
export function forgetOld(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      const until = recall<{ until: unknown }>(key)?.until;
      if (typeof until === 'number' && until <= Date.now()) sessionStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

const OWNER = 'owner';
const TABS = 'tab-memory';

/** Whether whoever typed on this page has gone. What is still typed on it is kept for nobody. */
let left = false;

/** Forgets what another person left here. While nobody is signed in, it waits for its owner. */
export function keepFor(person: string | null): void {
  forgetOld();
  if (person === null) return;
  leaveTo(person);
  left = false;
  remember(OWNER, { person });
  tellTabs(person);
}

/** Forgets all, here and in the other tabs, since whoever typed it signs out. */
export function keepForNobody(): void {
  leaveTo(null);
  tellTabs(null);
}

/** Forgets as soon as another tab signs out, or somebody else signs in there. Returns how to stop. */
export function hearTabs(): (() => void) | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(TABS);
  channel.onmessage = ({ data }: MessageEvent<string | null>) => leaveTo(data);
  return () => channel.close();
}

/** Safari has it since 15.4. Before that, the tab's next page forgets. */
function tellTabs(person: string | null): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(TABS);
  channel.postMessage(person);
  channel.close();
}

function leaveTo(person: string | null): void {
  const owner = recall<{ person: string }>(OWNER)?.person;
  if (person !== null && (owner === undefined || owner === person)) return;
  left = true;
  forget('');
}
