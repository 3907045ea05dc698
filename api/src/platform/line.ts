import { setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from './errors.js';

/** These parts are kept apart, so one of them in trouble leaves the others their connections. */
export type Part = 'READING' | 'REGISTERING' | 'OFFICE';

export interface LineOptions {
  /** The number of operations of each part that run at once. */
  readonly places: Readonly<Record<Part, number>>;
  /** The number of operations of each part that may wait, and for how long. */
  readonly longest: number;
  readonly patienceMs: number;
  /** An operation that takes longer than this makes us ask whether the database answers at all, for as long again. */
  readonly suspiciousMs: number;
}

/** Beside these places the pool has some for the queue and the health checks. */
export const LINE: LineOptions = {
  places: { READING: 10, REGISTERING: 6, OFFICE: 4 },
  longest: 1_000,
  patienceMs: 12_000,
  suspiciousMs: 2_000,
};

const LOOK_MS = 500;
const SLEEPS = 20;

interface Waiting {
  enter(): void;
  refuse(error: Error): void;
}

/**
 * Operations and forms wait here, first come first served, before they take a connection. Each part has places of its own. While the
 * database says nothing at all nobody is let in, and whoever waits is told so at once.
 */
export class Line {
  private readonly waiting: Record<Part, Waiting[]> = { READING: [], REGISTERING: [], OFFICE: [] };
  private readonly busy: Record<Part, Set<{ since: number }>> = {
    READING: new Set(),
    REGISTERING: new Set(),
    OFFICE: new Set(),
  };
  private silent = false;
  private asking = false;
  private readonly timer: NodeJS.Timeout;

  /** `ask` resolves once the database has answered anything. */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly options: LineOptions = LINE,
  ) {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Resolves with the way out once there is a place; SERVICE_UNAVAILABLE when there will be none in time. */
  async enter(part: Part): Promise<() => void> {
    if (this.silent) throw unavailable();
    if (this.busy[part].size >= this.options.places[part]) await this.wait(part);
    const stay = { since: performance.now() };
    this.busy[part].add(stay);
    return () => {
      if (this.busy[part].delete(stay)) this.waiting[part].shift()?.enter();
    };
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private wait(part: Part): Promise<void> {
    const line = this.waiting[part];
    if (line.length >= this.options.longest) throw unavailable();
    return new Promise((enter, refuse) => {
      const leave = () => {
        const place = line.indexOf(waiting);
        if (place >= 0) line.splice(place, 1);
        refuse(unavailable());
      };
      const timer = setTimeout(leave, this.options.patienceMs);
      const waiting: Waiting = {
        enter: () => {
          clearTimeout(timer);
          enter();
        },
        refuse: (error) => {
          clearTimeout(timer);
          refuse(error);
        },
      };
      line.push(waiting);
    });
  }

  private async look(): Promise<void> {
    const { suspiciousMs } = this.options;
    const now = performance.now();
    const slow = Object.values(this.busy).some((stays) =>
      [...stays].some(({ since }) => now - since > suspiciousMs),
    );
    if (this.asking || !(slow || this.silent)) return;
    this.asking = true;
    this.silent = !(await answersWithin(suspiciousMs, this.ask));
    this.asking = false;
    if (!this.silent) return;
    for (const line of Object.values(this.waiting)) {
      for (const waiting of line.splice(0)) waiting.refuse(unavailable());
    }
  }
}

/** A failed connection is neither an answer nor silence: a busy process may have missed it. So it asks again. */
async function answersWithin(ms: number, ask: () => Promise<unknown>): Promise<boolean> {
  let over = false;
  const answer = async () => {
    while (!over) {
      const answered = await ask().then(
        () => true,
        () => false,
      );
      if (answered) return true;
      await sleep(ms / SLEEPS);
    }
    return false;
  };
  const late = async () => {
    // It sleeps in short steps, so a busy process gets enough turns to read an answer that is there.
    for (let slept = 0; slept < SLEEPS; slept += 1) await sleep(ms / SLEEPS);
    over = true;
    return false;
  };
  return Promise.race([answer(), late()]);
}
