import { describe, expect, test } from '@jest/globals';
import { blocksOf, type Needs } from './form.ts';
import type { DetailsValues } from './values.ts';

const NEEDS: Needs = {
  CHILD: 'REQUIRED',
  HOUSEHOLD: 'REQUIRED',
  RESIDENCE: 'REQUIRED',
  GUARDIANS: 'REQUIRED',
  GROUND: 'NOT_ASKED',
  EMPLOYMENT: 'REQUIRED',
  RESIDENCE_PERMIT: 'REQUIRED',
  SUPPORT: 'NOT_ASKED',
};
const paths = (values: DetailsValues, needs = NEEDS) =>
  blocksOf(needs, values).flatMap(({ parts }) =>
    parts.flatMap(({ fields }) => fields.map(({ path }) => path)),
  );

describe('what the form asks', () => {
  test('of a home only the fields of its kind', () => {
    expect(paths({}).filter((path) => path.startsWith('residence.'))).toEqual([
      'residence.kind',
      'residence.subdistrict',
      'residence.address',
    ]);
    expect(paths({ 'residence.kind': 'RENTED' })).toContain('residence.leaseTo');
    expect(paths({ 'residence.kind': 'OWNED' })).not.toContain('residence.leaseTo');
    expect(
      paths({ 'residence.kind': 'OWNED' }).filter((path) => path === 'residence.certificateNumber'),
    ).toHaveLength(1);
  });

  test('of each guardian the employer only where there is one', () => {
    const asked = paths({ 'employments.FIRST.kind': 'EMPLOYED', 'employments.SECOND.kind': 'FLEXIBLE' });
    expect(asked).toContain('employments.FIRST.employerCreditCode');
    expect(asked).not.toContain('employments.SECOND.employerCreditCode');
  });

  test('of a second guardian who is not there nothing but why', () => {
    const asked = paths({ secondGuardian: 'no', 'employments.SECOND.kind': 'EMPLOYED' });
    expect(asked.filter((path) => /secondGuardian\.|SECOND/.test(path))).toEqual([]);
    expect(asked).toContain('noSecondGuardianReason');
    expect(paths({ secondGuardian: 'yes' })).not.toContain('noSecondGuardianReason');
  });

  test('nothing that this service, district or ground does not need', () => {
    const asked = paths({}, { ...NEEDS, EMPLOYMENT: 'NOT_ASKED', RESIDENCE_PERMIT: 'OPTIONAL' });
    expect(asked.some((path) => path.startsWith('employments'))).toBe(false);
    const [permit] = blocksOf({ ...NEEDS, RESIDENCE_PERMIT: 'OPTIONAL' }, {}).slice(-1);
    expect(permit!.parts[0]!.fields.every(({ optional }) => optional)).toBe(true);
  });
});
