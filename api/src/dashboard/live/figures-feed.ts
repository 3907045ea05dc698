import { Listening } from '../../database/listening.js';
import { CITY } from '../tally.entity.js';

/** As PostgreSQL lists the connection. */
export const FIGURES_LISTENER = 'enrolment figures';

/** In the opening rush figures change all the time, so a place is announced no more often than this. */
const APART_MS = 5_000;

interface Place {
  readonly followers: Set<() => void>;
  /** When it may be announced again. */
  after: number;
  timer: NodeJS.Timeout | null;
}

/**
 * Tells that figures have changed, of which districts and of the city with them. Whichever process adds tallies up notifies
 * in the same transaction: each process hears it over one connection, which is there as long as somebody follows, so neither
 * statements nor connections grow with those who follow.
 */
export class FiguresFeed {
  private readonly places = new Map<string, Place>();
  private listening: Listening | null = null;
  private stopping: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connectionString: string,
    private readonly apartMs = APART_MS,
  ) {}

  /** `tell` is called whenever figures of the district, or of the city, may have changed. Returns what ends it. */
  follow(district: string | null, tell: () => void): () => void {
    const code = district ?? CITY;
    const place = this.places.get(code) ?? { followers: new Set(), after: 0, timer: null };
    this.places.set(code, place);
    place.followers.add(tell);
    this.listening ??= this.listen();
    return () => {
      place.followers.delete(tell);
      if (place.followers.size > 0 || this.places.get(code) !== place) return;
      if (place.timer) clearTimeout(place.timer);
      this.places.delete(code);
      if (this.places.size === 0) this.letGo();
    };
  }

  /** Resolves once this process knows of every change that was added up before. */
  settle(): Promise<void> {
    return this.listening?.settle() ?? Promise.resolve();
  }

  async stop(): Promise<void> {
    for (const { timer } of this.places.values()) if (timer) clearTimeout(timer);
    this.places.clear();
    this.letGo();
    await this.stopping;
  }

  private listen(): Listening {
    const tellAll = () => {
      for (const place of this.places.values()) this.changed(place);
    };
    const listening = new Listening(this.connectionString, FIGURES_LISTENER, 'tallies', {
      begins: tellAll,
      hears: (districts) => {
        for (const code of new Set([...districts.split(' '), CITY])) {
          const place = this.places.get(code);
          if (place) this.changed(place);
        }
      },
      ends: () => {},
    });
    listening.begin();
    return listening;
  }

  private letGo(): void {
    const { listening } = this;
    this.listening = null;
    if (listening) this.stopping = Promise.all([this.stopping, listening.stop()]).then(() => {});
  }

  /** Announces it now, or once enough time has passed since the last time. */
  private changed(place: Place): void {
    if (place.timer) return;
    const wait = place.after - performance.now();
    if (wait <= 0) return this.tell(place);
    place.timer = setTimeout(() => {
      place.timer = null;
      this.tell(place);
    }, wait);
    place.timer.unref();
  }

  private tell(place: Place): void {
    place.after = performance.now() + this.apartMs;
    for (const tell of place.followers) tell();
  }
}
