import { describe, expect, test } from '@jest/globals';
import { nextDateOf, situationOf, type OnItsWay } from './situation.ts';

type Turn = OnItsWay['turn'];
type Step = OnItsWay['steps'][number];

const turn = (holder: Turn['holder'], until: string | null = null): Turn => ({
  holder,
  until,
  since: null,
  text: '',
});

const step = (kind: Step['kind'], state: Step['state'], opensAt: string | null): Step => ({
  kind,
  state,
  opensAt,
  label: kind,
  holder: 'DISTRICT',
  doneAt: null,
  closesAt: null,
});

const aRecord = (changes: Partial<OnItsWay>): OnItsWay => ({
  number: '20260100001234',
  stage: 'REGISTERED',
  turn: turn('GUARDIAN', '2026-05-31T16:00:00Z'),
  steps: [],
  missedPreregistration: false,
  admissionResult: null,
  ...changes,
});

describe('where a record stands for its family', () => {
  test.each<[string, Partial<OnItsWay>, ReturnType<typeof situationOf>]>([
    ['the window has not opened', { turn: turn('NOBODY', '2026-05-06T16:00:00Z') }, 'DETAILS_AHEAD'],
    ['the window is open', {}, 'DETAILS'],
    ['a draft is kept', { stage: 'DETAILS_DRAFTED' }, 'DETAILS_DRAFTED'],
    ['the window is over', { stage: 'DETAILS_DRAFTED', turn: turn('GUARDIAN') }, 'DETAILS_OVER'],
    ['an officer looks', { stage: 'SUBMITTED', turn: turn('DISTRICT') }, 'IDENTITY'],
    ['a second look is possible', { stage: 'REJECTED' }, 'REJECTED'],
    ['a second look is not', { stage: 'REJECTED', turn: turn('NOBODY') }, 'REJECTED_FOR_GOOD'],
    ['printing has not begun', { stage: 'APPROVED', turn: turn('NOBODY') }, 'FORM_AHEAD'],
    ['the form can be printed', { stage: 'APPROVED' }, 'FORM'],
    ['no school took it', { stage: 'APPROVED', missedPreregistration: true }, 'PREREGISTRATION_MISSED'],
    ['nothing is published', { stage: 'PREREGISTERED', turn: turn('DISTRICT') }, 'RESULT_AHEAD'],
    [
      'not admitted, published',
      { stage: 'PREREGISTERED', turn: turn('NOBODY'), admissionResult: { publishedAt: null } },
      'RESULT',
    ],
  ])('%s', (_, changes, situation) => {
    expect(situationOf(aRecord(changes))).toBe(situation);
  });
});

describe('the next day that matters', () => {
  const now = '2026-05-10T00:00:00Z';
  const steps = [
    step('REVIEW', 'NOW', '2026-05-09T16:00:00Z'),
    step('FORM', 'NEXT', null),
    step('PREREGISTRATION', 'NEXT', '2026-06-13T16:00:00Z'),
    step('RESULT', 'NEXT', '2026-06-30T16:00:00Z'),
  ];

  test('is the family’s own due date while it is their turn', () => {
    expect(nextDateOf(aRecord({ steps }), now)).toEqual({ until: '2026-05-31T16:00:00Z' });
  });

  test('is else what opens next, and not what has opened already', () => {
    expect(nextDateOf(aRecord({ steps, turn: turn('DISTRICT', '2026-06-10T16:00:00Z') }), now)).toEqual({
      label: 'PREREGISTRATION',
      from: '2026-06-13T16:00:00Z',
    });
  });

  test('a due date that has passed is none', () => {
    expect(nextDateOf(aRecord({}), '2026-06-01T00:00:00Z')).toBeNull();
  });
});
