import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { checkGenerated, checkSources, type CheckResult } from './check.ts';
import { isPlain, main, PlainFailure, ROOT } from './command.ts';
import { runJest } from './jest.ts';

const PROJECTS = ['rulebook', 'api', 'web', 'e2e'] as const;
type Project = (typeof PROJECTS)[number];

/** The parts that must be built before each project can run. */
const NEEDS: Readonly<Record<Project, readonly string[]>> = {
  rulebook: [],
  api: ['api'],
  web: [],
  e2e: ['api', 'web', 'playground'],
};

const CORES = availableParallelism();

/** Some tests wait for what they have stopped or cut: one more worker than there are cores uses that time. */
const WORKERS: Readonly<Record<Project, number>> = {
  rulebook: CORES,
  api: CORES + 1,
  web: CORES,
  // Each worker has a product of its own, and more than four are too much for one machine.
  e2e: Math.min(CORES + 1, 4),
};

/** More files with a failure than these are no accident. */
const MOST_FILES = 4;

/** `npm test`, or `npm test -- --only=check|rulebook|api|web|e2e [jest's own arguments]`. */
await main(async () => {
  const [only, filters] = readArguments(process.argv.slice(2));
  const built = await builds(only);
  const parts: Total[] = [{ passed: 0, failed: built ? 0 : 1, skipped: 0 }];
  const runsOfJest: JestRun[] = [];
  const runs = (project: Project) => (!only || only === project) && (built || NEEDS[project].length === 0);
  const checks = !only || only === 'check';
  // This step writes what all others read.
  if (checks) parts.push(counted(await checkGenerated()));
  if (checks) parts.push(counted(await checkSources()));
  // One after the other, each with all cores: side by side they would make each other slow, and a test that waits fail.
  for (const project of ['api', 'rulebook', 'web', 'e2e'] as const) {
    if (runs(project)) runsOfJest.push(await jest(project, filters));
  }
  const settled = filters.length > 0 ? runsOfJest : await onceMore(runsOfJest);
  const total = [...parts, ...settled.map(({ total }) => total)].reduce(added);
  if (total.failed > 0) process.exitCode = 1;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  const unsteady = settled.flatMap(({ unsteady }) => unsteady);
  if (unsteady.length > 0) {
    console.log(['Failed at first and passed in a second run:', ...unsteady].join('\n  '));
  }
  const second = unsteady.length > 0 ? ` (${unsteady.length} of them in a second run)` : '';
  console.log(`${total.passed} passed${second}, ${total.failed} failed${skipped}`);
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

function counted(result: CheckResult): Total {
  return { ...result, skipped: 0 };
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
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

interface JestRun {
  readonly project: Project;
  readonly total: Total;
  /** Files with a failure; null where jest ended before it could count. */
  readonly failedFiles: readonly string[] | null;
  readonly failedTests: readonly string[];
  /** Tests that passed in the second run alone. */
  readonly unsteady: readonly string[];
}

async function jest(project: Project, filters: string[], workers = WORKERS[project]): Promise<JestRun> {
  const folder = join(ROOT, '.cache', 'test');
  const file = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const { ok } = await runJest(
    project,
    '--json',
    `--outputFile=${file}`,
    // For one or two files of browser tests one product is enough.
    `--maxWorkers=${project === 'e2e' && filters.length > 0 ? 1 : workers}`,
    ...(filters.length > 0 ? filters : ['--passWithNoTests']),
  );
  let report: JestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    // Its set-up failed.
    const total = { passed: 0, failed: 1, skipped: 0 };
    return { project, total, failedFiles: null, failedTests: [], unsteady: [] };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const total = {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const failures = report.testResults.filter(({ status }) => status === 'failed');
  const failedTests = failures.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  return { project, total, failedFiles: failures.map(({ name }) => name), failedTests, unsteady: [] };
}

/**
 * A machine that stands still for some seconds fails a test of the whole product that nothing is wrong with. So the files that
 * failed run once more when everything else is over, and what passes only then is named: it may be a race as well.
 */
async function onceMore(runs: readonly JestRun[]): Promise<JestRun[]> {
  const settled: JestRun[] = [];
  for (const run of runs) settled.push(await secondRun(run));
  return settled;
}

async function secondRun(first: JestRun): Promise<JestRun> {
  const { project, total, failedFiles, failedTests } = first;
  if (!failedFiles || failedFiles.length === 0 || failedFiles.length > MOST_FILES) return first;
  // A file that could not be loaded has no failed test.
  if (failedTests.length < total.failed) return first;
  const second = await jest(project, ['--runTestsByPath', ...failedFiles], 1);
  if (second.total.failed > 0) return first;
  return {
    ...first,
    total: { ...total, passed: total.passed + total.failed, failed: 0 },
    unsteady: failedTests,
  };
}
