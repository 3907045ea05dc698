import { run, type CommandResult } from './command.ts';

/** Compiled by jest. The others run in bare Node (docs/decisions/0042-api-tests-in-bare-node.md). */
const COMPILED = new Set(['rulebook', 'web']);

/** Runs one of jest's projects and shows its output. */
export function runJest(project: string, ...args: string[]): Promise<CommandResult> {
  return run(
    [
      'node',
      COMPILED.has(project) ? '--experimental-vm-modules' : '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
      // Whatever a failed test leaves open must not keep jest from ending.
      'node_modules/jest/bin/jest.js',
      '--forceExit',
      '--selectProjects',
      project,
      ...args,
    ],
    { show: true },
  );
}
