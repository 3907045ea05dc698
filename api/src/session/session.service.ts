import type { EntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';
import type { Actor } from '../actor.js';
import { unauthenticated } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { EndedSession } from './ended-session.entity.js';

/** No session of the site and no access token is taken for longer than this after its sign-in. */
const LONGEST_MS = 24 * 3_600_000;
/** Rows of other processes may become visible a little later than the moment that stands in them. */
const OVERLAP_MS = 60_000;

/** The site's session behind a request: when its sign-in was, in seconds since 1970, a dot, and 128 bits of chance. */
const SITE_SESSION = /^(\d{10})\.[\w-]{22}$/;

export const readSiteSession = (header: unknown): string | null =>
  typeof header === 'string' && SITE_SESSION.test(header) ? header : null;

interface Ended {
  readonly endedAt: Date;
  readonly expiresAt: Date;
}

/**
 * What was signed out is refused until its own time is over, in every process and after a restart. The list is short
 * and every request asks it, so each process keeps it in memory and reads what is new every second.
 */
export class SessionService {
  private readonly ended = new Map<string, Ended>();
  private newest = new Date(0);

  constructor(private readonly keys: KeyRing) {}

  /** UNAUTHENTICATED for a token or a session of the site that was signed out. */
  refuseEnded(viewer: Viewer, siteSession: string | null): void {
    if (this.hasEnded(viewer, siteSession)) throw unauthenticated(401);
  }

  /** Whether its token, its session of the site, or everything of this person before now was signed out. */
  hasEnded({ token, subject, atDesk }: Viewer, siteSession: string | null): boolean {
    if (token.id !== null && this.ended.has(ofToken(token.id))) return true;
    if (siteSession !== null && this.ended.has(ofSite(siteSession))) return true;
    const everywhere = this.ended.get(this.ofPerson(atDesk?.subject ?? subject));
    const since = Math.min(token.issuedAt, startOf(siteSession) ?? Infinity);
    // Tokens tell their second only: whoever signs in again at once is let in.
    return everywhere !== undefined && since < Math.floor(everywhere.endedAt.getTime() / 1000);
  }

  async end(
    em: EntityManager,
    { viewer, now }: Actor,
    siteSession: string | null,
    everywhere: boolean,
  ): Promise<Date> {
    const { id, expiresAt } = viewer.token;
    const longest = new Date(now.getTime() + LONGEST_MS);
    const fingerprints = [
      ...(id === null ? [] : [ofToken(id)]),
      ...(siteSession === null ? [] : [ofSite(siteSession)]),
      ...(everywhere ? [this.ofPerson(viewer.subject)] : []),
    ];
    const rows = fingerprints.map((fingerprint) => ({
      fingerprint,
      endedAt: now,
      expiresAt: new Date(Math.max(expiresAt * 1000, longest.getTime())),
    }));
    if (rows.length > 0) await em.upsertMany(EndedSession, rows);
    for (const row of rows) this.ended.set(row.fingerprint, row);
    return now;
  }

  /** Reads the sessions that other processes ended, and forgets those that have expired. */
  async read(em: EntityManager, now: Date): Promise<void> {
    const since = new Date(this.newest.getTime() - OVERLAP_MS);
    for (const { fingerprint, endedAt, expiresAt } of await em.find(EndedSession, {
      endedAt: { $gte: since },
      expiresAt: { $gt: now },
    })) {
      this.ended.set(fingerprint, { endedAt, expiresAt });
      if (endedAt > this.newest) this.newest = endedAt;
    }
    for (const [fingerprint, { expiresAt }] of this.ended) {
      if (expiresAt <= now) this.ended.delete(fingerprint);
    }
  }

  private ofPerson(subject: string): string {
    return `person ${this.keys.blindIndex('session', subject).toString('base64')}`;
  }
}

const ofToken = (id: string) => `token ${digest(id)}`;
const ofSite = (session: string) => `site ${digest(session)}`;
const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/** The second of the sign-in that a session of the site began with. */
function startOf(siteSession: string | null): number | null {
  const seconds = SITE_SESSION.exec(siteSession ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds);
}
