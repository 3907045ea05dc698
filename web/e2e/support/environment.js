// @ts-nocheck: jest loads this as plain JavaScript.
import { TestEnvironment } from 'jest-environment-node';

/** A browser test that fails says what its visitors saw last. */
export default class extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure') return;
    const seen = await this.global.__lastSeen?.();
    // No instanceof: the test has errors of its own realm.
    if (seen && typeof event.error?.stack === 'string') event.error.stack += `\n\n${seen}`;
  }
}
