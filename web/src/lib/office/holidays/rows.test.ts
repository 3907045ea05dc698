import { expect, test } from '@jest/globals';
import { beforeOf, changedIn, changeOf, rowsOf, type Row } from './rows.ts';

const LABOUR = {
  name: '劳动节',
  nameEn: 'Labour Day',
  from: '2026-05-01',
  to: '2026-05-05',
  worked: ['2026-05-09'],
};
const NEW_YEAR = { name: '元旦', nameEn: 'New Year’s Day', from: '2026-01-01', to: '2026-01-03', worked: [] };

/** The form as the page sends it, with what is typed over its rows. */
function formOf(rows: ReturnType<typeof rowsOf>, typed: Record<number, object> = {}): FormData {
  const form = new FormData();
  form.set('rows', String(rows.length));
  for (const [at, { known, before, values }] of rows.entries()) {
    form.set(`${at}.known`, known);
    form.set(`${at}.before`, before);
    for (const [field, value] of Object.entries({ ...values, ...typed[at] }))
      form.set(`${at}.${field}`, value);
  }
  return form;
}

test('only what was typed otherwise is sent', () => {
  const rows = rowsOf([NEW_YEAR, LABOUR]);
  expect(rows).toHaveLength(4);
  expect(changedIn(formOf(rows))).toEqual([]);
  const typed = changedIn(formOf(rows, { 1: { worked: '2026-05-09、2026-04-26' }, 2: { name: '端午节' } }));
  expect(typed.map(({ known }) => known)).toEqual(['劳动节', '']);
  expect(changeOf(typed)).toEqual({
    holidays: [
      { ...LABOUR, worked: ['2026-05-09', '2026-04-26'] },
      { name: '端午节', nameEn: '', from: '', to: '', worked: [] },
    ],
    removed: [],
  });
});

test('an emptied row goes, and a renamed one goes and comes', () => {
  const gone = { name: '', nameEn: '', from: '', to: '', worked: '' };
  const typed = changedIn(formOf(rowsOf([NEW_YEAR, LABOUR]), { 0: gone, 1: { name: '五一' } }));
  expect(changeOf(typed)).toEqual({ holidays: [{ ...LABOUR, name: '五一' }], removed: ['元旦', '劳动节'] });
});

test('after a refusal what was typed stands there, with its refusal, beside what a colleague has changed', () => {
  const typed: Row[] = [
    { known: '元旦', values: { name: '', nameEn: '', from: '', to: '', worked: '' } },
    { known: '', values: { name: '端午节', nameEn: '', from: '2026-06-19', to: '', worked: '' } },
  ];
  const refusal = {
    rule: 'required',
    code: 'REQUIRED',
    field: 'holidays.0.nameEn',
    message: '',
    clause: null,
    wayOut: null,
  };
  const rows = rowsOf([NEW_YEAR, { ...LABOUR, to: '2026-05-04' }], typed, [refusal as never]);
  expect(rows.map(({ known }) => known)).toEqual(['元旦', '劳动节', '', '', '']);
  expect(rows[0]!.values.name).toBe('');
  expect(rows[0]!.before).toBe(beforeOf({ ...NEW_YEAR, worked: '' }));
  expect(rows[1]!.values.to).toBe('2026-05-04');
  expect(rows[2]).toMatchObject({ values: { name: '端午节' }, refusals: [{ field: '2.nameEn' }] });
});
