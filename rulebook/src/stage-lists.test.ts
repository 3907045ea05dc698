import { expect, test } from '@jest/globals';
import {
  FUNNEL,
  LIVE_STAGES,
  PASSED_STAGES,
  STAGES_AT_SCHOOL,
  STAGES_WITHOUT_DETAILS,
  TOLD_STAGES,
  UNDECIDED_STAGES,
  UNSUBMITTED_STAGES,
  WAITING_STAGES,
} from './stage-lists.js';
import { STAGE_PLAN } from './stage-plan.js';
import { allows } from './stages.js';
import { STAGES, type Stage } from './vocabulary.js';

test.each<[string, readonly Stage[], string]>([
  ['wait for the identity check or the district', WAITING_STAGES, 'SUBMITTED IDENTITY_VERIFIED APPEALED'],
  ['are not submitted', UNSUBMITTED_STAGES, 'REGISTERED DETAILS_DRAFTED'],
  ['have no submitted details', STAGES_WITHOUT_DETAILS, 'REGISTERED DETAILS_DRAFTED WITHDRAWN'],
  ['may have an undecided item', UNDECIDED_STAGES, 'SUBMITTED IDENTITY_VERIFIED RETURNED REJECTED APPEALED'],
  ['have passed in every item', PASSED_STAGES, 'APPROVED PREREGISTERED ADMITTED'],
  ['are at a school', STAGES_AT_SCHOOL, 'PREREGISTERED ADMITTED'],
  [
    'lie on the way to a place',
    FUNNEL,
    'REGISTERED DETAILS_DRAFTED SUBMITTED IDENTITY_VERIFIED APPROVED PREREGISTERED ADMITTED',
  ],
  ['are told by SMS', TOLD_STAGES, 'REGISTERED RETURNED REJECTED APPROVED PREREGISTERED WITHDRAWN'],
])('the stages that %s', (_, stages, expected) => {
  expect(stages.join(' ')).toBe(expected);
});

test('only a withdrawn record is not live', () => {
  expect(STAGES.filter((stage) => !LIVE_STAGES.includes(stage))).toEqual(['WITHDRAWN']);
});

test('the plan agrees with the transitions', () => {
  for (const stage of STAGES) {
    const { review, items, school } = STAGE_PLAN[stage];
    // A family can submit what is not submitted, and what has come back to it.
    expect([stage, allows('SUBMIT_DETAILS', stage)]).toEqual([
      stage,
      review === 'UNSUBMITTED' || review === 'WITH_FAMILY',
    ]);
    // A verdict can be given where an item may be undecided, and a school takes only what has passed.
    if (allows('REJECT', stage) || allows('APPROVE', stage)) expect(UNDECIDED_STAGES).toContain(stage);
    if (allows('PREREGISTER', stage)) expect([items, school]).toEqual(['PASSED', 'AHEAD']);
    expect([stage, allows('WITHDRAW', stage)]).toEqual([stage, school === 'AHEAD']);
  }
});
