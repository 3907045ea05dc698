import { expect, test } from '@jest/globals';
import { arranged } from './arranged.ts';

/** A small letter is half a page wide, a capital a whole page. */
const orderOf = (panels: string) =>
  arranged([...panels].map((name) => ({ name, wide: name === name.toUpperCase() })))
    .map(({ name }) => name)
    .join('');

test.each([
  ['abC', 'abC'],
  ['aBc', 'acB'],
  ['aBCdE', 'adBCE'],
  ['aB', 'aB'],
  ['Ab', 'Ab'],
  ['', ''],
])('%s is laid out as %s', (panels, laidOut) => {
  expect(orderOf(panels)).toBe(laidOut);
});
