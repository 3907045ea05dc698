import { run, type CommandResult } from './command.ts';

/** Runs one of jest's projects and shows its output. */
export function runJest(project: string, ...args: string[]): Promise<CommandResult> {
  return run(
    [
      'node',
      // The API's tests run what is built; all others are compiled by jest.
      project === 'api' ? '--enable-source-maps' : '--experimental-vm-modules',
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
