import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

const ONE_WAY = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };

/** Text for a cookie that only this site can read or change: a JWT, encrypted for each purpose under a key of its own. */
export class Seal<T extends object> {
  readonly #key: Uint8Array;

  constructor(
    secret: string,
    readonly purpose: string,
    readonly lifetimeSeconds: number,
  ) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, 'enrolment', purpose, 32));
  }

  close(content: T): Promise<string> {
    return new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(new Date(Date.now() + this.lifetimeSeconds * 1000))
      .encrypt(this.#key);
  }

  /** Null for a cookie that is forged, too old or made for another purpose. */
  async open(sealed: string | undefined): Promise<T | null> {
    try {
      const { payload } = await jwtDecrypt<{ content: T }>(sealed ?? '', this.#key, ONE_WAY);
      return payload.content;
    } catch {
      return null;
    }
  }
}
