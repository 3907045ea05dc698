import { WHOLE_MINUTES } from '@enrolment/rulebook/record-export.js';
import type { KeyRing, Signer } from '../platform/keys.js';

/** The person and the record that a confirmation is about. */
interface Confirmed {
  readonly number: string;
  readonly subject: string;
}

/** Proof that a code has just confirmed the asker: for this person and record alone, for some minutes. */
export class ExportTickets {
  private readonly signer: Signer;

  constructor(keys: KeyRing) {
    this.signer = keys.signer('export-ticket');
  }

  issue(confirmed: Confirmed, now: Date): { ticket: string; expiresAt: Date } {
    const expiresAt = new Date(now.getTime() + WHOLE_MINUTES * 60_000);
    const until = String(expiresAt.getTime());
    return {
      ticket: `${until}.${this.signer.sign(text(confirmed, until)).toString('base64url')}`,
      expiresAt,
    };
  }

  holds(ticket: string, confirmed: Confirmed, now: Date): boolean {
    const [, until, mac] = /^(\d{13})\.([\w-]{43})$/.exec(ticket) ?? [];
    if (!until || !mac || Number(until) <= now.getTime()) return false;
    return this.signer.signed(text(confirmed, until), Buffer.from(mac, 'base64url'));
  }
}

const text = ({ number, subject }: Confirmed, until: string): string =>
  JSON.stringify([number, subject, until]);
