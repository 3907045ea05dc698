import { expect, test } from '@jest/globals';
import { RestartPauses } from './restart-pauses.ts';

test('a service that is killed again and again waits half a second at most', () => {
  const pauses = new RestartPauses();
  const waited = Array.from({ length: 8 }, () => pauses.after(2_000));
  expect(waited).toEqual([100, 200, 400, 500, 500, 500, 500, 500]);
});

test('a service that ran well for a while waits as after its first end', () => {
  const pauses = new RestartPauses();
  for (let n = 0; n < 8; n += 1) pauses.after(0);
  expect(pauses.after(30_001)).toBe(100);
});

test('a restart that was asked for waits not at all, however long the service ran', () => {
  for (const ran of [1_000, 60_000]) {
    const pauses = new RestartPauses();
    pauses.skipNext();
    expect(pauses.after(ran)).toBe(0);
    expect(pauses.after(ran)).toBe(100);
  }
});
