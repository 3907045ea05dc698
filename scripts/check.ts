import { generate } from './codegen.ts';
import { isPlain, main, run } from './command.ts';
import { checkCompose } from './compose.ts';
import { checkSchema } from './schema-check.ts';

interface Step {
  readonly name: string;
  /** Says what is wrong, or null. */
  readonly check: () => Promise<string | null>;
}

const command =
  (...line: string[]) =>
  async (): Promise<string | null> => {
    const { ok, output } = await run(line);
    return ok ? null : output.trimEnd();
  };

/** Rewrites whatever is out of date, so it runs before the checks that read it. */
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
  { name: 'schema for the clients of the last release', check: async () => checkSchema() },
  { name: 'lint', check: command('eslint', '.') },
  { name: 'format', check: command('prettier', '--check', '--log-level', 'warn', '.') },
];

const AT_ONCE = 2;

export interface CheckResult {
  passed: number;
  failed: number;
}

export const checkGenerated = () => runAll([GENERATED]);
export const checkSources = () => runAll(READING);

/** Runs every step, even after one has failed. */
async function runAll(steps: readonly Step[]): Promise<CheckResult> {
  const result: CheckResult = { passed: 0, failed: 0 };
  const waiting = steps.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const step of waiting) result[(await passes(step)) ? 'passed' : 'failed'] += 1;
    }),
  );
  return result;
}

async function passes({ name, check }: Step): Promise<boolean> {
  const started = Date.now();
  const wrong = await check().catch((error: unknown) => (isPlain(error) ? error.message : String(error)));
  console.log(`${wrong === null ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (wrong !== null) console.log(wrong.replace(/^/gm, '  '));
  return wrong === null;
}

if (import.meta.main) {
  await main(async () => {
    const results = [await checkGenerated(), await checkSources()];
    if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
  });
}
