import { expect, test } from '@jest/globals';
import { filterOf, readAsked } from './asked.ts';

const NOTHING = { kind: null, number: null, from: null, to: null };

test.each([
  ['', NOTHING],
  [
    'kind=LOOK&from=2026-05-01&to=2026-05-31',
    { ...NOTHING, kind: 'LOOK', from: '2026-05-01', to: '2026-05-31' },
  ],
  ['kind=king&from=2026-02-31&to=soon&number=1', NOTHING],
])('reads %j', (search, asked) => expect(readAsked(new URLSearchParams(search))).toEqual(asked));

test('a district asks for its own entries, the city for all', () => {
  const asked = readAsked(new URLSearchParams('kind=SETTING'));
  expect(filterOf(asked, { kind: 'DISTRICT', key: '01', district: '01' })).toMatchObject({ district: '01' });
  expect(filterOf(asked, { kind: 'CITY', key: 'city' })).toMatchObject({ district: null });
});
