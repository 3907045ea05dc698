import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { readConfig } from './config.js';
import { asRole, openDatabase } from './database/orm.js';
import { FiguresFeed } from './dashboard/live/figures-feed.js';
import { mergeTallies } from './dashboard/merge.statements.js';
import { Reference } from './database/reference.js';
import { checkServiceLogin } from './database/service-login.js';
import { explainStart } from './explain-start.js';
import { HttpVerificationGateway } from './identity-check/verification-gateway.js';
import { HttpSmsGateway } from './message/sms-gateway.js';
import { DatabaseClock } from './platform/clock.js';
import { KeyRing } from './platform/keys.js';
import { createLogger } from './platform/logger.js';
import { endInOrder } from './platform/process-end.js';
import { repeat } from './platform/repeat.js';
import { createServer } from './server.js';
import { isSetUp, NOT_SET_UP } from './setup/set-up.js';
import { createServices } from './services.js';
import { LOOK_MS } from './service-health/service-health.service.js';
import { WebhookSender } from './webhook/sender.js';
import { startWorker } from './worker.js';

/** How often this process reads the sessions that ended in others. */
const SESSIONS_MS = 1_000;
/** How often counted changes are added up; in the opening rush a thousand come a second. */
const TALLIES_MS = 2_000;
/** How often changes get their places, which bounds the delay for whoever follows them. */
const CHANGES_MS = 1_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  await checkServiceLogin(config.databaseUrl).catch((error: unknown) => {
    if (config.production || !(error instanceof SettingError)) throw error;
    log.warn(error.message);
  });
  const orm = await openDatabase(config.databaseUrl, 'enrolment_app');
  const clock = new DatabaseClock(asRole(config.databaseUrl, 'enrolment_app'), log);
  await clock.start();
  const gateways = {
    sms: new HttpSmsGateway(config.sms),
    verification: new HttpVerificationGateway(config.verification),
    webhooks: new WebhookSender(config.webhooks),
  };
  const services = createServices(new KeyRing(config.dataKeys), gateways, config.forms);
  const directory = fileURLToPath(new URL('playground', import.meta.url));
  const playground = config.playground ? { sandboxUrl: config.sandboxUrl, directory } : null;
  const readSessions = () => services.sessions.read(orm.em.fork(), clock.now());
  await readSessions();
  const reference = new Reference(orm, log);
  await reference.listen(asRole(config.databaseUrl, 'enrolment_app'));
  const figures = new FiguresFeed(asRole(config.databaseUrl, 'enrolment_app'));
  const app = await createServer({ config, orm, clock, services, reference, figures, log, playground });
  const worker = await startWorker(config.databaseUrl, orm, services, reference, clock, log);
  await app.listen({ host: config.host, port: config.port });
  log.info({ port: config.port }, 'listening');
  // Node writes it at an orderly end only, and this process may be killed.
  flushCompileCache();
  if (!(await isSetUp(orm.em.fork()))) console.error(`api: ${NOT_SET_UP}`);
  // While the database is away no session can be ended elsewhere, and nothing counted or changed.
  const endings = [
    repeat(readSessions, SESSIONS_MS),
    repeat(() => mergeTallies(orm.em.fork()), TALLIES_MS),
    repeat(async () => {
      await services.changes.number(orm.em.fork());
      await services.webhookDeliveries.look(orm.em.fork(), clock.now());
    }, CHANGES_MS),
    // Pages show a mark of it, and none of them waits for it.
    repeat(() => services.serviceHealth.look(orm.em.fork(), clock.now()), LOOK_MS),
  ];
  endInOrder(log, async () => {
    for (const end of endings) end();
    await app.drain();
    await app.close();
    await Promise.allSettled([worker.stop(), clock.stop(), reference.stop()]);
    await orm.close();
  });
}

main().catch((error: unknown) => {
  for (const line of explainStart(error).split('\n')) console.error(`api: ${line}`);
  process.exit(1);
});
