import type { Viewer } from '../platform/identity.js';
import { DataKey, type KeyRing } from '../platform/keys.js';

/** How long a link to a form holds. */
export const LINK_SECONDS = 300;

/** Whose form, and for whom: what she may see is asked anew when the link is used. */
export interface FormLink {
  readonly number: string;
  readonly viewer: Viewer;
}

export type ReadLink = FormLink | 'FORGED' | 'EXPIRED';

const PLACE = 'token';
const LONGEST = 4_096;

/** Links to forms: sealed, so that they say nothing to who finds one, and cannot be made elsewhere or altered. */
export class FormLinks {
  private readonly key: DataKey;

  constructor(keys: KeyRing) {
    this.key = new DataKey(keys.derive('form-link'), 'form-link');
  }

  sign({ number, viewer }: FormLink, now: Date): string {
    // The name is not needed to tell what somebody may see.
    const content = [number, now.getTime() + LINK_SECONDS * 1000, { ...viewer, name: '' }];
    return this.key.seal(PLACE, JSON.stringify(content)).toString('base64url');
  }

  read(token: string, now: Date): ReadLink {
    const bytes = Buffer.from(token.slice(0, LONGEST), 'base64url');
    // One spelling each: a decoder overlooks what does not belong there.
    if (bytes.toString('base64url') !== token) return 'FORGED';
    let content: string;
    try {
      content = this.key.open(PLACE, bytes);
    } catch {
      return 'FORGED';
    }
    const [number, expiresAt, viewer] = JSON.parse(content) as [string, number, Viewer];
    return now.getTime() < expiresAt ? { number, viewer } : 'EXPIRED';
  }
}
