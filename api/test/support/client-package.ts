import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin');
const PATH = [BIN, process.env['PATH']].join(delimiter);

/** Another project, outside this one: an empty folder in which the packed client is installed without a network. */
export async function installClient() {
  const folder = await mkdtemp(join(tmpdir(), 'enrolment-client-'));
  const npm = (args: string[], cwd: string) =>
    run('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd, env: { ...process.env, PATH } });
  await npm(['pack', '--pack-destination', folder], join(ROOT, 'schema/package'));
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  await npm(['install', `./${tarball}`], folder);
  return {
    folder,
    /** Whether these files fit the client’s types under the strictest compiler options. */
    async check(files: readonly string[]): Promise<void> {
      const options = '--noEmit --strict --target es2023 --module nodenext';
      const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
      await run(join(BIN, 'tsc'), [...options.split(' '), ...types, ...files], { cwd: folder }).catch(
        ({ stdout }: { stdout: string }) => Promise.reject(new Error(stdout)),
      );
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
