import { describe, expect, test } from '@jest/globals';
import type { Correctable } from './correction.js';
import {
  isOpenRequest,
  requestStanding,
  takesTwo,
  type CorrectionRequestState,
} from './correction-request.js';

test.each<[Correctable[], boolean]>([
  [['childName'], false],
  [['birthDate', 'sex'], false],
  [['guardianName'], false],
  [['guardianPhone'], true],
  [['childDocumentNumber'], true],
  [['guardianDocumentNumber'], true],
  [['childName', 'guardianPhone'], true],
])('a correction of %j takes two: %s', (changed, two) => {
  expect(takesTwo(changed)).toBe(two);
});

describe('a request', () => {
  const at = (state: CorrectionRequestState, officer: string | null = null) => ({ state, officer });
  test.each<[CorrectionRequestState, 'ACCEPT' | 'SECOND' | 'DECLINE', string[]]>([
    ['REQUESTED', 'ACCEPT', []],
    ['REQUESTED', 'SECOND', ['correctionRequestGone']],
    ['REQUESTED', 'DECLINE', []],
    ['PROPOSED', 'ACCEPT', ['correctionRequestGone']],
    ['PROPOSED', 'SECOND', []],
    ['PROPOSED', 'DECLINE', []],
    ['ACCEPTED', 'DECLINE', ['correctionRequestGone']],
    ['DECLINED', 'ACCEPT', ['correctionRequestGone']],
    ['TAKEN_BACK', 'ACCEPT', ['correctionRequestGone']],
  ])('that is %s: %s is refused by %j', (state, act, rules) => {
    expect(requestStanding(at(state, 'wang'), act, 'li').map(({ rule }) => rule)).toEqual(rules);
  });

  test('is not confirmed by whoever proposed it, who may still decline it', () => {
    const proposed = at('PROPOSED', 'wang');
    expect(requestStanding(proposed, 'SECOND', 'wang')[0]!.rule).toBe('correctionSecondPerson');
    expect(requestStanding(proposed, 'DECLINE', 'wang')).toEqual([]);
  });

  test('that there is not is gone', () => {
    expect(requestStanding(null, 'ACCEPT', 'wang')[0]!.rule).toBe('correctionRequestGone');
  });

  test('is open until it is answered or taken back', () => {
    const states = ['REQUESTED', 'PROPOSED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const;
    expect(states.filter(isOpenRequest)).toEqual(['REQUESTED', 'PROPOSED']);
  });
});
