import { watch } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure, ROOT, run } from './command.ts';
import { ensureDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { Service } from './service.ts';
import { checkDatabase, checkPorts, type Settings } from './settings.ts';

const GRACE_MS = 4_000;
const DATABASE = 'enrolment';

interface StackOptions {
  readonly settings: Settings;
  /** Makes the programs that the stack runs. */
  readonly build: (signal: AbortSignal) => Promise<void>;
  readonly web: {
    readonly command: readonly string[];
    readonly readyPath: string;
    readonly env?: NodeJS.ProcessEnv;
  };
}

/** Database, sandbox, API and site as one: started in this order, watched over, ended in the opposite one. */
export class Stack {
  private readonly options: StackOptions;
  private readonly aborted = new AbortController();
  private readonly services: Service[] = [];
  private embedded: EmbeddedPostgres | null = null;
  private databaseUrl = '';
  private databaseWatch: NodeJS.Timeout | undefined;
  private stopped: Promise<void> | undefined;

  constructor(options: StackOptions) {
    this.options = options;
  }

  async start(): Promise<void> {
    const { settings, build } = this.options;
    await checkPorts(settings);
    if (settings.databaseUrl) await checkDatabase(settings.databaseUrl);
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

  /** Restarts what runs the compiled API whenever the compiler has written. */
  restartOnCompile(): void {
    let pending: NodeJS.Timeout | undefined;
    watch(join(ROOT, 'api/dist'), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js') || file.startsWith('playground')) return;
      clearTimeout(pending);
      pending = setTimeout(() => this.restartBackend(), 300);
    }).unref();
  }

  private async openDatabase(): Promise<void> {
    const { settings } = this.options;
    if (settings.databaseUrl) {
      this.databaseUrl = settings.databaseUrl;
      return;
    }
    this.embedded = await startEmbeddedPostgres(join(settings.dataDir, 'postgres'));
    this.databaseUrl = await ensureDatabase(this.embedded, DATABASE);
  }

  private async migrate(): Promise<void> {
    const { signal } = this.aborted;
    if (signal.aborted) return;
    const result = await run(['node', 'api/dist/database/migrate.js', 'up'], { env: this.env(), signal });
    if (!result.ok && !signal.aborted) throw new PlainFailure(result.output.trim());
  }

  private readonly env = (): NodeJS.ProcessEnv => ({
    ...this.options.settings.env,
    DATABASE_URL: this.databaseUrl,
  });

  private line(): Service[] {
    const { settings, web } = this.options;
    const { ports } = settings;
    const node = (script: string) => ['node', '--enable-source-maps', script];
    const api = new Service({
      name: 'api',
      command: node('api/dist/main.js'),
      env: this.env,
      readyUrl: `http://127.0.0.1:${ports.api}/readyz`,
    });
    const site = new Service({
      name: 'web',
      command: web.command,
      env: () => ({ ...settings.env, ...web.env }),
      readyUrl: `http://127.0.0.1:${ports.web}${web.readyPath}`,
    });
    if (!settings.sandbox) return [api, site];
    const sandbox = new Service({
      name: 'sandbox',
      command: node('api/dist/sandbox/main.js'),
      env: this.env,
      readyUrl: `http://127.0.0.1:${ports.sandbox}/healthz`,
    });
    return [sandbox, api, site];
  }

  /** The database is no child of ours (it outlives a killed supervisor), so it is looked after by asking. */
  private watchDatabase({ dataDir }: Settings): void {
    let busy = false;
    this.databaseWatch = setInterval(async () => {
      if (busy || this.embedded?.running()) return;
      busy = true;
      try {
        console.log('database ended, starts again');
        const before = this.databaseUrl;
        const wanted = this.embedded ? { port: this.embedded.port } : {};
        this.embedded = await startEmbeddedPostgres(join(dataDir, 'postgres'), wanted);
        this.databaseUrl = this.embedded.url(DATABASE);
        if (this.databaseUrl !== before) this.restartBackend();
      } catch (error) {
        console.error((error as Error).message);
      } finally {
        busy = false;
      }
    }, 500);
  }

  /** Everything but the site, which holds no connection to the database and no code of the API's. */
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
