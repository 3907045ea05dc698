import pg from 'pg';

/** The message of pg when `query_timeout` has passed. */
const UNANSWERED = 'Query read timeout';

interface Connection {
  readonly stream: { destroy(): void };
}

/**
 * A client that gives its connection up when a statement has had no answer within `query_timeout`: pg would go on with
 * it, and whoever gets it next from the pool would wait behind the answer that never came.
 */
export class ImpatientClient extends pg.Client {
  // pg's overloads cannot be repeated here. Every call is passed on unchanged except for the last argument.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...args: any[]): any {
    const look = (error: unknown) => {
      if (!(error as Error | null)?.message?.startsWith(UNANSWERED)) return;
      (this as unknown as { connection: Connection }).connection.stream.destroy();
    };
    const callback: unknown = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (error: unknown, result: unknown) => {
        look(error);
        (callback as (error: unknown, result: unknown) => void)(error, result);
      };
    }
    const answer = (super.query as (...all: unknown[]) => unknown)(...args);
    if (answer instanceof Promise) answer.catch(look);
    return answer;
  }
}
