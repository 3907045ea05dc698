import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Sealed<T> {
  content: T;
  /** In milliseconds since 1970. */
  endsAt: number;
}

/** Text for a cookie that only this site can read or change (AES-256-GCM), each purpose under a key of its own. */
export class Seal<T extends object> {
  readonly #key: Buffer;

  constructor(
    secret: string,
    readonly purpose: string,
    readonly lifetimeSeconds: number,
  ) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, 'enrolment', purpose, 32));
  }

  close(content: T): string {
    const sealed: Sealed<T> = { content, endsAt: Date.now() + this.lifetimeSeconds * 1000 };
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv);
    const text = Buffer.concat([cipher.update(JSON.stringify(sealed)), cipher.final()]);
    return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
  }

  /** Null for a cookie that is forged, too old or made for another purpose. */
  open(sealed: string | undefined): T | null {
    const bytes = Buffer.from(sealed ?? '', 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) return null;
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
      const { content, endsAt } = JSON.parse(text.toString()) as Sealed<T>;
      return Date.now() < endsAt ? content : null;
    } catch {
      return null;
    }
  }
}
