import { expect, test } from '@jest/globals';
import type { SimulationQuery } from '@enrolment/schema/client';
import { sheetsOf, totalOf } from './sheets.ts';

type District = NonNullable<NonNullable<SimulationQuery['simulation']>['results']>[number];

const of = (name: string, young: number, undeclared: number): District => ({
  district: { code: '01', name },
  live: 10,
  affected: young,
  undeclared,
  byStage: [
    { stage: 'REGISTERED', live: 4, affected: young },
    { stage: 'SUBMITTED', live: 6, affected: 0 },
  ],
  byReason: [
    { reason: 'TOO_YOUNG', affected: young },
    { reason: 'TOO_OLD', affected: 0 },
  ],
});
const districts = [of('东城区', 2, 3), of('西城区', 0, 5)];

test('reasons that do not occur have no column; with a cut-off the undated ones have one', () => {
  const [byDistrict, byStage] = sheetsOf(districts, { cutOff: true });
  expect(byDistrict!.sheet.rows).toEqual([
    ['东城区', 10, 2, 2, 3],
    ['西城区', 10, 0, 0, 5],
  ]);
  expect(byDistrict!.sheet.total!.slice(1)).toEqual([20, 2, 2, 8]);
  expect(byStage!.sheet.rows.map((row) => row.slice(1))).toEqual([
    [8, 2],
    [12, 0],
  ]);
  expect(totalOf(districts)).toEqual({ live: 20, affected: 2, undeclared: 8 });
});

test('one district has no line of totals, and without a cut-off nothing is undated', () => {
  const [byDistrict] = sheetsOf([of('东城区', 0, 0)], { cutOff: false });
  expect(byDistrict!.sheet.rows).toEqual([['东城区', 10, 0]]);
  expect(byDistrict!.sheet.total).toBeNull();
});
