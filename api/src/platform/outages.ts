import type { Logger } from 'pino';
import { ApiError } from './errors.js';

const LINE_MS = 10_000;

/**
 * An outage fails every request, and one line for each would fill the disk: a line at its start, and every ten seconds one
 * that sums up what has failed since.
 */
export class Outages {
  private untold = 0;
  private last: unknown;
  private pause: NodeJS.Timeout | undefined;

  constructor(private readonly log: Logger) {}

  /** Whether the database and not the request is at fault; the log says what happened. */
  caused(error: unknown): boolean {
    if (error instanceof ApiError) return error.extensions['code'] === 'SERVICE_UNAVAILABLE';
    if (!isDatabaseAway(error)) return false;
    this.count(error);
    return true;
  }

  private count(error: unknown): void {
    this.untold += 1;
    this.last = error;
    if (!this.pause) this.tell();
  }

  private tell(): void {
    this.log.error({ err: this.last, failed: this.untold }, 'database away');
    this.untold = 0;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.untold > 0) this.tell();
    }, LINE_MS).unref();
  }
}

/** PostgreSQL cannot be reached, is starting or shutting down, lets nobody in, or took too long. */
function isDatabaseAway(error: unknown): boolean {
  for (const { code, message } of causes(error)) {
    if (typeof code === 'string' && /^(08|57P|53300|55000|57014|ECONN|EPIPE|ETIMEDOUT)/.test(code))
      return true;
    if (typeof message === 'string' && AWAY.test(message)) return true;
  }
  return false;
}

const AWAY = /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout/;

/** An error and what caused it; graphql-js wraps what it takes for no error. */
function* causes(error: unknown): Generator<{ code?: unknown; message?: unknown }> {
  for (let at = error; typeof at === 'object' && at !== null;) {
    yield at;
    const { cause, thrownValue } = at as { cause?: unknown; thrownValue?: unknown };
    at = cause ?? thrownValue;
  }
}
