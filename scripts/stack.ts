import { watch } from 'node:fs';
import { join } from 'node:path';
import { withoutSecretsOfOthers } from '@enrolment/settings/read.ts';
import type { ProcessName } from '@enrolment/settings/settings.ts';
import { PlainFailure, ROOT, run } from './command.ts';
import {
  ensureDatabase,
  ensureLogin,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from './embedded-postgres.ts';
import { ARENAS, HEAP } from './heap.ts';
import { serviceLogin } from './local-keys.ts';
import { Service } from './service.ts';
import { checkDatabase, checkPorts, type DatabaseAddresses, type Settings } from './settings.ts';

const GRACE_MS = 4_000;
const DATABASE = 'enrolment';
/** What Node has compiled once is not compiled again, so a killed process is back sooner. */
const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled') };

interface StackOptions {
  readonly settings: Settings;
  /** Builds the programs that the stack runs. */
  readonly build: (signal: AbortSignal) => Promise<void>;
  readonly web: {
    readonly command: readonly string[];
    readonly readyPath: string;
    readonly env?: NodeJS.ProcessEnv;
  };
}

/** Database, sandbox, API and site together. They are started in this order, watched, and ended in the opposite order. */
export class Stack {
  private readonly options: StackOptions;
  private readonly aborted = new AbortController();
  private readonly services: Service[] = [];
  private embedded: EmbeddedPostgres | null = null;
  private database: DatabaseAddresses = { serving: '', owners: '' };
  private databaseWatch: NodeJS.Timeout | undefined;
  private stopped: Promise<void> | undefined;

  constructor(options: StackOptions) {
    this.options = options;
  }

  async start(): Promise<void> {
    const { settings, build } = this.options;
    await checkPorts(settings);
    if (settings.database) await checkDatabase(settings.database.owners);
    await Promise.all([build(this.aborted.signal), this.openDatabase()]);
    await this.migrate();
    for (const service of this.line()) {
      if (this.aborted.signal.aborted) return;
      this.services.push(service);
      await service.start();
    }
    if (this.embedded) this.watchDatabase(settings);
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  /** Restarts every process of the compiled API when the compiler has written. */
  restartOnCompile(): void {
    let pending: NodeJS.Timeout | undefined;
    for (const part of ['api', 'rulebook', 'settings']) {
      watch(join(ROOT, part, 'dist'), { recursive: true }, (_event, file) => {
        if (!file?.endsWith('.js') || file.startsWith('playground')) return;
        clearTimeout(pending);
        pending = setTimeout(() => this.restartBackend(), 300);
      }).unref();
    }
  }

  private async openDatabase(): Promise<void> {
    const { settings } = this.options;
    if (settings.database) {
      this.database = settings.database;
      return;
    }
    this.embedded = await startEmbeddedPostgres(join(settings.dataDir, 'postgres'));
    const owners = await ensureDatabase(this.embedded, DATABASE);
    this.database = {
      serving: await ensureLogin(this.embedded, DATABASE, serviceLogin(settings.dataDir)),
      owners,
    };
  }

  private async migrate(): Promise<void> {
    const { signal } = this.aborted;
    if (signal.aborted) return;
    const result = await run(['node', 'api/dist/database/migrate.js', 'up'], {
      env: { ...this.env('migrate')(), ...this.keysOfSandbox() },
      signal,
    });
    if (!result.ok && !signal.aborted) throw new PlainFailure(result.output.trim());
  }

  /** Writing the sandbox's made-up records takes the keys that seal them. */
  private keysOfSandbox(): NodeJS.ProcessEnv {
    const { sandbox, env } = this.options.settings;
    return sandbox ? { DATA_KEYS: env['DATA_KEYS'] } : {};
  }

  private env(name: ProcessName): () => NodeJS.ProcessEnv {
    return () =>
      withoutSecretsOfOthers(name, {
        ...ARENAS,
        ...COMPILED,
        ...this.options.settings.env,
        MIGRATION_DATABASE_URL: this.database.owners,
        // The sandbox moves the clock; the API only reads it.
        DATABASE_URL: name === 'sandbox' ? this.database.owners : this.database.serving,
      });
  }

  private line(): Service[] {
    const { settings, web } = this.options;
    const { ports } = settings;
    const node = (script: string) => ['node', ...HEAP, script];
    const api = new Service({
      name: 'api',
      command: node('api/dist/main.js'),
      env: this.env('api'),
      // It does not wait for /readyz: where nothing is set up yet, the site says so.
      readyUrl: `http://127.0.0.1:${ports.api}/healthz`,
    });
    const site = new Service({
      name: 'web',
      command: web.command,
      env: () => ({ ...this.env('web')(), ...web.env }),
      readyUrl: `http://127.0.0.1:${ports.web}${web.readyPath}`,
    });
    if (!settings.sandbox) return [api, site];
    const sandbox = new Service({
      name: 'sandbox',
      command: node('api/dist/sandbox/main.js'),
      env: this.env('sandbox'),
      readyUrl: `http://127.0.0.1:${ports.sandbox}/healthz`,
    });
    return [sandbox, api, site];
  }

  /** The database outlives a killed supervisor and is no child process, so it is watched by asking it. */
  private watchDatabase({ dataDir }: Settings): void {
    let busy = false;
    this.databaseWatch = setInterval(async () => {
      if (busy || this.embedded?.running()) return;
      busy = true;
      try {
        console.log('database ended, starts again');
        const before = this.database.owners;
        const wanted = this.embedded ? { port: this.embedded.port } : {};
        this.embedded = await startEmbeddedPostgres(join(dataDir, 'postgres'), wanted);
        const owners = this.embedded.url(DATABASE);
        this.database = {
          serving: await ensureLogin(this.embedded, DATABASE, serviceLogin(dataDir)),
          owners,
        };
        if (owners !== before) this.restartBackend();
      } catch (error) {
        console.error((error as Error).message);
      } finally {
        busy = false;
      }
    }, 500);
  }

  /** Every service except the site, which has no connection to the database and none of the API's code. */
  private restartBackend(): void {
    for (const service of this.services.slice(0, -1)) service.restart();
  }

  private async end(): Promise<void> {
    clearInterval(this.databaseWatch);
    this.aborted.abort();
    const deadline = Date.now() + GRACE_MS;
    for (const service of this.services.toReversed()) await service.stop(deadline);
    await this.embedded?.stop();
  }
}
