import { spawnSync } from 'node:child_process';

/** The processes of the product under test, by the script that they run. */
const ENTRY = { api: 'api/dist/main.js', sandbox: 'api/dist/sandbox/main.js' };
export type Part = keyof typeof ENTRY;

function processOf(part: Part): number {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  const all = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command: command! }] : [];
  });
  const product = Number(process.env.E2E_PRODUCT);
  const found = all.find(({ parent, command }) => parent === product && command.includes(ENTRY[part]));
  if (!found) throw new Error(`no process of the product runs ${ENTRY[part]}`);
  return found.pid;
}

/** While `work` runs, one part of the product accepts connections and answers nothing; afterwards it continues. */
export async function without(part: Part, work: () => Promise<void>): Promise<void> {
  const pid = processOf(part);
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
