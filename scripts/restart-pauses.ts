const FIRST_MS = 100;
/** A start takes at least a second, so a service that cannot start does not spin; one that is killed again and again is back within two. */
const LONGEST_MS = 500;
/** A service that has run this long is healthy, so its next pause is the first one again. */
const STABLE_MS = 30_000;

/** Says how long a service waits until it is started again: each time twice as long, up to half a second. */
export class RestartPauses {
  private next = FIRST_MS;
  private skip = false;

  /** The next end is intended. */
  skipNext(): void {
    this.skip = true;
  }

  /** Returns the pause after a service that ran this long has ended. */
  after(ranMs: number): number {
    if (ranMs > STABLE_MS) this.next = FIRST_MS;
    if (this.skip) {
      this.skip = false;
      return 0;
    }
    const pause = this.next;
    this.next = Math.min(2 * pause, LONGEST_MS);
    return pause;
  }
}
