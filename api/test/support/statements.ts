import { jest } from '@jest/globals';
import pg from 'pg';

const FRAME = /^(begin|commit|set |start transaction)/i;
/** With which roles somebody comes: a process that hears of changes asks it of staff alone (staff-grants.test.ts). */
const WHO = /^select "subject", "role", .* from "staff_grant"/;

/** All that this process sends to PostgreSQL, over any connection. */
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

  /** The statements that a piece of work sends, without those that begin and end its transaction or read the asker's roles. */
  async of(work: () => Promise<unknown>): Promise<string[]> {
    this.all = [];
    await work();
    return this.all.filter((text) => !FRAME.test(text.trim()) && !WHO.test(text));
  }

  /** How often the roles of whoever asks were read. */
  get lookups(): number {
    return this.all.filter((text) => WHO.test(text)).length;
  }

  /** How many transactions the last piece of work began. */
  get transactions(): number {
    return this.all.filter((text) => /^begin/i.test(text)).length;
  }

  stop(): void {
    this.spy.mockRestore();
  }
}

/** What a piece of work sends, with its values. */
export async function sentBy(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  const sent: { text: string; values: unknown[] }[] = [];
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    // Whether a statement has a name depends on what this process has sent before.
    const [first, values] = args as [string | (typeof sent)[number], unknown[]?];
    sent.push(typeof first === 'string' ? { text: first, values: values ?? [] } : first);
    return query.apply(this, args) as never;
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return sent;
}
