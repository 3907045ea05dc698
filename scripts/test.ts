import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { check } from './check.ts';
import { isPlain, main, PlainFailure, ROOT } from './command.ts';
import { runJest } from './jest.ts';

const PROJECTS = ['api', 'web', 'e2e'] as const;
type Project = (typeof PROJECTS)[number];

/** What each project runs against must have been built. */
const NEEDS: Readonly<Record<Project, readonly string[]>> = {
  api: ['api'],
  web: [],
  e2e: ['api', 'web', 'playground'],
};

/** Browser tests wait more than they work: two halves go side by side, each with a product of its own. */
const HALVES = ['--shard=1/2', '--shard=2/2'];

/** `npm test`, or `npm test -- --only=check|api|web|e2e [jest's own arguments]`. */
await main(async () => {
  const [only, filters] = readArguments(process.argv.slice(2));
  let total: Total = { passed: 0, failed: 0, skipped: 0 };
  const built = await builds(only);
  if (!built) total = added(total, { passed: 0, failed: 1, skipped: 0 });
  if (!only || only === 'check') {
    total = added(total, { ...(await check()), skipped: 0 });
  }
  for (const project of PROJECTS) {
    if (only && only !== project) continue;
    if (!built && NEEDS[project].length > 0) continue;
    total = added(total, await jest(project, filters));
  }
  if (total.failed > 0) process.exitCode = 1;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
});

function readArguments(args: string[]): [only: Project | 'check' | undefined, filters: string[]] {
  const [choice] = args.filter((arg) => arg.startsWith('--only='));
  const only = choice?.slice('--only='.length);
  const known = [...PROJECTS, 'check'] as const;
  if (only !== undefined && !known.some((name) => name === only)) {
    throw new PlainFailure(`--only takes one of ${known.join(', ')}`);
  }
  return [only as Project | 'check' | undefined, args.filter((arg) => arg !== choice)];
}

async function builds(only: Project | 'check' | undefined): Promise<boolean> {
  try {
    if (!only) await build();
    else if (only !== 'check') await build({ only: NEEDS[only] });
    return true;
  } catch (error) {
    console.error(isPlain(error) ? error.message : error);
    return false;
  }
}

interface Total {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function added(one: Total, other: Total): Total {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

async function jest(project: Project, filters: string[]): Promise<Total> {
  if (project !== 'e2e' || filters.length > 0) return jestOnce(project, project, filters);
  const halves = await Promise.all(
    HALVES.map((half, index) => jestOnce(project, `${project}-${index + 1}`, [half])),
  );
  return halves.reduce(added);
}

async function jestOnce(project: Project, name: string, filters: string[]): Promise<Total> {
  const folder = join(ROOT, '.cache', 'test');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const { ok } = await runJest(
    project,
    ...['--json', `--outputFile=${file}`],
    // One browser at a time on a product: pages wait for each other's shared clock.
    ...(project === 'e2e' ? ['--runInBand'] : []),
    ...(filters.length > 0 ? filters : ['--passWithNoTests']),
  );
  let report: JestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    // Jest ended before it could count: its set-up failed.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
