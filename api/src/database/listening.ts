import type pg from 'pg';
import { ImpatientClient } from './impatient-client.js';

/** How often the connection is checked, and how long the answer may take. */
const ASK_MS = 1_000;
const ANSWER_MS = 2_000;

/** Reports the state of listening. */
export interface Listener {
  /** From now on every notification arrives; earlier ones may have been missed. */
  begins(): void;
  hears(payload: string): void;
  /** No notification arrives until it begins again. */
  ends(): void;
}

/** Listens on a channel of PostgreSQL over a connection of its own, and connects again whenever that is lost. */
export class Listening {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly connectionString: string,
    /** As PostgreSQL lists the connection. */
    private readonly name: string,
    private readonly channel: 'reference' | 'tallies',
    private readonly listener: Listener,
  ) {}

  /** Fails if the first connection cannot be made. */
  async start(): Promise<void> {
    await this.connect();
    this.lookAgain();
  }

  /** Connects as soon as it can. */
  begin(): void {
    void this.look().then(() => this.lookAgain());
  }

  /** Resolves once every earlier notification has arrived. */
  async settle(): Promise<void> {
    const { client } = this;
    // The server sends the missed notifications before it says that the connection is ready again.
    await client?.query('select 1').catch(() => this.drop(client));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => {});
  }

  private lookAgain(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.look().then(() => this.lookAgain()), ASK_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    if (this.client) return this.settle();
    await this.connect().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new ImpatientClient({
      connectionString: this.connectionString,
      application_name: this.name,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    client.on('error', () => this.drop(client));
    client.on('end', () => this.drop(client));
    client.on('notification', ({ payload }) => {
      if (this.client === client) this.listener.hears(payload ?? '');
    });
    try {
      await client.connect();
      // This is SQL text, because listening takes a connection of its own that no pool provides.
      await client.query(`listen ${this.channel}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    if (this.stopped) return client.end();
    this.client = client;
    this.listener.begins();
  }

  private drop(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.listener.ends();
    client.end().catch(() => {});
  }
}
