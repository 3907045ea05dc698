import { describe, expect, test } from '@jest/globals';
import { outcomeOf, reasonsOf } from './outcome.ts';

const DONE = { outcome: 'DONE', number: '20260100001233' };

test.each([
  [200, DONE, DONE],
  [401, null, { outcome: 'LATER', why: 'SIGNED_OUT' }],
  [409, null, { outcome: 'LATER', why: 'OTHER_PERSON' }],
  [429, null, { outcome: 'LATER', why: 'BUSY' }],
  [503, null, { outcome: 'LATER', why: 'AWAY' }],
  [502, DONE, { outcome: 'LATER', why: 'AWAY' }],
])('%i is read as what it says', (status, body, outcome) => {
  expect(outcomeOf(status, body)).toEqual(outcome);
});

test.each([null, 'log in to the wireless network', {}, { outcome: 'SAVED' }])(
  'an answer that is not the desk’s own leaves the decision waiting: %j',
  (body) => expect(outcomeOf(200, body)).toEqual({ outcome: 'LATER', why: 'AWAY' }),
);

describe('why it was not done', () => {
  const refusal = { code: 'X', field: null, message: '不行。', clause: null, retryAfterSeconds: null };
  const refusals = [
    { ...refusal, wayOut: '请打电话。' },
    { ...refusal, wayOut: null },
  ];
  const told = { outcome: 'TOLD', number: null, refusals } as const;

  test('is told by how the form stands', () => {
    expect(reasonsOf({ ...told, standing: ['家长已经撤销'] })).toEqual(['家长已经撤销']);
  });

  test('is told by the rules where the form stands as it should', () => {
    expect(reasonsOf({ ...told, standing: [] })).toEqual(['不行。 请打电话。', '不行。']);
  });
});
