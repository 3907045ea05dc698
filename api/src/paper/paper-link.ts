import type { Viewer } from '../platform/identity.js';
import { DataKey, type KeyRing } from '../platform/keys.js';

/** How long a link to a paper is valid. */
export const LINK_SECONDS = 300;

/**
 * Whose paper, for whom, and from which session of the site: what she may see, and whether she is still signed in, is
 * asked anew when the link is used.
 */
interface PaperLink {
  readonly number: string;
  readonly viewer: Viewer;
  readonly siteSession: string | null;
}

type ReadLink = PaperLink | 'FORGED' | 'EXPIRED';

const PLACE = 'token';
const LONGEST = 4_096;

/** Links to one kind of paper. They are sealed, as stored values are: they say nothing to whoever finds one, and cannot be forged. */
export class PaperLinks {
  /** The newest first. */
  private readonly keys: readonly DataKey[];

  constructor(keys: KeyRing, purpose: 'form-link' | 'notice-link') {
    this.keys = keys.passing(purpose).map((key) => new DataKey(key, purpose));
  }

  sign({ number, viewer, siteSession }: PaperLink, now: Date): string {
    // The name is not needed to decide what somebody may see.
    const content = [number, now.getTime() + LINK_SECONDS * 1000, { ...viewer, name: '' }, siteSession];
    return this.keys[0]!.seal(PLACE, JSON.stringify(content)).toString('base64url');
  }

  read(token: string, now: Date): ReadLink {
    const bytes = Buffer.from(token.slice(0, LONGEST), 'base64url');
    // One spelling each: a decoder overlooks what does not belong there.
    if (bytes.toString('base64url') !== token) return 'FORGED';
    const content = this.open(bytes);
    if (content === null) return 'FORGED';
    const [number, expiresAt, viewer, siteSession = null] = JSON.parse(content) as [
      string,
      number,
      Viewer,
      (string | null)?,
    ];
    return now.getTime() < expiresAt ? { number, viewer, siteSession } : 'EXPIRED';
  }

  private open(bytes: Buffer): string | null {
    for (const key of this.keys) {
      try {
        return key.open(PLACE, bytes);
      } catch {
        // It was sealed with another key, or elsewhere.
      }
    }
    return null;
  }
}
