import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../platform/keys.js';
import { WHOLE_MINUTES } from '../rulebook/record-export.js';

/** Whom and what a confirmation is about. */
interface Confirmed {
  readonly number: string;
  readonly subject: string;
}

/** Proof that a code has just confirmed who asks: for this person and record alone, for some minutes. */
export class ExportTickets {
  private readonly secret: Buffer;

  constructor(keys: KeyRing) {
    this.secret = keys.derive('export-ticket');
  }

  issue(confirmed: Confirmed, now: Date): { ticket: string; expiresAt: Date } {
    const expiresAt = new Date(now.getTime() + WHOLE_MINUTES * 60_000);
    const until = String(expiresAt.getTime());
    return { ticket: `${until}.${this.mac(confirmed, until).toString('base64url')}`, expiresAt };
  }

  holds(ticket: string, confirmed: Confirmed, now: Date): boolean {
    const [, until, mac] = /^(\d{13})\.([\w-]{43})$/.exec(ticket) ?? [];
    if (!until || !mac || Number(until) <= now.getTime()) return false;
    return timingSafeEqual(Buffer.from(mac, 'base64url'), this.mac(confirmed, until));
  }

  private mac({ number, subject }: Confirmed, until: string): Buffer {
    return createHmac('sha256', this.secret)
      .update(JSON.stringify([number, subject, until]))
      .digest();
  }
}
