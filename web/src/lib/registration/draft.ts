/**
 * What was typed and not sent yet, in this browser's session storage alone: it outlives a reload, the back button, an
 * expired sign-in and an API that is away, and goes with the tab or with success.
 */
export function readDraft<T extends object>(key: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage that is full or switched off loses a convenience, nothing else.
  }
}

export function dropDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('registration:')) sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
