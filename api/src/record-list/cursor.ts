import { ApiError } from '../platform/errors.js';
import type { KeyRing, Signer } from '../platform/keys.js';
import type { RecordOrder } from './orders.js';
import type { Place } from './record-list.statements.js';

const SIGNATURE_BYTES = 12;

/**
 * Places in lists as clients carry them: signed together with the filter and the order, so that none is a place in another
 * list, and none is made up.
 */
export class RecordCursors {
  private readonly signer: Signer;

  constructor(keys: KeyRing) {
    this.signer = keys.signer('record-cursor');
  }

  of({ at, id }: Place, list: string): string {
    const place = `${at}/${id}`;
    const signature = this.signer.sign(`${list}\n${place}`, SIGNATURE_BYTES);
    return Buffer.concat([signature, Buffer.from(place)]).toString('base64url');
  }

  read(cursor: string, argument: 'after' | 'before', list: string): Place {
    const bytes = Buffer.from(cursor.slice(0, 200), 'base64url');
    const place = bytes.subarray(SIGNATURE_BYTES).toString();
    if (!this.signer.signed(`${list}\n${place}`, bytes.subarray(0, SIGNATURE_BYTES), SIGNATURE_BYTES)) {
      throw new ApiError('BAD_USER_INPUT', {
        message: `${argument} is not a cursor of this list: a cursor belongs to one filter and one order.`,
      });
    }
    const [at = '', id = ''] = place.split('/');
    return { at, id };
  }
}

/** Which list it is, as text: the same filter in any sequence of its fields is the same list. */
export const nameOf = (filters: object, order: RecordOrder): string =>
  JSON.stringify([order, Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1))]);
