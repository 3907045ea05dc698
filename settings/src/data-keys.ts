/** What DATA_KEYS holds: `id=base64,…` of 32 bytes each. */
export interface DataKeys {
  /** `index` is behind the blind indexes and never changes. */
  readonly root: Buffer;
  /** `signing…` are behind links, tickets and printed codes, the newest first; without any, the root stands in. */
  readonly signing: readonly Buffer[];
  /** All others are master keys: the first one seals, the rest only open. */
  readonly masters: ReadonlyMap<string, Buffer>;
}

export const DATA_KEYS_FORM =
  'must be id=base64 pairs of 32 bytes each, separated by commas: one with the id index and at least one other';

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
  if (!root || masters.size === 0) return null;
  return { root, signing: signing.length > 0 ? signing : [root], masters };
}

/** Keys that are words (the sandbox's are), have few different bytes, or stand there twice were not drawn at random. */
export function areDrawnAtRandom({ root, signing, masters }: DataKeys): boolean {
  const keys = [root, ...signing.filter((key) => !key.equals(root)), ...masters.values()];
  const poor = keys.some((key) => new Set(key).size < 12 || /^[\x20-\x7e]+$/.test(key.toString('latin1')));
  return !poor && new Set(keys.map((key) => key.toString('base64'))).size === keys.length;
}
