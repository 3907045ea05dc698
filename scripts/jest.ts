import { run, type CommandResult } from './command.ts';

/** Runs one of jest's projects, and shows what it says. */
export function runJest(project: string, ...args: string[]): Promise<CommandResult> {
  return run(
    [
      ...['node', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      // What a failed test leaves open holds nothing up.
      ...['node_modules/jest/bin/jest.js', '--forceExit', '--selectProjects', project, ...args],
    ],
    { show: true },
  );
}
