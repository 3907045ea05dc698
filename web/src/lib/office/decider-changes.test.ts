import { expect, test } from '@jest/globals';
import {
  decidersAfter,
  deciderOf,
  GIVEABLE_PARTS,
  itemKey,
  type ItemDeciders,
} from '@enrolment/rulebook/joint-review.ts';
import { deciderChanges } from './decider-changes.ts';

const formOf = (now: ItemDeciders, chosen: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const item of GIVEABLE_PARTS) {
    form.set(`${itemKey(item)}.before`, deciderOf(now, item));
    form.set(itemKey(item), chosen[itemKey(item)] ?? deciderOf(now, item));
  }
  return form;
};
const standing: ItemDeciders = new Map(
  GIVEABLE_PARTS.filter(({ kind }) => kind === 'EMPLOYMENT').map((item) => [
    itemKey(item),
    'HUMAN_RESOURCES',
  ]),
);

test.each([
  [{}],
  [{ EMPLOYMENT: 'TAXATION' }],
  [{ 'EMPLOYMENT.OWN_BUSINESS': 'MARKET_REGULATION' }],
  [{ EMPLOYMENT: 'DISTRICT', 'EMPLOYMENT.MIXED': 'TAXATION', RESIDENCE: 'SUBDISTRICT' }],
])('what is saved is what the form shows: %j', (chosen) => {
  const form = formOf(standing, chosen);
  const changes = deciderChanges(form);
  expect(changes).toHaveLength(Object.keys(chosen).length);
  const after = decidersAfter(standing, changes);
  expect(GIVEABLE_PARTS.map((item) => deciderOf(after, item))).toEqual(
    GIVEABLE_PARTS.map((item) => form.get(itemKey(item))),
  );
});

test('what is no office is no change', () => {
  expect(deciderChanges(formOf(standing, { RESIDENCE: 'NOBODY' }))).toEqual([]);
});
