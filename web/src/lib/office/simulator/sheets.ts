import type { SimulationQuery } from '@enrolment/schema/client';
import { reasonName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Sheet } from '../sheet.ts';

type District = NonNullable<NonNullable<SimulationQuery['simulation']>['results']>[number];

export interface ResultSheet {
  /** Its name in the address of its file. */
  id: 'districts' | 'stages';
  title: string;
  sheet: Sheet;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** All districts together. */
export const totalOf = (districts: readonly District[]) => ({
  live: sum(districts.map(({ live }) => live)),
  affected: sum(districts.map(({ affected }) => affected)),
  undeclared: sum(districts.map(({ undeclared }) => undeclared)),
});

/** The tables of a result: by district with the reasons that occur, and by stage. */
export function sheetsOf(districts: readonly District[], { cutOff }: { cutOff: boolean }): ResultSheet[] {
  return [byDistrict(districts, cutOff), byStage(districts)];
}

function byDistrict(districts: readonly District[], cutOff: boolean): ResultSheet {
  const counted = (district: District) => new Map(district.byReason.map((one) => [one.reason, one.affected]));
  const reasons = (districts[0]?.byReason ?? [])
    .map(({ reason }) => reason)
    .filter((reason) => districts.some((district) => counted(district).get(reason)));
  const numbersOf = (district: District) => [
    district.live,
    district.affected,
    ...reasons.map((reason) => counted(district).get(reason) ?? 0),
    ...(cutOff ? [district.undeclared] : []),
  ];
  const lines = districts.map(numbersOf);
  return {
    id: 'districts',
    title: m.office_sim_by_district(),
    sheet: {
      columns: [
        m.office_district_word(),
        m.office_sim_live(),
        m.office_sim_affected(),
        ...reasons.map(reasonName),
        ...(cutOff ? [m.office_sim_undeclared()] : []),
      ],
      rows: districts.map(({ district }, index) => [district.name, ...lines[index]!]),
      total:
        districts.length > 1
          ? [m.office_sim_all(), ...lines[0]!.map((_, column) => sum(lines.map((line) => line[column]!)))]
          : null,
    },
  };
}

function byStage(districts: readonly District[]): ResultSheet {
  const stages = (districts[0]?.byStage ?? []).map(({ stage }, place) => ({
    stage,
    live: sum(districts.map(({ byStage: all }) => all[place]!.live)),
    affected: sum(districts.map(({ byStage: all }) => all[place]!.affected)),
  }));
  return {
    id: 'stages',
    title: m.office_sim_by_stage(),
    sheet: {
      columns: [m.office_stage(), m.office_sim_live(), m.office_sim_affected()],
      rows: stages.map(({ stage, live, affected }) => [stageName(stage), live, affected]),
    },
  };
}
