import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';

const SECONDS = 60;

/** Requests of one system in a minute: ten a second, far more than a list read page by page needs. */
export const SYSTEM_REQUESTS = 600;
/** What its queries may cost in a minute, together. */
export const SYSTEM_COST = OFFICE_RULES.costBudget.limit;

export interface Allowance {
  readonly refused: boolean;
  readonly requestsLeft: number;
  readonly costLeft: number;
  /** Until the next window begins. */
  readonly seconds: number;
}

/**
 * How often one system asks, by an API token or as a client of the identity provider, and what it costs. Counted in this
 * process alone, so that a flood costs the database nothing: with several processes it gets as many times as much.
 */
export class SystemRates {
  private readonly requests = new Map<string, number>();
  private readonly costs = new Map<string, number>();
  private window = 0;

  /** One request more, whatever it costs. */
  take(subject: string, now: Date): Allowance {
    const seconds = this.secondsLeft(now);
    const taken = (this.requests.get(subject) ?? 0) + 1;
    this.requests.set(subject, taken);
    return this.allowance(subject, seconds, taken > SYSTEM_REQUESTS);
  }

  /** What a request costs; what is refused costs nothing. */
  spend(subject: string, cost: number, now: Date): Allowance {
    const seconds = this.secondsLeft(now);
    const spent = (this.costs.get(subject) ?? 0) + cost;
    const refused = spent > SYSTEM_COST;
    if (!refused) this.costs.set(subject, spent);
    return this.allowance(subject, seconds, refused);
  }

  private allowance(subject: string, seconds: number, refused: boolean): Allowance {
    return {
      refused,
      requestsLeft: Math.max(0, SYSTEM_REQUESTS - (this.requests.get(subject) ?? 0)),
      costLeft: SYSTEM_COST - (this.costs.get(subject) ?? 0),
      seconds,
    };
  }

  private secondsLeft(now: Date): number {
    const elapsed = now.getTime() / 1000;
    const window = Math.floor(elapsed / SECONDS);
    if (window !== this.window) {
      this.window = window;
      this.requests.clear();
      this.costs.clear();
    }
    return Math.ceil((window + 1) * SECONDS - elapsed);
  }
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
export const rateFields = (allowance: Allowance): Record<string, string> => {
  const { requestsLeft, costLeft, seconds, refused } = allowance;
  return {
    'ratelimit-policy': `"requests";q=${SYSTEM_REQUESTS};w=${SECONDS}, "cost";q=${SYSTEM_COST};w=${SECONDS}`,
    ratelimit: `"requests";r=${requestsLeft};t=${seconds}, "cost";r=${costLeft};t=${seconds}`,
    ...(refused ? { 'retry-after': String(seconds) } : {}),
  };
};
