// @ts-nocheck: jest loads this as plain JavaScript.
import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** What takes long although the file is short. */
const LONG = new Set([
  'office-every-page.spec.ts',
  'near-duplicates.spec.ts',
  'pages.spec.ts',
  'office-pages.spec.ts',
  'registration.spec.ts',
  'two-seasons.spec.ts',
  'office-seasons.spec.ts',
  'production.spec.ts',
  'start.spec.ts',
]);

/**
 * A long file at the end leaves one worker alone. Where jest has not run a file yet, as in a new folder, it goes by the size,
 * and these few stand before all others.
 */
export default class extends TestSequencer {
  sort(tests) {
    const first = ({ path, duration }) => duration === undefined && LONG.has(basename(path));
    return super.sort(tests).sort((one, other) => Number(first(other)) - Number(first(one)));
  }
}
