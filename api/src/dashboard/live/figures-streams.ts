import { PassThrough, type Readable } from 'node:stream';
import type { Clock } from '../../platform/clock.js';
import { ApiError, unavailable } from '../../platform/errors.js';
import type { Viewer } from '../../platform/identity.js';
import type { FiguresFeed } from './figures-feed.js';

/** How often it checks whether somebody is still signed in, without a statement, and still holds her roles, with one. */
const LOOK_MS = 1_000;
/** After this many checks something is written, so that no proxy takes the silent connection for a dead one. */
const LOOKS_A_BEAT = 15;
/** Enough for a whole city's staff. Each takes a connection and a few kilobytes. */
const MOST = 2_000;
/** The most for one person, which are her open windows. */
const MOST_OF_ONE = 20;
/** The most that may wait for a receiver; beyond it the connection is given up. */
const UNREAD_BYTES = 16 * 1024;
const AGAIN_SECONDS = 60;
/** At the end, for whoever still reads: then the connection is given up. */
const LAST_WORDS_MS = 500;

interface Follower {
  readonly viewer: Viewer;
  readonly siteSession: string | null;
  readonly stream: PassThrough;
}

interface Parts {
  readonly feed: FiguresFeed;
  readonly clock: Clock;
  readonly sessions: { hasEnded(viewer: Viewer, siteSession: string | null): boolean };
  /** Those of these viewers who no longer hold a role with which they came. */
  readonly withoutRoles: (viewers: readonly Viewer[]) => Promise<ReadonlySet<Viewer>>;
}

/** The open server-sent events of this process: who follows which figures, for as long as she is signed in and holds her roles. */
export class FiguresStreams {
  private readonly followers = new Set<Follower>();
  private looks = 0;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;
  private asking = false;

  constructor(private readonly parts: Parts) {}

  get size(): number {
    return this.followers.size;
  }

  /** Says `changed` whenever figures of the district, or of the city, may have changed. Whether she may know them is asked before. */
  open(viewer: Viewer, siteSession: string | null, district: string | null): Readable {
    if (this.stopped || this.followers.size >= MOST) throw unavailable();
    const own = [...this.followers].filter((one) => one.viewer.subject === viewer.subject);
    if (own.length >= MOST_OF_ONE)
      throw new ApiError('RATE_LIMITED', { status: 429, retryAfterSeconds: AGAIN_SECONDS });
    const stream = new PassThrough();
    const follower = { viewer, siteSession, stream };
    const leave = this.parts.feed.follow(district, () => this.write(follower, 'data: changed\n\n'));
    this.followers.add(follower);
    this.timer ??= setInterval(() => this.look(), LOOK_MS).unref();
    stream.once('close', () => {
      leave();
      this.followers.delete(follower);
      if (this.followers.size > 0 || !this.timer) return;
      clearInterval(this.timer);
      this.timer = null;
    });
    stream.write(': here\n\n');
    return stream;
  }

  /** Tells everybody, and whoever still comes, to connect again elsewhere. */
  stop(): void {
    this.stopped = true;
    for (const { stream } of this.followers) {
      stream.end();
      setTimeout(() => stream.destroy(), LAST_WORDS_MS).unref();
    }
  }

  /** Ends the streams of those who were signed out, whose token has expired, or who hold a role no more. */
  look(): void {
    this.looks += 1;
    const beats = this.looks % LOOKS_A_BEAT === 0;
    for (const follower of this.followers) {
      if (!this.isSignedIn(follower)) follower.stream.end();
      else if (beats) this.write(follower, ': here\n\n');
    }
    void this.lookAtRoles();
  }

  /** With one statement for all of them, and one at a time. Whoever still may connects again. */
  private async lookAtRoles(): Promise<void> {
    if (this.asking || this.followers.size === 0) return;
    this.asking = true;
    try {
      const gone = await this.parts.withoutRoles([...this.followers].map(({ viewer }) => viewer));
      for (const { viewer, stream } of this.followers) if (gone.has(viewer)) stream.end();
    } catch {
      // The database is away: it is asked again in a second.
    } finally {
      this.asking = false;
    }
  }

  private write(follower: Follower, text: string): void {
    const { stream } = follower;
    if (stream.writableEnded || stream.destroyed) return;
    if (!this.isSignedIn(follower)) stream.end();
    else if (stream.readableLength + stream.writableLength > UNREAD_BYTES) stream.destroy();
    else stream.write(text);
  }

  private isSignedIn({ viewer, siteSession }: Follower): boolean {
    const { clock, sessions } = this.parts;
    return viewer.token.expiresAt * 1000 > clock.now().getTime() && !sessions.hasEnded(viewer, siteSession);
  }
}
