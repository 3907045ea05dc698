import type { Actor } from '../../actor.js';
import { ApiError } from '../errors.js';
import { networkOf } from '../network.js';

interface Rate {
  readonly account: number;
  /** For all at an IPv4 address or in an IPv6 /64: a carrier puts many families behind one. */
  readonly network: number;
}

const SECONDS = 300;

/** How often something may be requested in 300 s: far more than a person needs and far less than what hurts. */
export const RATES = {
  REGISTER: { account: 60, network: 1_200 },
  ROBOT_CHECK: { account: 60, network: 1_200 },
  SAVE: { account: 300, network: 6_000 },
  DESK: { account: 300, network: 3_000 },
  REVEAL: { account: 60, network: 600 },
  // Each goes through up to 5,000 records.
  DRY_RUN: { account: 20, network: 200 },
} satisfies Record<string, Rate>;

export type Rated = keyof typeof RATES;

/**
 * Counts in this process alone, so that a flood costs the database nothing: with several processes an account gets as
 * many times as much. What costs money or is somebody else's, codes and messages, is counted in the database.
 */
export class Rates {
  private readonly counts = new Map<string, number>();
  private window = 0;

  constructor(private readonly rates: Readonly<Record<Rated, Rate>> = RATES) {}

  /** Throws RATE_LIMITED, with how long it is until the next window. */
  take(what: Rated, { viewer, address, now }: Actor): void {
    // At the desk it is the officer's own, whatever family she sits with.
    const account = viewer.atDesk?.subject ?? viewer.subject;
    const seconds = now.getTime() / 1000;
    const window = Math.floor(seconds / SECONDS);
    if (window !== this.window) {
      this.window = window;
      this.counts.clear();
    }
    const most = this.rates[what];
    const places = [
      { key: JSON.stringify([what, 'account', account]), most: most.account },
      { key: JSON.stringify([what, 'network', networkOf(address)]), most: most.network },
    ];
    if (places.some(({ key, most }) => (this.counts.get(key) ?? 0) >= most)) {
      throw new ApiError('RATE_LIMITED', { retryAfterSeconds: Math.ceil((window + 1) * SECONDS - seconds) });
    }
    for (const { key } of places) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
