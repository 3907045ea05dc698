import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, PlainFailure, ROOT, run } from './command.ts';

interface Part {
  readonly name: string;
  /** The files and folders that the result depends on. */
  readonly inputs: readonly string[];
  /** A file that exists once the part is built. */
  readonly output: string;
  readonly command: readonly string[];
}

const COMMON = ['package-lock.json', 'tsconfig.json'];

const PARTS: readonly Part[] = [
  {
    name: 'api',
    inputs: [
      ...COMMON,
      'rulebook/package.json',
      'rulebook/tsconfig.json',
      'rulebook/tsconfig.build.json',
      'rulebook/src',
      'settings/package.json',
      'settings/tsconfig.json',
      'settings/tsconfig.build.json',
      'settings/src',
      'api/package.json',
      'api/tsconfig.json',
      'api/tsconfig.build.json',
      'api/src',
    ],
    output: 'api/dist/main.js',
    command: ['tsc', '-b', 'api/tsconfig.build.json'],
  },
  {
    name: 'web',
    inputs: [
      ...COMMON,
      'web/package.json',
      'web/tsconfig.json',
      'web/vite.config.ts',
      'web/src',
      'web/static',
      'web/scripts',
      'web/messages',
      'web/project.inlang/settings.json',
      'schema/client',
      'rulebook/src',
      'settings/src',
    ],
    output: 'web/build/handler.js',
    command: ['npm', 'run', '--silent', 'build', '-w', '@enrolment/web'],
  },
  {
    name: 'playground',
    inputs: [...COMMON, 'api/package.json', 'api/playground', 'schema/operations', 'rulebook/src'],
    output: 'api/dist/playground/index.html',
    command: ['npm', 'run', '--silent', 'build:playground', '-w', '@enrolment/api'],
  },
];

/** The build writes these itself, so they are no input. */
const GENERATED = new Set(['node_modules', 'dist', 'build', '.svelte-kit', 'web/src/lib/i18n/messages']);

/** Builds every part that has changed since its last build. */
export async function build({
  signal,
  only,
}: { signal?: AbortSignal; only?: readonly string[] } = {}): Promise<void> {
  const wanted = PARTS.filter(({ name }) => !only || only.includes(name));
  const outcomes = await Promise.allSettled(wanted.map((part) => buildPart(part, signal)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function buildPart({ name, inputs, output, command }: Part, signal?: AbortSignal): Promise<void> {
  const stamp = join(ROOT, '.cache', 'build', name);
  const state = fingerprint([...command], inputs);
  const built = existsSync(join(ROOT, output));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  // The compiler's own record of the last build is wrong when the output is missing.
  if (!built && name === 'api')
    for (const part of ['api', 'rulebook', 'settings'])
      rmSync(join(ROOT, part, 'dist/.tsbuildinfo'), { force: true });
  rmSync(stamp, { force: true });
  const started = Date.now();
  console.log(`building ${name} …`);
  const result = await run(command, signal ? { signal } : {});
  if (signal?.aborted) return;
  if (!result.ok) throw new PlainFailure(`${result.output.trimEnd()}\n${name} cannot be built: see above`);
  console.log(`built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  mkdirSync(join(ROOT, '.cache', 'build'), { recursive: true });
  writeFileSync(stamp, state);
}

function fingerprint(command: string[], inputs: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.version} ${command.join(' ')}`);
  for (const file of inputs.flatMap(filesUnder)) {
    const content = readFileSync(join(ROOT, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Lists all files of a folder in a fixed order. A file gives itself, and a missing path gives nothing. */
export function filesUnder(path: string): string[] {
  const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => {
      const inner = `${path}/${name}`;
      return GENERATED.has(name) || GENERATED.has(inner) ? [] : filesUnder(inner);
    });
}

if (import.meta.main) await main(() => build());
