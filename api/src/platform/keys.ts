import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readDataKeys } from '../config.js';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

function seal(key: Buffer, context: string, plain: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error('sealed value of an unknown version');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** The key of one row and its dependants: what it seals can be read only as long as its wrapped form is kept. */
export class DataKey {
  constructor(
    private readonly key: Buffer,
    private readonly owner: string,
  ) {}

  /** `place` names table and column, so that a sealed value moved elsewhere cannot be opened. */
  seal(place: string, text: string): Buffer {
    return seal(this.key, `${this.owner}/${place}`, Buffer.from(text));
  }

  open(place: string, sealed: Buffer): string {
    return open(this.key, `${this.owner}/${place}`, sealed).toString();
  }
}

/** A row with a data key of its own, as PostgreSQL gives it. */
export interface KeyedRow {
  readonly id: string;
  readonly key_id: string;
  readonly wrapped_key: Buffer;
}

export interface WrappedKey {
  keyId: string;
  wrappedKey: Buffer;
}

/**
 * The service's keys. Each record and each message has a data key of its own, wrapped by the master key in force and
 * stored beside it: dropping the wrapped key erases, and changing the master key only wraps anew.
 */
export class KeyRing {
  private readonly masters: Map<string, Buffer>;
  /** Id of the master key in force. */
  readonly currentId: string;
  private readonly root: Buffer;

  constructor(setting: string) {
    const { root, masters } = readDataKeys(setting);
    this.root = root;
    this.masters = masters;
    this.currentId = masters.keys().next().value!;
  }

  create(owner: string): WrappedKey & { key: DataKey } {
    const raw = randomBytes(32);
    return { ...this.wrap(raw, owner), key: new DataKey(raw, owner) };
  }

  open(wrapped: WrappedKey, owner: string): DataKey {
    return new DataKey(this.unwrap(wrapped, owner), owner);
  }

  /** The data key of a row that carries it in its columns. */
  keyOf({ id, key_id: keyId, wrapped_key: wrappedKey }: KeyedRow): DataKey {
    return this.open({ keyId, wrappedKey }, id);
  }

  /** The same data key under the master key in force; null when it is already. */
  rewrap(wrapped: WrappedKey, owner: string): WrappedKey | null {
    return wrapped.keyId === this.currentId ? null : this.wrap(this.unwrap(wrapped, owner), owner);
  }

  /** A keyed fingerprint to look a value up by: equal values of one kind are equal, nothing else can be read off. */
  blindIndex(kind: string, value: string): Buffer {
    return createHmac('sha256', this.derive(`index:${kind}`))
      .update(value)
      .digest();
  }

  private readonly derived = new Map<string, Buffer>();

  derive(purpose: string): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.root, '', purpose, 32));
      this.derived.set(purpose, key);
    }
    return key;
  }

  private wrap(raw: Buffer, owner: string): WrappedKey {
    return {
      keyId: this.currentId,
      wrappedKey: seal(this.masters.get(this.currentId)!, `key/${owner}`, raw),
    };
  }

  private unwrap({ keyId, wrappedKey }: WrappedKey, owner: string): Buffer {
    const master = this.masters.get(keyId);
    if (!master) throw new Error(`no master key with the id ${keyId}`);
    return open(master, `key/${owner}`, wrappedKey);
  }
}
