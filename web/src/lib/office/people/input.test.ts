import { expect, test } from '@jest/globals';
import { choicesFor, inputOf, lastDays, type RoleValues } from './input.ts';

const VALUES: RoleValues = {
  account: 'officer-09',
  name: '陈审核',
  role: 'DISTRICT_OFFICER',
  school: '0101',
  subdistricts: '东直门街道、北新桥， 和平里',
  department: 'HUMAN_RESOURCES',
  items: ['EMPLOYMENT'],
  beginsAt: '',
  endsAt: '2027-08-31',
};
const sent = (values: Partial<RoleValues>, district: string | null = '01') =>
  inputOf({ ...VALUES, ...values }, district, 'en');

test('a role holds to the end of its last day in Beijing, and is bound to what its kind is bound to', () => {
  expect(sent({})).toEqual({
    input: {
      account: 'officer-09',
      name: '陈审核',
      role: 'DISTRICT_OFFICER',
      district: '01',
      school: null,
      subdistricts: null,
      department: null,
      items: null,
      beginsAt: null,
      endsAt: '2027-08-31T16:00:00.000Z',
    },
  });
  expect(sent({ role: 'SCHOOL_REGISTRAR', beginsAt: '2027-03-01' })).toMatchObject({
    input: { district: '01', school: '0101', beginsAt: '2027-02-28T16:00:00.000Z' },
  });
  expect(sent({ role: 'SUBDISTRICT_OFFICER' })).toMatchObject({
    input: { school: null, subdistricts: ['东直门街道', '北新桥', '和平里'], department: null, items: null },
  });
  expect(sent({ role: 'DEPARTMENT_REVIEWER' })).toMatchObject({
    input: { subdistricts: null, department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] },
  });
  expect(sent({ role: 'MUNICIPAL_ADMIN' }, null)).toMatchObject({ input: { district: null, school: null } });
});

test('a day that is none, or no role, is told at its field', () => {
  const fields = (values: Partial<RoleValues>) => {
    const read = sent(values);
    return 'refusals' in read ? read.refusals.map(({ field }) => field) : [];
  };
  expect(fields({ account: '', role: null, endsAt: '' })).toEqual(['account', 'role', 'endsAt']);
  expect(fields({ beginsAt: '2027-02-30', endsAt: 'soon' })).toEqual(['beginsAt', 'endsAt']);
});

test('the last day that the page offers is one that the rule allows', () => {
  const { from, until } = lastDays('2026-12-01T02:00:00Z');
  expect([from, until]).toEqual(['2026-12-01', '2029-11-30']);
});

test('the form is for whoever gives a role there', () => {
  const admin = { role: 'DISTRICT_ADMIN', district: '01', school: null } as const;
  expect(choicesFor([admin], '01', '2026-12-01T02:00:00Z')?.roles).toEqual([
    'DISTRICT_OFFICER',
    'SCHOOL_REGISTRAR',
    'SUBDISTRICT_OFFICER',
    'DEPARTMENT_REVIEWER',
  ]);
  expect(choicesFor([admin], '02', '2026-12-01T02:00:00Z')).toBeNull();
});
