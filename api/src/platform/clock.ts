import type pg from 'pg';
import type { Logger } from 'pino';
import { ImpatientClient } from '../database/impatient-client.js';

export interface Clock {
  now(): Date;
}

/** How often the offset is read again, in case a notification was missed. */
const REREAD_MS = 5_000;

/**
 * The business clock: the real one plus the offset of the table `clock`, which the sandbox moves forward for trying
 * out cooldowns, windows and expiries. It never goes back.
 */
export class DatabaseClock implements Clock {
  private offsetMs = 0;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly connectionString: string,
    private readonly log: Logger,
  ) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  get aheadSeconds(): number {
    return this.offsetMs / 1000;
  }

  async start(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read().catch(() => this.drop()), REREAD_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => {});
  }

  private async read(): Promise<void> {
    const client = (this.client ??= await this.connect());
    // In SQL text: listening takes a connection of its own, and what another one reads could be older than what is heard.
    const { rows } = await client.query<{ offset_seconds: string }>('select offset_seconds from clock');
    this.offsetMs = Math.max(this.offsetMs, Number(rows[0]?.offset_seconds ?? 0) * 1000);
  }

  private async connect(): Promise<pg.Client> {
    const client = new ImpatientClient({
      connectionString: this.connectionString,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client.on('error', () => this.drop());
    client.on('notification', ({ payload }) => {
      const seconds = Number(payload);
      if (Number.isFinite(seconds)) this.offsetMs = Math.max(this.offsetMs, seconds * 1000);
    });
    await client.connect();
    await client.query('listen clock');
    return client;
  }

  private drop(): void {
    if (!this.client) return;
    this.log.warn('the clock lost its connection and will read again');
    this.client.end().catch(() => {});
    this.client = null;
  }
}
