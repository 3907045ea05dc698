import { describe, expect, test } from '@jest/globals';
import type { ReviewItemKind, Stage } from './vocabulary.js';
import { STEP_KINDS, stepsOf, turnOf, type WayFacts } from './way.js';

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);
const NOW = new Date('2026-05-10T10:00:00+08:00');

const facts = (stage: Stage, rest: Partial<WayFacts> = {}): WayFacts => ({
  stage,
  phases: {
    DETAILS: { opensAt: day('2026-05-06'), closesAt: day('2026-06-01') },
    REVIEW: { opensAt: day('2026-05-08'), closesAt: day('2026-06-11') },
    FORM_PRINTING: { opensAt: day('2026-06-01'), closesAt: day('2026-06-20') },
    SCHOOL_PREREGISTRATION: { opensAt: day('2026-06-14'), closesAt: day('2026-06-16') },
    RESULT: { opensAt: day('2026-07-01'), closesAt: day('2026-08-01') },
  },
  reachedAt: { REGISTERED: day('2026-05-06'), [stage]: day('2026-05-09') },
  identity: { status: 'PENDING', overdue: false },
  returned: [],
  appealDueAt: null,
  resultPublished: false,
  hotline: '010-6400 0001',
  ...rest,
});

const item = (kind: ReviewItemKind, dueAt: string) => ({ kind, dueAt: day(dueAt) });

describe('whose turn it is', () => {
  test.each<[string, WayFacts, string, string | null, RegExp]>([
    ['details to be filled in', facts('REGISTERED'), 'GUARDIAN', '2026-06-01', /5 月 31 日 24:00 前提交/],
    ['draft', facts('DETAILS_DRAFTED'), 'GUARDIAN', '2026-06-01', /先后不影响/],
    ['identity pending', facts('SUBMITTED'), 'SYSTEM', null, /一般几分钟.*不需要您做什么/],
    [
      'identity not matched',
      facts('SUBMITTED', { identity: { status: 'FAILED', overdue: false } }),
      'DISTRICT',
      null,
      /人工核对.*010-6400 0001/,
    ],
    [
      'identity silent',
      facts('SUBMITTED', { identity: { status: 'PENDING', overdue: true } }),
      'SYSTEM',
      null,
      /比平时久/,
    ],
    ['under review', facts('IDENTITY_VERIFIED'), 'DISTRICT', '2026-06-11', /6 月 10 日 24:00 为止/],
    [
      'returned',
      facts('RETURNED', { returned: [item('RESIDENCE', '2026-05-25'), item('EMPLOYMENT', '2026-05-21')] }),
      'GUARDIAN',
      '2026-05-21',
      /5 月 20 日 24:00 前重新提交/,
    ],
    [
      'returned, and the earlier date is over',
      facts('RETURNED', { returned: [item('RESIDENCE', '2026-05-25'), item('EMPLOYMENT', '2026-05-10')] }),
      'GUARDIAN',
      '2026-05-25',
      /5 月 24 日 24:00 前重新提交/,
    ],
    [
      'returned without a date',
      facts('RETURNED', { returned: [{ kind: 'RESIDENCE', dueAt: null }] }),
      'GUARDIAN',
      null,
      /然后重新提交/,
    ],
    [
      'returned, and every date is over',
      facts('RETURNED', { returned: [item('RESIDENCE', '2026-05-10')] }),
      'GUARDIAN',
      null,
      /时间已经过了.*010-6400 0001/,
    ],
    [
      'rejected, with a second look open',
      facts('REJECTED', { appealDueAt: day('2026-05-19') }),
      'GUARDIAN',
      '2026-05-19',
      /申请复核一次/,
    ],
    ['rejected for good', facts('REJECTED'), 'NOBODY', null, /010-6400 0001/],
    [
      'rejected, and the second look is over',
      facts('REJECTED', { appealDueAt: day('2026-05-02') }),
      'NOBODY',
      null,
      /没有通过/,
    ],
    ['second look', facts('APPEALED'), 'DISTRICT', null, /复核/],
    [
      'approved, and the preregistration is over',
      facts('APPROVED', {
        phases: { SCHOOL_PREREGISTRATION: { opensAt: day('2026-04-01'), closesAt: day('2026-04-20') } },
      }),
      'GUARDIAN',
      null,
      /没有预登记，所以没有入学结果.*010-6400 0001/,
    ],
    ['approved before the form prints', facts('APPROVED'), 'NOBODY', '2026-06-01', /6 月 1 日 0:00 起打印/],
    ['preregistered', facts('PREREGISTERED'), 'DISTRICT', '2026-07-01', /7 月 1 日 0:00 起统一公布/],
    ['published', facts('ADMITTED', { resultPublished: true }), 'NOBODY', null, /已经公布/],
  ])('%s', (_name, given, holder, until, text) => {
    const turn = turnOf(given, NOW);
    expect(turn).toMatchObject({ holder, until: until && day(until) });
    expect(turn.text['zh-CN']).toMatch(text);
    expect(turn.text.en).not.toMatch(/undefined|null/);
  });

  test('once the form prints it is the family’s, until the schools close', () => {
    const turn = turnOf(facts('APPROVED'), day('2026-06-02'));
    expect(turn).toMatchObject({ holder: 'GUARDIAN', until: day('2026-06-16') });
  });

  test('before the window there is nothing to do, after it the district helps', () => {
    expect(turnOf(facts('REGISTERED'), day('2026-05-01'))).toMatchObject({
      holder: 'NOBODY',
      until: day('2026-05-06'),
    });
    expect(turnOf(facts('REGISTERED'), day('2026-06-01')).text['zh-CN']).toContain('010-6400 0001');
  });
});

describe('the steps', () => {
  test('are all there in order, with exactly one present until the result is out', () => {
    for (const stage of ['REGISTERED', 'SUBMITTED', 'APPROVED', 'PREREGISTERED'] as const) {
      const steps = stepsOf(facts(stage));
      expect(steps.map(({ kind }) => kind)).toEqual(STEP_KINDS);
      expect(steps.filter(({ state }) => state === 'NOW')).toHaveLength(1);
    }
    expect(stepsOf(facts('ADMITTED', { resultPublished: true })).every(({ state }) => state === 'DONE')).toBe(
      true,
    );
  });

  test('what was returned by the review leaves the identity verified', () => {
    const returned = facts('RETURNED', { identity: { status: 'PASSED', overdue: false } });
    expect(stepsOf(returned).map(({ state }) => state)).toEqual([
      'DONE',
      'NOW',
      'DONE',
      'NEXT',
      'NEXT',
      'NEXT',
      'NEXT',
    ]);
  });
});
