/** What DATA_KEYS holds: `id=base64,…` of 32 bytes each. */
export interface DataKeys {
  /** `index` is behind the blind indexes and all else that is compared for good. It never changes, and signs nothing that leaves. */
  readonly root: Buffer;
  /** `signing…` are behind links, tickets and printed codes, the newest first. */
  readonly signing: readonly Buffer[];
  /** All others are master keys: the first one seals, the rest only open. */
  readonly masters: ReadonlyMap<string, Buffer>;
}

export const DATA_KEYS_FORM =
  'must be id=base64 pairs of 32 bytes each, separated by commas: one with the id index, at least one with an id such as signing-1, and at least one other';

/** Null if the text does not have that form. */
export function parseDataKeys(text: string): DataKeys | null {
  const masters = new Map<string, Buffer>();
  const signing: Buffer[] = [];
  let root: Buffer | null = null;
  for (const entry of text.split(',')) {
    const [id = '', value = ''] = entry.trim().split(/=(.*)/s);
    const key = Buffer.from(value, 'base64');
    if (!/^[\w-]{1,40}$/.test(id) || key.length !== 32) return null;
    if (id === 'index') root = key;
    else if (id.startsWith('signing')) signing.push(key);
    else masters.set(id, key);
  }
  return root && signing.length > 0 && masters.size > 0 ? { root, signing, masters } : null;
}

/** Keys that are words (the sandbox's are), have few different bytes, or stand there twice were not drawn at random. */
export function areDrawnAtRandom({ root, signing, masters }: DataKeys): boolean {
  const keys = [root, ...signing, ...masters.values()];
  const poor = keys.some((key) => new Set(key).size < 12 || /^[\x20-\x7e]+$/.test(key.toString('latin1')));
  return !poor && new Set(keys.map((key) => key.toString('base64'))).size === keys.length;
}
