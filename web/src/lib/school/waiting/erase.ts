/** The storage of what a school’s desk keeps on this device (vault.ts). */
export const VAULT = 'school-desk';

const PATIENCE_MS = 2_000;

/** Erases it with its key, before somebody signs out. A device that does not answer holds nobody up. */
export function eraseVault(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    try {
      const request = indexedDB.deleteDatabase(VAULT);
      request.onsuccess = () => resolve();
      request.onerror = () => resolve();
    } catch {
      // A browser without this storage has kept nothing.
      resolve();
    }
  });
}
