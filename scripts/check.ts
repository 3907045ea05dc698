import { generate } from './codegen.ts';
import { isPlain, main, run } from './command.ts';
import { checkCompose } from './compose.ts';

interface Step {
  readonly name: string;
  /** What is wrong, or null. */
  readonly check: () => Promise<string | null>;
}

const command =
  (...line: string[]) =>
  async (): Promise<string | null> => {
    const { ok, output } = await run(line);
    return ok ? null : output.trimEnd();
  };

/** Writes what it finds out of date, so it goes before the checks that read it. */
const GENERATED: Step = {
  name: 'schema, client and printed pages up to date',
  check: async () => {
    const changed = await generate();
    if (changed.length === 0) return null;
    return `${changed.join(', ')} did not agree with the code: \`npm run codegen\` has just mended it, look at it and commit it`;
  },
};

const READING: readonly Step[] = [
  { name: 'types of the api', check: command('tsc', '-p', 'api/tsconfig.json') },
  { name: 'types of the playground', check: command('tsc', '-p', 'api/playground') },
  {
    name: 'types and messages of the web',
    check: command('npm', 'run', '--silent', 'check', '-w', '@enrolment/web'),
  },
  { name: 'types of the scripts', check: command('tsc', '-p', 'tsconfig.json') },
  { name: 'settings of the containers', check: async () => checkCompose() },
  { name: 'lint', check: command('eslint', '.') },
  { name: 'format', check: command('prettier', '--check', '--log-level', 'warn', '.') },
];

const AT_ONCE = 2;

export interface CheckResult {
  passed: number;
  failed: number;
}

/** Runs every check, also after one has failed. */
export async function check(): Promise<CheckResult> {
  const result: CheckResult = { passed: 0, failed: 0 };
  const runStep = async ({ name, check }: Step) => {
    const started = Date.now();
    const wrong = await check().catch((error: unknown) => (isPlain(error) ? error.message : String(error)));
    console.log(`${wrong === null ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (wrong === null) result.passed += 1;
    else {
      result.failed += 1;
      console.log(wrong.replace(/^/gm, '  '));
    }
  };
  await runStep(GENERATED);
  const waiting = READING.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const step of waiting) await runStep(step);
    }),
  );
  return result;
}

if (import.meta.main) {
  await main(async () => {
    const { failed } = await check();
    if (failed > 0) process.exitCode = 1;
  });
}
