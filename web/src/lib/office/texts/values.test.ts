import { expect, test } from '@jest/globals';
import { merged } from '../merged.ts';
import { inputOf, valuesIn, valuesOf } from './values.ts';

const NOW = {
  name: '租期',
  nameEn: '',
  reason: '租期已到。',
  reasonEn: '',
  remedy: '请续签。',
  remedyEn: '',
};

test('what is empty is sent as absent', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(NOW)) form.set(name, value);
  expect(inputOf(valuesIn(form))).toEqual({
    name: '租期',
    nameEn: null,
    reason: '租期已到。',
    reasonEn: null,
    remedy: '请续签。',
    remedyEn: null,
  });
  expect(valuesOf(null).reason).toBe('');
});

test('whoever is told of a colleague keeps her own words, and the colleague’s where she has none', () => {
  const typed = { ...NOW, reason: '租赁合同到期。' };
  const meanwhile = { ...NOW, reason: '租约到期。', nameEn: 'Lease is over' };
  expect(merged(typed, NOW, meanwhile)).toEqual({
    ...NOW,
    reason: '租赁合同到期。',
    nameEn: 'Lease is over',
  });
});
