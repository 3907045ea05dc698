import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingError } from '@enrolment/settings/setting-error.ts';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** A failure that its message explains completely: it is printed without a stack, and the exit code is 1. */
export class PlainFailure extends Error {}

interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Passes the output through as it comes instead of collecting it. */
  show?: boolean;
}

export interface CommandResult {
  ok: boolean;
  output: string;
}

/** The environment for tools. The project's own programs, including its Node, come first in the path. */
export function toolEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const own = join(ROOT, 'node_modules', '.bin');
  const path = env['PATH'] ?? env['Path'] ?? '';
  return path.split(delimiter)[0] === own ? env : { ...env, PATH: `${own}${delimiter}${path}` };
}

/** Runs a program in the root folder of the project. */
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
      // On Windows, npm installs programs as shell scripts.
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

/** Runs a script's main function. A plain failure prints one line; any other error prints where it came from. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(isPlain(error) ? error.message : error);
    process.exitCode = 1;
  }
}

export function isPlain(error: unknown): error is Error {
  return error instanceof PlainFailure || error instanceof SettingError;
}
