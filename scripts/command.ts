import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** A failure that one line tells whole: no stack, exit 1. */
export class PlainFailure extends Error {}

interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Pass the output through as it comes, instead of collecting it. */
  show?: boolean;
}

export interface CommandResult {
  ok: boolean;
  output: string;
}

/** The environment of the tools: the project's own programs, its Node among them, come first. */
export function toolEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const own = join(ROOT, 'node_modules', '.bin');
  const path = env['PATH'] ?? env['Path'] ?? '';
  return path.split(delimiter)[0] === own ? env : { ...env, PATH: `${own}${delimiter}${path}` };
}

/** Runs one program in the root of the project. */
export function run(
  command: readonly string[],
  { env, signal, show = false }: CommandOptions = {},
): Promise<CommandResult> {
  const [file = '', ...args] = command;
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      env: toolEnvironment(env),
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // On Windows npm's programs are scripts of the shell.
      shell: process.platform === 'win32',
      ...(signal ? { signal } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', (error) => done({ ok: false, output: output || error.message }));
    child.once('close', (code) => done({ ok: code === 0, output }));
  });
}

/** Runs a script's main function: a plain failure is one line, anything else shows where it came from. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(isPlain(error) ? error.message : error);
    process.exitCode = 1;
  }
}

export function isPlain(error: unknown): error is Error {
  // Bad settings are told by the processes' own readers, each with an error of its own kind.
  return (
    error instanceof PlainFailure ||
    (error instanceof Error && /^(SettingError|BadSetting)$/.test(error.constructor.name))
  );
}
