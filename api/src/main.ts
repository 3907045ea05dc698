import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { readConfig, SettingError } from './config.js';
import { asRole, openDatabase } from './database/orm.js';
import { HttpVerificationGateway } from './identity-check/verification-gateway.js';
import { HttpSmsGateway } from './message/sms-gateway.js';
import { DatabaseClock } from './platform/clock.js';
import { KeyRing } from './platform/keys.js';
import { createLogger } from './platform/logger.js';
import { createServer } from './server.js';
import { createServices } from './services.js';
import { startWorker } from './worker.js';

/** How long accepted requests and running jobs get to finish. */
const SHUTDOWN_MS = 4_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const orm = await openDatabase(config.databaseUrl, 'enrolment_app');
  const clock = new DatabaseClock(asRole(config.databaseUrl, 'enrolment_app'), log);
  await clock.start();
  const gateways = {
    sms: new HttpSmsGateway(config.sms),
    verification: new HttpVerificationGateway(config.verification),
  };
  const services = createServices(new KeyRing(config.dataKeys), gateways, config.forms);
  const directory = fileURLToPath(new URL('playground', import.meta.url));
  const playground = config.playground ? { sandboxUrl: config.sandboxUrl, directory } : null;
  const app = await createServer({ config, orm, clock, services, log, playground });
  const worker = await startWorker(config.databaseUrl, orm, services, clock, log);
  await app.listen({ host: config.host, port: config.port });
  log.info({ port: config.port }, 'listening');

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    await app.close();
    await Promise.allSettled([worker.stop(), clock.stop()]);
    await orm.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop());
}

/** One line that says what is wrong and what to do. */
function explainStart(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof SettingError) return message;
  if (code === 'EADDRINUSE') return 'the port is taken: set API_PORT to a free one';
  if (code === 'EADDRNOTAVAIL') return 'API_HOST is no address of this machine';
  if (code === '42P01' || code === '22023') return 'the database is not prepared: run npm run db:migrate';
  if (code === '28P01') return 'DATABASE_URL: the user or password is not right';
  if (code?.startsWith('ECONN') || code === 'ENOTFOUND')
    return 'DATABASE_URL: PostgreSQL cannot be reached there';
  return `cannot start (${code ?? 'unknown reason'}): ${message}`;
}

main().catch((error: unknown) => {
  console.error(`api: ${explainStart(error)}`);
  process.exit(1);
});
