/** The storage of what a school’s desk keeps on this device, and its notes in it (vault.ts). */
export const VAULT = 'school-desk';
export const NOTES = 'notes';

const PATIENCE_MS = 2_000;

/** A device that does not answer holds nobody up, and a browser without this storage has kept nothing. */
function answered<T>(instead: T, ask: (tell: (answer: T) => void) => void): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(instead), PATIENCE_MS);
    try {
      ask(resolve);
    } catch {
      resolve(instead);
    }
  });
}

/** How many decisions of the desk wait or were refused. Where there is no storage, none is made. */
export const keptAtDesk = (): Promise<number> =>
  answered(0, (tell) => {
    const request = indexedDB.open(VAULT);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => tell(0);
    request.onsuccess = () => {
      const database = request.result;
      const count = database.transaction(NOTES).objectStore(NOTES).count();
      count.onsuccess = () => tell(count.result);
      database.close();
    };
  });

/** Erases it with its key, before somebody signs out. */
export const eraseVault = (): Promise<void> =>
  answered(undefined, (tell) => {
    const request = indexedDB.deleteDatabase(VAULT);
    request.onsuccess = () => tell(undefined);
    request.onerror = () => tell(undefined);
  });
