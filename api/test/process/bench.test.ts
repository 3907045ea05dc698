import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a benchmark tells besides its figures, in the shortest run that asks for everything once. */
async function runBench(file: string, ...given: string[]) {
  const bench = spawn(process.execPath, [file, '--records', '100', '--seconds', '0.2', ...given], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  bench.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const [code] = (await once(bench, 'exit')) as [number | null];
  return { code, told };
}

test('the benchmark builds its city, and the service answers all that it asks', async () => {
  expect(await runBench('bench/rates.js', '--alone', '--rounds', '0', '--only', '^(?!800)')).toEqual({
    code: 0,
    told: 'bench: 100 records\nbench: warming up\n',
  });
});

test('the offices of the benchmark are answered', async () => {
  const some = '^dashboard, city$|city: no filter$|feed|token';
  expect(await runBench('bench/offices.js', '--pages', '0', '--only', some)).toEqual({
    code: 0,
    told: 'bench: 100 records\n',
  });
});
