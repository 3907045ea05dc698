import { ApiError } from '../platform/errors.js';
import type { KeyRing, Signer } from '../platform/keys.js';

const SIGNATURE_BYTES = 12;
/** So long one download may take. */
const MINUTES = 60;

/** Whose download of which export it is. */
interface Download {
  readonly job: string;
  readonly subject: string;
}

/** How far a download has come, and when it began. */
export interface ExportPlace {
  readonly position: number;
  readonly begunAt: Date;
}

/**
 * Places in a download as clients carry them. They are signed, so nobody goes on with a download that was not begun, and audited,
 * with its first page.
 */
export class ExportCursors {
  private readonly signer: Signer;

  constructor(keys: KeyRing) {
    this.signer = keys.signer('list-export-cursor');
  }

  of({ position, begunAt }: ExportPlace, download: Download): string {
    const place = `${position}/${begunAt.getTime()}`;
    const signature = this.signer.sign(text(download, place), SIGNATURE_BYTES);
    return Buffer.concat([signature, Buffer.from(place)]).toString('base64url');
  }

  read(cursor: string, download: Download, now: Date): ExportPlace {
    const bytes = Buffer.from(cursor.slice(0, 80), 'base64url');
    const place = bytes.subarray(SIGNATURE_BYTES).toString();
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const [position, begun] = place.split('/').map(Number);
    const begunAt = new Date(begun ?? NaN);
    const made = this.signer.signed(text(download, place), signature, SIGNATURE_BYTES);
    if (!made || now.getTime() - begunAt.getTime() > MINUTES * 60_000)
      throw new ApiError('BAD_USER_INPUT', {
        message: `after is not a cursor of a download that the viewer began in the last ${MINUTES} minutes.`,
      });
    return { position: position!, begunAt };
  }
}

const text = ({ job, subject }: Download, place: string): string => JSON.stringify([job, subject, place]);
