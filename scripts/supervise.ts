import { readFileSync } from 'node:fs';
import { isPlain } from './command.ts';
import { readSettings, type Settings } from './settings.ts';
import { Stack } from './stack.ts';

type Kind = Omit<ConstructorParameters<typeof Stack>[0], 'settings'> & { readonly watch?: boolean };

/** Runs the whole stack until Ctrl-C, SIGTERM, a closed terminal or the end of the npm process that started it. */
export async function superviseStack({ watch = false, ...kind }: Kind): Promise<void> {
  // Writing to a closed terminal fails, and that must not stop the orderly end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  let stack: Stack | undefined;
  let ending = false;
  const end = async (exitCode: number) => {
    if (ending) return;
    ending = true;
    await stack?.stop();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  process.on('disconnect', () => end(0));
  whenOrphaned(() => end(0));

  try {
    const settings = readSettings(process.env);
    stack = new Stack({ settings, ...kind });
    await stack.start();
    if (ending) return;
    if (watch) stack.restartOnCompile();
    console.log(screen(settings));
    process.send?.('ready');
  } catch (error) {
    if (ending) return;
    // An error without a message: a process has printed it already.
    if (!isPlain(error)) console.error(error);
    else if (error.message) console.error(error.message);
    await end(1);
  }
}

/** SIGTERM or kill -9 to npm alone does not reach this process. It notices when its parent or the shell's parent is gone. */
function whenOrphaned(end: () => void): void {
  const shell = process.ppid;
  const npm = process.env['npm_lifecycle_event'] ? parentOf(shell) : null;
  setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== (npm ?? parentOf(shell))) end();
  }, 500).unref();
}

function parentOf(pid: number): number | null {
  try {
    // The format is: pid (name) state parent …. The name may hold spaces and brackets.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}

function screen({ ports, sandbox, env }: Settings): string {
  const site = env['WEB_ORIGIN'];
  const playground = `http://localhost:${ports.api}/graphql`;
  if (!sandbox)
    return [
      '',
      '小学入学服务系统',
      '',
      `  网站 Site         ${site}`,
      `  API               ${playground}`,
      '',
    ].join('\n');
  const local = `http://localhost:${ports.sandbox}`;
  return [
    '',
    '小学入学服务系统',
    '沙盒：人员、证件、短信全是虚构的。  This is the sandbox: people, documents and messages are made up.',
    '',
    `  网站 Site             ${site}`,
    `  短信收件箱 SMS inbox  ${local}/inbox`,
    `  GraphQL playground    ${playground}`,
    `  沙盒 Sandbox          ${local}`,
    '',
    '先试试 Try first',
    '  1. 打开网站，选区，点“立即办理”。        Open the site, choose a district, start.',
    '  2. 在扫码页选一位监护人登录。            On the QR page, pick a guardian to sign in as.',
    '  3. 注册孩子；验证码在短信收件箱里。      Register a child; the code is in the SMS inbox.',
    '',
    'Ctrl-C 结束 ends it all.',
    '',
  ].join('\n');
}
