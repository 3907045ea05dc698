import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { DATA_KEYS_FORM, parseDataKeys } from '@enrolment/settings/data-keys.js';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { draw } from './random.js';

// Keys are KeyObjects throughout: given as bytes, each use would first make one, which takes longer than the use itself.

const VERSION = 1;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

function seal(key: KeyObject, context: string, plain: Buffer | string): Buffer {
  const iv = draw(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const text = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([Buffer.of(VERSION), iv, text, cipher.final(), cipher.getAuthTag()]);
}

/** The cipher that opens a sealed value, and what it has to open. */
function opener(key: KeyObject, context: string, sealed: Buffer) {
  if (sealed[0] !== VERSION) throw new Error('sealed value of an unknown version');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return { decipher, text: sealed.subarray(1 + IV_BYTES, -TAG_BYTES) };
}

/** The key of one row and its dependants: what it seals can be read only as long as its wrapped form is kept. */
export class DataKey {
  constructor(
    private readonly key: KeyObject,
    private readonly owner: string,
  ) {}

  /** `place` names table and column, so that a sealed value moved elsewhere cannot be opened. */
  seal(place: string, text: string): Buffer {
    return seal(this.key, `${this.owner}/${place}`, text);
  }

  open(place: string, sealed: Buffer): string {
    const { decipher, text } = opener(this.key, `${this.owner}/${place}`, sealed);
    return decipher.update(text, undefined, 'utf8') + decipher.final('utf8');
  }
}

/**
 * Signs what leaves the service for a while: with the newest key, and knows what an older one signed. These are no JWTs: they are
 * short enough for a QR code or a cursor in each row, and what they prove mostly stands elsewhere and not in them.
 */
export class Signer {
  constructor(private readonly keys: readonly KeyObject[]) {}

  sign(text: string | Buffer, bytes = 32): Buffer {
    return mac(this.keys[0]!, text, bytes);
  }

  /** Whether this was signed here. It compares as many bytes of the signature as `sign` was told to return. */
  signed(text: string | Buffer, signature: Buffer, bytes = 32): boolean {
    return this.keys.some(
      (key) => signature.length === bytes && timingSafeEqual(signature, mac(key, text, bytes)),
    );
  }
}

const mac = (key: KeyObject, text: string | Buffer, bytes: number): Buffer =>
  createHmac('sha256', key).update(text).digest().subarray(0, bytes);

/** A row with a data key of its own, which goes when its contents are erased. */
interface KeyedRow {
  readonly id: string;
  readonly keyId?: string | null | undefined;
  readonly wrappedKey?: Buffer | null | undefined;
}

interface WrappedKey {
  keyId: string;
  wrappedKey: Buffer;
}

/**
 * The service's keys. Each record and each message has a data key of its own, wrapped by the master key in force and
 * stored beside it: dropping the wrapped key erases, and changing the master key only wraps anew.
 */
export class KeyRing {
  private readonly masters: Map<string, KeyObject>;
  /** Id of the master key in force. */
  readonly currentId: string;
  private readonly root: KeyObject;
  private readonly signing: readonly KeyObject[];
  private readonly derived = new Map<string, KeyObject>();

  constructor(setting: string) {
    const keys = parseDataKeys(setting);
    if (!keys) throw new SettingError(`DATA_KEYS ${DATA_KEYS_FORM}`);
    const { root, signing, masters } = keys;
    this.root = createSecretKey(root);
    this.signing = signing.map((key) => createSecretKey(key));
    this.masters = new Map([...masters].map(([id, key]) => [id, createSecretKey(key)]));
    this.currentId = masters.keys().next().value!;
  }

  create(owner: string): WrappedKey & { key: DataKey } {
    const raw = draw(KEY_BYTES);
    const made = { ...this.wrap(raw, owner), key: new DataKey(createSecretKey(raw), owner) };
    // Nothing of it stays among the drawn bytes.
    raw.fill(0);
    return made;
  }

  open(wrapped: WrappedKey, owner: string): DataKey {
    return new DataKey(createSecretKey(this.unwrap(wrapped, owner)), owner);
  }

  /** The data key of a row that carries it in its columns. */
  keyOf({ id, keyId, wrappedKey }: KeyedRow): DataKey {
    if (keyId == null || wrappedKey == null) throw new Error('nothing of this record is kept any more');
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

  /** A key for values that are kept and compared for good. It is derived from the index key, which never changes. */
  derive(purpose: string): KeyObject {
    let key = this.derived.get(purpose);
    if (!key) {
      key = deriveFrom(this.root, purpose);
      this.derived.set(purpose, key);
    }
    return key;
  }

  /** Keys for what is signed or sealed for a while: the first one makes, all of them recognise. */
  passing(purpose: string): readonly KeyObject[] {
    return this.signing.map((key) => deriveFrom(key, purpose));
  }

  signer(purpose: string): Signer {
    return new Signer(this.passing(purpose));
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
    const { decipher, text } = opener(master, `key/${owner}`, wrappedKey);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  }
}

const deriveFrom = (key: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
