import { expect, test } from '@jest/globals';
import { explain } from './refusal.js';
import { checkWindow } from './window.js';

const window = {
  opensAt: new Date('2026-05-06T00:00:00+08:00'),
  closesAt: new Date('2026-06-01T00:00:00+08:00'),
};

test.each([
  ['2026-05-05T23:59:59+08:00', ['windowNotYet']],
  ['2026-05-06T00:00:00+08:00', []],
  ['2026-05-31T23:59:59.999+08:00', []],
  ['2026-06-01T00:00:00+08:00', ['windowOver']],
  ['2026-06-01T00:00:01+08:00', ['windowOver']],
])('at %s: %p', (now, rules) =>
  expect(checkWindow(window, new Date(now), '010-0000', null).map(({ rule }) => rule)).toEqual(rules),
);

test('the sentence says when, and a service that the district does not offer says so', () => {
  const [early] = checkWindow(window, new Date('2026-05-01T00:00:00Z'), '010-0000', null);
  const [late] = checkWindow(window, new Date('2026-07-01T00:00:00Z'), '010-0000', null);
  const [none] = checkWindow(null, new Date('2026-07-01T00:00:00Z'), '010-0000', null);
  expect(explain(early!, 'zh-CN').message).toContain('5 月 6 日 0:00');
  expect(explain(late!, 'en').message).toContain('24:00 on 31 May');
  expect(explain(none!, 'zh-CN')).toMatchObject({
    code: 'OUTSIDE_WINDOW',
    wayOut: expect.stringContaining('010-0000'),
  });
});
