import { expect, test } from '@jest/globals';
import { papersFor, type Paper } from './papers.js';

type Named = Paper & { readonly label: string };
const PAPERS: readonly Named[] = [
  { label: 'lease', kind: 'RESIDENCE' },
  { label: 'tax receipt', kind: 'RESIDENCE', district: '04', service: 'NON_LOCAL_HUKOU' },
  { label: 'notice of the city', kind: 'GROUND' },
  { label: 'postdoctoral certificate', kind: 'GROUND', ground: 'POSTDOCTORAL' },
];
const shown = (
  ...asked: Parameters<typeof papersFor<Named>> extends [unknown, ...infer Rest] ? Rest : never
) => papersFor(PAPERS, ...asked).map(({ label }) => label);

test('a district with papers of its own for an item has those instead of the common ones, for that service alone', () => {
  const whose = { service: 'NON_LOCAL_HUKOU', ground: null } as const;
  expect(shown('RESIDENCE', { ...whose, district: '01' })).toEqual(['lease']);
  expect(shown('RESIDENCE', { ...whose, district: '04' })).toEqual(['tax receipt']);
  expect(shown('RESIDENCE', { ...whose, service: 'LOCAL_HUKOU', district: '04' })).toEqual(['lease']);
});

test('the papers of a ground are for whoever has that ground', () => {
  const whose = { district: '01', service: 'TREATED_AS_LOCAL' } as const;
  expect(shown('GROUND', { ...whose, ground: 'POSTDOCTORAL' })).toEqual([
    'notice of the city',
    'postdoctoral certificate',
  ]);
  expect(shown('GROUND', { ...whose, ground: 'ONE_PARENT_LOCAL' })).toEqual(['notice of the city']);
  expect(shown('GROUND', { ...whose, ground: null })).toEqual(['notice of the city']);
  expect(shown('EMPLOYMENT', { ...whose, ground: null })).toEqual([]);
});
