import { NOTES, VAULT } from './erase.ts';
import type { Note } from './note.ts';

/**
 * What waits, on this device: each note is sealed by AES-GCM under a key that no script can read out. Both go at sign-out. A
 * browser without this storage keeps nothing (erase.ts).
 */
const KEYS = 'keys';
const THE_KEY = 'desk';
const IV_BYTES = 12;

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage'));
  });

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('storage'));
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(VAULT, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(NOTES);
  };
  const database = await answerOf(request);
  // Whoever signs out in another tab erases it all: this tab does not hold it back.
  database.onversionchange = () => database.close();
  return database;
}

/** Opened anew for each use: what was erased in another tab meanwhile is begun again, empty. */
async function within<T>(use: (database: IDBDatabase, key: CryptoKey) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await use(database, await keyIn(database));
  } finally {
    database.close();
  }
}

async function keyIn(database: IDBDatabase): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs that begin at once agree on the first one's key.
  const transaction = database.transaction(KEYS, 'readwrite');
  const store = transaction.objectStore(KEYS);
  const known = (await answerOf(store.get(THE_KEY))) as CryptoKey | undefined;
  if (!known) store.put(fresh, THE_KEY);
  await endOf(transaction);
  return known ?? fresh;
}

/** A note belongs to its place: moved to another one, it does not open. */
const method = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
});

export const keep = (note: Note): Promise<void> =>
  within(async (database, key) => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const plain = new TextEncoder().encode(JSON.stringify(note));
    const text = await crypto.subtle.encrypt(method(iv, note.key), key, plain);
    const transaction = database.transaction(NOTES, 'readwrite');
    transaction.objectStore(NOTES).put({ iv, text } satisfies Sealed, note.key);
    await endOf(transaction);
  });

export const drop = (key: string): Promise<void> =>
  within(async (database) => {
    const transaction = database.transaction(NOTES, 'readwrite');
    transaction.objectStore(NOTES).delete(key);
    await endOf(transaction);
  });

/** Every note that opens under the present key. */
export const all = (): Promise<Note[]> =>
  within(async (database, key) => {
    const store = database.transaction(NOTES).objectStore(NOTES);
    const [ids, sealed] = await Promise.all([
      answerOf(store.getAllKeys()),
      answerOf(store.getAll()) as Promise<Sealed[]>,
    ]);
    const notes = sealed.map(({ iv, text }, index) =>
      crypto.subtle
        .decrypt(method(iv, ids[index] as string), key, text)
        .then((plain) => JSON.parse(new TextDecoder().decode(plain)) as Note)
        .catch(() => null),
    );
    return (await Promise.all(notes)).filter((note) => note !== null);
  });
