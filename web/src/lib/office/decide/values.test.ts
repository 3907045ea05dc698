import { expect, test } from '@jest/globals';
import { RETURN_TEXTS } from '@enrolment/rulebook/return-texts.ts';
import { endOf } from '../days.ts';
import { asWritten, kindIn, typedIn } from './values.ts';

const TEXTS = RETURN_TEXTS.RESIDENCE.map(({ key, name, reason, remedy }) => ({
  key,
  kind: 'RESIDENCE' as const,
  name: name.en,
  reason,
  remedy,
}));

const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

test('a common text that was chosen fills what is empty, and never what was written', () => {
  expect(typedIn(formOf({ template: 'LEASE_OVER', reason: ' ' }), TEXTS).reason).toBe('租赁合同的租期已到。');
  const own = typedIn(formOf({ template: 'LEASE_OVER', reason: '租期写错了', due: '2026-05-29' }), TEXTS);
  expect(own).toMatchObject({ reason: '租期写错了', due: '2026-05-29' });
  expect(own.remedy).toContain('续签');
  expect(typedIn(formOf({ template: 'x' }), TEXTS)).toEqual({ reason: '', remedy: '', due: '' });
});

test('a common text of a preview gives way to another that is chosen', () => {
  const [first, second] = TEXTS;
  const { key: template, reason, remedy } = second!;
  const shown = { reason: first!.reason, remedy: first!.remedy };
  expect(reason).not.toBe(first!.reason);
  expect(typedIn(formOf({ ...shown, template }), TEXTS)).toMatchObject({ reason, remedy });
  expect(typedIn(formOf(shown), TEXTS)).toMatchObject(shown);
  const own = { reason: '租期写错了', remedy: first!.remedy, template };
  expect(typedIn(formOf(own), TEXTS)).toMatchObject({ reason: own.reason, remedy });
});

test('with scripts what was taken out of a common text does not come back', () => {
  const form = formOf({ template: 'LEASE_OVER', reason: '租赁合同的租期已到。', remedy: '' });
  asWritten(form);
  expect(typedIn(form, TEXTS)).toMatchObject({ reason: '租赁合同的租期已到。', remedy: '' });
});

test('until a day is until its end in Beijing; what is no day is none', () => {
  expect(endOf('2026-05-29')).toEqual(new Date('2026-05-29T16:00:00Z'));
  expect(['', 'soon', '2026-13-40', '2026-02-31'].map(endOf)).toEqual([null, null, null, null]);
});

test('a kind is a known one', () => {
  expect(kindIn(formOf({ kind: 'RESIDENCE' }))).toBe('RESIDENCE');
  expect(kindIn(formOf({ kind: 'KING' }))).toBeUndefined();
});
