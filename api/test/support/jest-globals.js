// @ts-nocheck: Node loads this as plain JavaScript in place of `@jest/globals`.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis;
