import { describe, expect, test } from '@jest/globals';
import { detailsOf, pathsOfForm, readDetails, valuesOf } from './values.ts';

const VALUES = {
  ethnicity: '01',
  'household.kind': 'FAMILY',
  'employments.SECOND.kind': 'FLEXIBLE',
  'secondGuardian.name': '测试爸',
  'secondGuardian.documentType': 'RESIDENT_ID',
  noSecondGuardianReason: '单亲',
  'answers.METRO': '是',
};

describe('values of the form and details', () => {
  test('say the same thing both ways', () => {
    const values = { ...VALUES, secondGuardian: 'yes' };
    const { noSecondGuardianReason: _, ...told } = values;
    expect(valuesOf(detailsOf(values))).toEqual(told);
  });

  test('of the second guardian and the reason why there is none, what was said last is sent', () => {
    expect(detailsOf({ ...VALUES, secondGuardian: 'yes' }).noSecondGuardianReason).toBeNull();
    expect(detailsOf({ ...VALUES, secondGuardian: 'no' }).secondGuardian).toBeNull();
    const untold = detailsOf(VALUES);
    expect([untold.secondGuardian?.name, untold.noSecondGuardianReason]).toEqual(['测试爸', '单亲']);
  });

  test('a path from elsewhere changes nothing but what it names', () => {
    const paths = [
      'a.__proto__.FIRST',
      '__proto__.FIRST.a',
      'employments.__proto__.kind',
      'constructor.prototype.kind',
    ];
    const sent = JSON.parse(`{${paths.map((path) => `"${path}":"EMPLOYED"`).join()}}`) as Record<
      string,
      string
    >;
    expect(detailsOf(sent)).toEqual(detailsOf({}));
    for (const name of ['FIRST', 'a', 'kind']) expect(({} as Record<string, unknown>)[name]).toBeUndefined();
  });

  test('nothing typed is nothing', () => {
    expect(valuesOf(null)).toEqual({});
    expect(detailsOf({ ethnicity: '', 'household.address': ' ' })).toEqual(detailsOf({}));
  });

  test('what a page did not show stays as it was; what was emptied there is empty', () => {
    const form = new FormData();
    form.set('household.kind', 'COLLECTIVE');
    form.set('ethnicity', '');
    form.set('residence.leaseTo.year', '2027');
    form.set('residence.leaseTo.month', '5');
    form.set('residence.leaseTo.day', '1');
    form.set('nobody.asked', 'x');
    expect(readDetails(form, VALUES, pathsOfForm([{ key: 'METRO' }]))).toEqual({
      ...VALUES,
      ethnicity: '',
      'household.kind': 'COLLECTIVE',
      'residence.leaseTo': '2027-05-01',
    });
  });
});
