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

/** `npm test`, or `npm test -- --only=check|api|web|e2e [jest's own arguments]`. */
await main(async () => {
  const [only, filters] = readArguments(process.argv.slice(2));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const built = await builds(only);
  if (!built) total.failed += 1;
  if (!only || only === 'check') {
    const { passed, failed } = await check();
    total.passed += passed;
    total.failed += failed;
  }
  for (const project of PROJECTS) {
    if (only && only !== project) continue;
    if (!built && NEEDS[project].length > 0) continue;
    const result = await jest(project, filters);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
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

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

async function jest(project: Project, filters: string[]) {
  const folder = join(ROOT, '.cache', 'test');
  const file = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const { ok } = await runJest(
    project,
    ...['--json', `--outputFile=${file}`],
    // One browser at a time: pages wait for each other's shared clock.
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
