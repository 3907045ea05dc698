import { expect, test } from '@jest/globals';
import { troubleOf } from './trouble.ts';

test.each([
  ['NotAllowedError', 'DENIED'],
  ['NotSupportedError', 'UNKNOWN_TO_BROWSER'],
  ['NotFoundError', 'NONE'],
  ['OverconstrainedError', 'NONE'],
  ['NotReadableError', 'TAKEN'],
  ['TypeError', 'FAILED'],
])('%s of a browser is told as %s', (name, told) => {
  expect(troubleOf(Object.assign(new Error(), { name }))).toBe(told);
});

test('what is no error at all is told as a failure', () => {
  expect(troubleOf('NotAllowedError')).toBe('FAILED');
});
