import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFailure, ROOT, toolEnvironment } from './command.ts';
import { RestartPauses } from './restart-pauses.ts';

const READY_LIMIT_MS = 180_000;

export interface ServiceOptions {
  readonly name: string;
  readonly command: readonly string[];
  /** This is asked at every start, because the database may have moved. */
  readonly env: () => NodeJS.ProcessEnv;
  /** This address answers 2xx once the service can work. */
  readonly readyUrl: string;
}

/** One child process. It is started, waited for, restarted when it dies, and stopped with all that it has started. */
export class Service {
  private child: ChildProcess | null = null;
  private ready = false;
  private stopping = false;
  private startedAt = 0;
  private readonly pauses = new RestartPauses();
  private complained = false;
  private readonly options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.options = options;
  }

  /** Starts it and waits until it is ready. A failure before that is final. */
  async start(): Promise<void> {
    const { name, readyUrl } = this.options;
    this.spawn();
    const deadline = Date.now() + READY_LIMIT_MS;
    while (!(await answers(readyUrl))) {
      if (this.stopping) return;
      if (!this.child) {
        // Usually the process has said in one line what is wrong, and there is nothing to add.
        throw new PlainFailure(this.complained ? '' : `${name} ended while starting`);
      }
      if (Date.now() > deadline) {
        throw new PlainFailure(
          `${name} is not ready after ${READY_LIMIT_MS / 1000} s (${readyUrl}): see its lines above`,
        );
      }
      await sleep(100);
    }
    this.ready = true;
  }

  /** Ends the process. It starts again at once, with the present environment. */
  restart(): void {
    this.pauses.skipNext();
    this.child?.kill('SIGTERM');
  }

  /** Asks it to end, and kills it at the deadline. */
  async stop(deadline: number): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child) return;
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGTERM');
    const late = setTimeout(() => signalGroup(child, 'SIGKILL'), Math.max(0, deadline - Date.now()));
    await ended;
    clearTimeout(late);
  }

  private spawn(): void {
    const { name, command, env } = this.options;
    const [file = '', ...args] = command;
    const child = spawn(file, args, {
      cwd: ROOT,
      env: toolEnvironment(env()),
      // It has its own process group: Ctrl-C goes to the supervisor, which ends the services in order.
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && file === 'npm',
      // However the supervisor dies, the channel closes, and then the services end themselves.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.startedAt = Date.now();
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (stream === child.stderr) this.complained = true;
        // The screen already tells of a normal start. The reason why it cannot start is printed as it is.
        if (this.ready) console.log(`${name.padEnd(7)} │ ${line}`);
        else if (stream === child.stderr) console.error(line);
      });
    }
    child.once('error', (error) => console.error(`${name}: ${error.message}`));
    // Its own children must not outlive it; the pipes close only then.
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => this.ended(signal ?? `exit ${code}`));
  }

  private ended(how: string): void {
    this.child = null;
    if (this.stopping || !this.ready) return;
    const pause = this.pauses.after(Date.now() - this.startedAt);
    if (pause > 0) console.log(`${this.options.name} ended (${how}), starts again in ${pause / 1000} s`);
    setTimeout(() => {
      if (!this.stopping) this.spawn();
    }, pause);
  }
}

/** Signals the process and all that it has started. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has already ended.
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
