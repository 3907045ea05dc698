import { jest } from '@jest/globals';
import pg from 'pg';

const FRAME = /^(begin|commit|set |start transaction)/i;

/** What goes to PostgreSQL over any connection of this process. */
export class SentStatements {
  private all: string[] = [];
  private readonly spy;

  constructor() {
    const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
    const noted = (first: unknown) => {
      const text = typeof first === 'string' ? first : (first as { text?: string }).text;
      if (text) this.all.push(text);
    };
    this.spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...args: unknown[]
    ) {
      noted(args[0]);
      return query.apply(this, args) as never;
    } as never);
  }

  /** What a piece of work sends, its transaction's frame aside. */
  async of(work: () => Promise<unknown>): Promise<string[]> {
    this.all = [];
    await work();
    return this.all.filter((text) => !FRAME.test(text.trim()));
  }

  /** How many transactions the last piece of work began. */
  get transactions(): number {
    return this.all.filter((text) => /^begin/i.test(text)).length;
  }

  stop(): void {
    this.spy.mockRestore();
  }
}
