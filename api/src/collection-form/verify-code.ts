import type { KeyRing, Signer } from '../platform/keys.js';

/** What the code on a printed form says about it, and all that it says. */
export interface PrintedForm {
  readonly number: string;
  /** The record's version when it was printed. */
  readonly version: number;
  /** To the second. */
  readonly printedAt: Date;
}

const FORMAT = 1;
const BODY_BYTES = 16;
const MAC_BYTES = 12;
/** 28 bytes in base64url. */
const SHAPE = /^[\w-]{38}$/;

/** The codes that prove that a form was printed here: number, version, time and a MAC, short enough for a small QR code. */
export class VerifyCodes {
  private readonly signer: Signer;

  constructor(keys: KeyRing) {
    this.signer = keys.signer('form');
  }

  sign({ number, version, printedAt }: PrintedForm): string {
    const body = Buffer.alloc(BODY_BYTES);
    body.writeUInt8(FORMAT, 0);
    body.writeUIntBE(Number(number), 1, 6);
    body.writeUInt32BE(version, 7);
    body.writeUIntBE(Math.floor(printedAt.getTime() / 1000), 11, 5);
    return Buffer.concat([body, this.signer.sign(body, MAC_BYTES)]).toString('base64url');
  }

  /** null for a code that was not signed here. */
  read(code: string): PrintedForm | null {
    if (!SHAPE.test(code)) return null;
    const bytes = Buffer.from(code, 'base64url');
    const body = bytes.subarray(0, BODY_BYTES);
    if (!this.signer.signed(body, bytes.subarray(BODY_BYTES), MAC_BYTES)) return null;
    // The last character has bits to spare: of all its spellings one is ours.
    if (bytes.toString('base64url') !== code || body.readUInt8(0) !== FORMAT) return null;
    return {
      number: String(body.readUIntBE(1, 6)).padStart(14, '0'),
      version: body.readUInt32BE(7),
      printedAt: new Date(body.readUIntBE(11, 5) * 1000),
    };
  }
}
