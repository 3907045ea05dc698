import type { Logger } from 'pino';

/** How long accepted requests and running jobs get to finish. */
const SHUTDOWN_MS = 4_000;

/** Ends this process in order, on a signal or after an unforeseen error. */
export function endInOrder(log: Logger, close: () => Promise<unknown>): void {
  let ending = false;
  const end = async (exitCode = 0) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    await close();
    process.exit(exitCode);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void end());
  // What nobody has foreseen leaves the process in a state that nobody knows: it ends, and its supervisor starts it anew.
  for (const kind of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(kind, (err) => {
      log.fatal({ err }, kind);
      void end(1);
    });
  }
}
