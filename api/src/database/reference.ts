import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { Listening } from './listening.js';
import { ReferenceData } from './reference-data.js';

/** As PostgreSQL lists the connection. */
export const LISTENER = 'enrolment reference data';

/**
 * Reference data, kept in the process as long as it hears of changes: whoever changes one of their tables notifies in the
 * same transaction (migration 0110). Without a connection that listens, nothing is kept: each operation reads anew.
 */
export class Reference {
  private kept: ReferenceData | null = null;
  private listening: Listening | null = null;

  constructor(
    private readonly orm: MikroORM,
    private readonly log: Logger,
  ) {}

  /** The data that apply now, for one operation. */
  read(): ReferenceData {
    return this.kept ?? this.anew();
  }

  /** Whether what it gives is kept, and known to be what applies. */
  get keeps(): boolean {
    return this.kept !== null;
  }

  /** Starts to listen for changes, on a connection of its own. */
  async listen(connectionString: string): Promise<void> {
    // An operation that has begun keeps the data that it began with.
    const keep = () => (this.kept = this.anew());
    this.listening = new Listening(connectionString, LISTENER, 'reference', {
      begins: keep,
      hears: keep,
      ends: () => {
        this.log.warn('changes of reference data are not heard of: read anew until they are');
        this.kept = null;
      },
    });
    await this.listening.start();
  }

  /** Resolves once this process knows of every change that was committed before. */
  async settle(): Promise<void> {
    await this.listening?.settle();
  }

  async stop(): Promise<void> {
    await this.listening?.stop();
    this.kept = null;
  }

  private anew(): ReferenceData {
    return new ReferenceData(() => this.orm.em.fork());
  }
}
