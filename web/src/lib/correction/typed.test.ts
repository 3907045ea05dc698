import { expect, test } from '@jest/globals';
import { inputOf, typedIn } from './typed.ts';

test('what is left empty is not sent, a day is sent as one, and a hukou is emptied by its choice', () => {
  const form = new FormData();
  const fields = { childName: ' 测试 ', guardianName: 'NONE', hukouDistrict: 'NONE', sex: '' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [part, value] of Object.entries({ year: '2020', month: '3', day: '5' }))
    form.set(`birthDate.${part}`, value);
  const typed = typedIn(form, ['childName', 'guardianName', 'hukouDistrict', 'sex', 'birthDate']);
  expect(typed).toMatchObject({ childName: '测试', hukouDistrict: 'NONE', sex: '' });
  expect(inputOf(typed)).toEqual({
    childName: '测试',
    guardianName: 'NONE',
    hukouDistrict: '',
    birthDate: '2020-03-05',
  });
});
