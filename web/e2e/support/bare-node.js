// @ts-nocheck: Node loads this as plain JavaScript before any test.
import { addEventHandler } from 'jest-circus';
// The same as for the API's tests: types are stripped, and what hangs for ten minutes is ended.
import '../../../api/test/support/bare-node.js';

/** A browser test that fails says what its visitors saw last. */
const seen = (run) => async () => {
  try {
    await run();
  } catch (error) {
    const last = await globalThis.__lastSeen?.();
    if (last && typeof error?.stack === 'string') error.stack += `\n\n${last}`;
    throw error;
  }
};

addEventHandler(({ name }, { currentDescribeBlock }) => {
  if (name !== 'add_test') return;
  const added = currentDescribeBlock.tests.at(-1);
  if (added.fn) added.fn = seen(added.fn);
});
