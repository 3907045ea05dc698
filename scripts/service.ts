import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFailure, ROOT, toolEnvironment } from './command.ts';

const READY_LIMIT_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** Who ran this long is healthy again: the next pause is the first one. */
const STABLE_MS = 30_000;

export interface ServiceOptions {
  readonly name: string;
  readonly command: readonly string[];
  /** Asked at every start: the database may have moved. */
  readonly env: () => NodeJS.ProcessEnv;
  /** Answers 2xx once the service can work. */
  readonly readyUrl: string;
}

/** One child process: started, waited for, restarted when it dies, stopped with all that it started itself. */
export class Service {
  private child: ChildProcess | null = null;
  private ready = false;
  private stopping = false;
  private startedAt = 0;
  private pause = FIRST_PAUSE_MS;
  private complained = false;
  private readonly options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.options = options;
  }

  /** Starts it and waits until it is ready; what goes wrong before that is final. */
  async start(): Promise<void> {
    const { name, readyUrl } = this.options;
    this.spawn();
    const deadline = Date.now() + READY_LIMIT_MS;
    while (!(await answers(readyUrl))) {
      if (this.stopping) return;
      if (!this.child) {
        // Most often it has said itself what is wrong, in one line as all our processes do: nothing to add.
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

  /** Ends the process; it comes back at once, with the environment of now. */
  restart(): void {
    this.pause = 0;
    this.child?.kill('SIGTERM');
  }

  /** Asks it to end, and makes it at the deadline. */
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
      // A group of its own: Ctrl-C is for the supervisor, which ends the services in their order.
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && file === 'npm',
      // The channel closes when the supervisor dies, however it dies: the services end themselves on it.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.startedAt = Date.now();
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (stream === child.stderr) this.complained = true;
        // What it says of its own start is told on the screen already; why it cannot start is told as it stands.
        if (this.ready) console.log(`${name.padEnd(7)} │ ${line}`);
        else if (stream === child.stderr) console.error(line);
      });
    }
    child.once('error', (error) => console.error(`${name}: ${error.message}`));
    // What it has started must not outlive it; only then do the pipes close.
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => this.ended(signal ?? `exit ${code}`));
  }

  private ended(how: string): void {
    this.child = null;
    if (this.stopping || !this.ready) return;
    if (Date.now() - this.startedAt > STABLE_MS) this.pause = FIRST_PAUSE_MS;
    const { pause } = this;
    this.pause = Math.min(Math.max(2 * pause, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    if (pause > 0) console.log(`${this.options.name} ended (${how}), starts again in ${pause / 1000} s`);
    setTimeout(() => {
      if (!this.stopping) this.spawn();
    }, pause);
  }
}

/** The process and all that it has started. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended.
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
