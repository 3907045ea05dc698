import { expect, test } from '@jest/globals';
import type { SavedFilter } from '../records/filters.ts';
import { queryOf } from './views.ts';

const NONE: SavedFilter = {
  service: null,
  ground: null,
  stages: null,
  reviewItem: null,
  overdue: null,
  dueUntil: null,
  needsDecision: null,
  resubmitted: null,
  assignee: null,
  colleague: null,
  awaitsAnswer: null,
  nearDuplicate: null,
  correctionRequested: null,
  unreached: null,
  hukouProvince: null,
  subdistrict: null,
  school: null,
  registeredFrom: null,
  registeredTo: null,
};

test('a view of the queue is an address of the queue', () => {
  const saved: SavedFilter = {
    ...NONE,
    needsDecision: true,
    assignee: 'ME_OR_NOBODY',
    overdue: true,
    reviewItem: { kind: 'RESIDENCE', status: 'PENDING' },
  };
  expect(queryOf('QUEUE', saved)).toEqual({
    item: 'RESIDENCE',
    state: 'PENDING',
    overdue: '1',
    whose: null,
  });
  expect(queryOf('QUEUE', { ...NONE, needsDecision: true })).toEqual({ whose: 'all' });
  const colleague = '01890000-0000-7000-8000-000000000001';
  expect(queryOf('QUEUE', { ...NONE, needsDecision: true, colleague })).toEqual({ colleague, whose: 'all' });
  const today: SavedFilter = {
    ...NONE,
    needsDecision: true,
    assignee: 'ME_OR_NOBODY',
    overdue: false,
    dueUntil: '2026-06-10',
  };
  expect(queryOf('QUEUE', today)).toEqual({ overdue: '0', due: '2026-06-10', whose: null });
});

test('a view of the list is an address of the list', () => {
  const saved: SavedFilter = { ...NONE, stages: ['RETURNED'], registeredFrom: '2026-05-01', school: '0101' };
  expect(queryOf('LIST', saved)).toEqual({ stage: 'RETURNED', from: '2026-05-01', school: '0101' });
});

test('what the page has no field for cannot be opened there', () => {
  expect(queryOf('LIST', null)).toBeNull();
  expect(queryOf('LIST', { ...NONE, stages: ['RETURNED', 'APPROVED'] })).toBeNull();
  expect(queryOf('LIST', { ...NONE, awaitsAnswer: true })).toBeNull();
  expect(queryOf('QUEUE', { ...NONE, needsDecision: true, assignee: 'OTHERS' })).toBeNull();
  expect(queryOf('QUEUE', { ...NONE, overdue: true })).toBeNull();
});
