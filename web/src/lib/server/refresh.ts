import { ProviderAway, type Tokens } from './identity.ts';

/** Refreshed this long before the end, so that a form sent in the last second still arrives. */
const EARLY_MS = 60_000;
/** The cookie of a second tab may carry the old refresh token for a moment longer. */
const REMEMBERED_MS = 60_000;

export type RefreshOutcome =
  { kind: 'unchanged' | 'refreshed'; tokens: Tokens } | { kind: 'expired' } | { kind: 'provider-away' };

/**
 * Keeps sessions alive. Refresh tokens rotate and using one twice ends the session at the provider, so requests that
 * come at once with the same token share one refresh, and stragglers get its result.
 */
export class Refresher {
  readonly #inFlight = new Map<string, Promise<Tokens | null>>();

  constructor(
    private readonly refresh: (tokens: Tokens) => Promise<Tokens | null>,
    private readonly now: () => number = Date.now,
  ) {}

  async keepAlive(tokens: Tokens): Promise<RefreshOutcome> {
    const left = tokens.expiresAt - this.now();
    if (left > EARLY_MS) return { kind: 'unchanged', tokens };
    try {
      const fresh = await this.#shared(tokens);
      if (fresh) return { kind: 'refreshed', tokens: fresh };
    } catch (error) {
      if (!(error instanceof ProviderAway)) throw error;
      if (left <= 0) return { kind: 'provider-away' };
    }
    return left > 0 ? { kind: 'unchanged', tokens } : { kind: 'expired' };
  }

  #shared(tokens: Tokens): Promise<Tokens | null> {
    const key = tokens.refreshToken;
    if (!key) return Promise.resolve(null);
    const running = this.#inFlight.get(key);
    if (running) return running;
    const started = this.refresh(tokens);
    this.#inFlight.set(key, started);
    const forget = () => this.#inFlight.delete(key);
    started.then(() => setTimeout(forget, REMEMBERED_MS).unref(), forget);
    return started;
  }
}
