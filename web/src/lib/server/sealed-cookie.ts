import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';

/** Text for a cookie that only this site can read or change (A256GCM), each purpose under a key of its own. */
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
    return new EncryptJWT(content as JWTPayload)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setIssuedAt()
      .setExpirationTime(`${this.lifetimeSeconds} seconds`)
      .encrypt(this.#key);
  }

  /** Null for what is forged, of another purpose or too old. */
  async open(sealed: string | undefined): Promise<T | null> {
    if (!sealed) return null;
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, {
        contentEncryptionAlgorithms: ['A256GCM'],
        keyManagementAlgorithms: ['dir'],
      });
      return payload as T;
    } catch {
      return null;
    }
  }
}
