import { describe, expect, test } from '@jest/globals';
import { changedIn, instantOf, typedOf, windowsOf } from './values.ts';

const NOW = typedOf({
  services: [
    {
      service: 'LOCAL_HUKOU',
      phases: [
        { kind: 'REVIEW', opensAt: '2026-05-09T16:00:00.000Z', closesAt: '2026-06-10T16:00:00.000Z' },
        { kind: 'RESULT', opensAt: '2026-07-03T02:00:00.000Z', closesAt: '2026-08-01T04:30:00.000Z' },
      ],
    },
  ],
});

test('a window is typed as days and times in Beijing, and midnight ends the day before', () => {
  expect(NOW).toEqual({
    'LOCAL_HUKOU.REVIEW.opensAt.day': '2026-05-10',
    'LOCAL_HUKOU.REVIEW.opensAt.time': '00:00',
    'LOCAL_HUKOU.REVIEW.closesAt.day': '2026-06-10',
    'LOCAL_HUKOU.REVIEW.closesAt.time': '24:00',
    'LOCAL_HUKOU.RESULT.opensAt.day': '2026-07-03',
    'LOCAL_HUKOU.RESULT.opensAt.time': '10:00',
    'LOCAL_HUKOU.RESULT.closesAt.day': '2026-08-01',
    'LOCAL_HUKOU.RESULT.closesAt.time': '12:30',
  });
});

test.each([
  ['2026-06-10', '24:00', '2026-06-10T16:00:00.000Z'],
  ['2026-06-10', '9:05', '2026-06-10T01:05:00.000Z'],
  ['2026-06-10', '9：05', '2026-06-10T01:05:00.000Z'],
  ['2026-06-10', '24:01', null],
  ['2026-06-10', '9:75', null],
  ['2026-06-10', 'morning', null],
  ['', '9:00', null],
  ['2026-13-40', '9:00', null],
])('%s %s is %s', (day, time, instant) => expect(instantOf(day, time)).toBe(instant));

describe('what is sent', () => {
  const form = (over: Record<string, string>) => {
    const sent = new FormData();
    for (const [name, value] of Object.entries({ ...NOW, ...over })) sent.set(name, value);
    return sent;
  };

  test('is the windows of which something was changed, whole', () => {
    const changed = changedIn(form({ 'LOCAL_HUKOU.REVIEW.closesAt.day': '2026-06-12' }), NOW);
    expect(changed).toEqual({ 'LOCAL_HUKOU.REVIEW.closesAt.day': '2026-06-12' });
    expect(windowsOf(changed, NOW)).toEqual({
      windows: [
        {
          service: 'LOCAL_HUKOU',
          kind: 'REVIEW',
          opensAt: '2026-05-09T16:00:00.000Z',
          closesAt: '2026-06-12T16:00:00.000Z',
        },
      ],
      unread: [],
    });
  });

  test('leaves alone what a colleague has changed of the same window meanwhile', () => {
    const changed = changedIn(form({ 'LOCAL_HUKOU.REVIEW.closesAt.day': '2026-06-12' }), NOW);
    const meanwhile = { ...NOW, 'LOCAL_HUKOU.REVIEW.opensAt.day': '2026-05-11' };
    expect(windowsOf(changed, meanwhile).windows[0]).toMatchObject({
      opensAt: '2026-05-10T16:00:00.000Z',
      closesAt: '2026-06-12T16:00:00.000Z',
    });
  });

  test('says which edge is no moment', () => {
    const emptied = changedIn(form({ 'LOCAL_HUKOU.RESULT.opensAt.day': '' }), NOW);
    expect(windowsOf(emptied, NOW)).toEqual({ windows: [], unread: ['LOCAL_HUKOU.RESULT.opensAt'] });
    const half = changedIn(form({ 'LOCAL_HUKOU.DETAILS.opensAt.day': '2026-05-06' }), NOW);
    expect(windowsOf(half, NOW).unread).toEqual([
      'LOCAL_HUKOU.DETAILS.opensAt',
      'LOCAL_HUKOU.DETAILS.closesAt',
    ]);
  });
});
