import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
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
    /** Whether these files fit the client’s types under the strictest compiler options; other packages’ are taken as they are. */
    async check(files: readonly string[], { others = false } = {}): Promise<void> {
      const options = '--noEmit --strict --target es2023 --module nodenext';
      const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
      await run(
        join(BIN, 'tsc'),
        [...options.split(' '), ...types, ...(others ? ['--skipLibCheck'] : []), ...files],
        { cwd: folder },
      ).catch(({ stdout }: { stdout: string }) => Promise.reject(new Error(stdout)));
    },
    /** A package of this project, as if the other one had installed it, too. */
    async lend(name: string): Promise<void> {
      const place = join(folder, 'node_modules', name);
      await mkdir(dirname(place), { recursive: true });
      await symlink(join(ROOT, 'node_modules', name), place);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
