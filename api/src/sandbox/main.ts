import { SettingError } from '@enrolment/settings/setting-error.js';
import { installClock, setClockOffset } from './clock.js';
import { SandboxDatabase } from './database.js';
import { createSandbox } from './server.js';
import { readSandboxSettings } from './settings.js';

const REREAD_MS = 2_000;

async function main(): Promise<void> {
  const settings = readSandboxSettings(process.env);
  installClock();
  const database = await SandboxDatabase.open(settings.databaseUrl);
  const readClock = () => database.clockOffset().then(setClockOffset, () => {});
  await readClock();
  setInterval(() => void readClock(), REREAD_MS).unref();
  const app = await createSandbox(settings, database);
  await app.listen({ host: settings.host, port: settings.port });
  const stop = () => {
    setTimeout(() => process.exit(1), 1_000).unref();
    void app.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, stop);
}

main().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message: string };
  const line =
    error instanceof SettingError
      ? message
      : code === 'EADDRINUSE'
        ? 'the port is taken: set SANDBOX_PORT to a free one'
        : code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL'
          ? 'SANDBOX_HOST is no address of this machine'
          : `cannot start: ${message}`;
  console.error(`sandbox: ${line}`);
  process.exit(1);
});
