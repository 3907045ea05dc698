import { expect, test } from '@jest/globals';
import { openElsewhere } from './elsewhere.ts';

const NOW = '2026-05-10T04:00:00Z';
const registration = (open: boolean) => [
  {
    kind: 'REGISTRATION' as const,
    opensAt: '2026-05-01T00:00:00+08:00',
    closesAt: open ? '2026-06-01T00:00:00+08:00' : '2026-05-09T00:00:00+08:00',
    open,
  },
];
const district = (code: string, nonLocal: boolean, treatedAsLocal: boolean, local: boolean) => ({
  code,
  name: code,
  nonLocalHukou: registration(nonLocal),
  treatedAsLocal: registration(treatedAsLocal),
  localHukou: registration(local),
});
const CITY = {
  now: NOW,
  districts: [
    district('01', true, true, false),
    district('02', false, false, false),
    district('03', true, true, true),
  ],
};

test('each service has the districts where it can itself be registered for', () => {
  expect(openElsewhere(CITY, ['LOCAL_HUKOU'])).toEqual([
    { services: ['LOCAL_HUKOU'], districts: [{ code: '03', name: '03' }] },
  ]);
  expect(openElsewhere(CITY, ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'])).toMatchObject([
    { services: ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL'], districts: [{ code: '01' }, { code: '03' }] },
    { services: ['LOCAL_HUKOU'], districts: [{ code: '03' }] },
  ]);
});

test('a service that no district registers for has none', () => {
  expect(
    openElsewhere({ now: NOW, districts: [district('02', false, false, false)] }, ['LOCAL_HUKOU']),
  ).toEqual([{ services: ['LOCAL_HUKOU'], districts: [] }]);
});
