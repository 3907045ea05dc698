import { expect, test } from '@jest/globals';
import { readFilters, readOrder, readPage, toRecordFilter } from './filters.ts';

const DISTRICT = { place: { kind: 'DISTRICT', key: '01', district: '01' }, season: 2026 } as const;
const filterIn = (query: string) => toRecordFilter(readFilters(new URLSearchParams(query)), DISTRICT);

test('a form that was sent empty filters by place and season alone', () => {
  expect(filterIn('stage=&service=&item=&province=&subdistrict=+&from=&to=')).toEqual({
    district: '01',
    season: 2026,
  });
  expect(toRecordFilter({}, { place: { kind: 'CITY', key: 'city' }, season: null })).toEqual({});
});

test('every field of the form becomes a filter of the API', () => {
  const query =
    'stage=RETURNED&service=NON_LOCAL_HUKOU&ground=POSTDOCTORAL&item=RESIDENCE&state=PENDING&school=0101&again=1&province=130000&subdistrict=东直门&from=2026-05-01&to=2026-05-31&overdue=1&due=2026-06-10';
  expect(filterIn(query)).toEqual({
    district: '01',
    season: 2026,
    stages: ['RETURNED'],
    service: 'NON_LOCAL_HUKOU',
    ground: 'POSTDOCTORAL',
    school: '0101',
    resubmitted: true,
    reviewItem: { kind: 'RESIDENCE', status: 'PENDING' },
    hukouProvince: '130000',
    subdistrict: '东直门',
    registeredFrom: '2026-05-01',
    registeredTo: '2026-05-31',
    overdue: true,
    dueUntil: '2026-06-10',
  });
  expect(filterIn('overdue=0')).toMatchObject({ overdue: false });
});

test.each([
  'stage=KING',
  'service=x',
  'item=x',
  'province=1',
  'from=yesterday',
  'to=2026-13-99',
  'overdue=true',
  'due=today',
  'colleague=x',
])('what is no filter is left out: %s', (query) => {
  expect(filterIn(query)).toEqual({ district: '01', season: 2026 });
});

test('a person’s name or number in the address is no filter', () => {
  expect(filterIn('search=119999199003150529&q=测试')).toEqual({ district: '01', season: 2026 });
});

test('pages go by cursors, and one that is none begins at the beginning', () => {
  expect(readPage({ after: null, before: null })).toEqual({ first: 50 });
  expect(readPage({ after: 'abc', before: null })).toEqual({ first: 50, after: 'abc' });
  expect(readPage({ after: null, before: 'abc' })).toEqual({ last: 50, before: 'abc' });
  expect(readPage({ after: '<script>', before: '' })).toEqual({ first: 50 });
});

test('an unknown order is the newest first', () => {
  expect(readOrder('SUBMITTED_AT_ASC')).toBe('SUBMITTED_AT_ASC');
  expect(readOrder('RANDOM')).toBe('REGISTERED_AT_DESC');
});
