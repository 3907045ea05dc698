import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { CalendarKey } from '../calendar/windows.js';
import type { ReferenceData } from '../database/reference-data.js';
import type { DetailRequirement } from '../details/details.entity.js';
import type { ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import type { District, DistrictQuestion, Phase, Policy } from './district.entity.js';

interface Loader<Key, Found> {
  load(key: Key): Promise<Found>;
}

export interface DistrictLoaders {
  readonly byCode: Loader<string, District | null>;
  /** Of a season, by year and district: `2026/01`; the city's own by the year alone: `2026/`. */
  readonly policies: Loader<`${number}/${string}`, readonly Policy[]>;
  /** The calendar of a service in a season, in the order of opening; what it is found by is `calendarOf`. */
  readonly schedule: Loader<CalendarKey, readonly Phase[]>;
  /** By the same keys, from here on. What is asked. */
  readonly questions: Loader<CalendarKey, readonly DistrictQuestion[]>;
  /** What is asked, or was and may have been answered. */
  readonly everAsked: Loader<CalendarKey, readonly DistrictQuestion[]>;
  /** What the details form asks: the district's own rows and the common ones. */
  readonly requirements: Loader<CalendarKey, readonly DetailRequirement[]>;
  /** What is reviewed, in order. */
  readonly reviewed: Loader<CalendarKey, readonly ReviewRequirement[]>;
  /** The papers for it: of every district and ground. */
  readonly papers: Loader<CalendarKey, readonly ReviewPaper[]>;
}

/** A policy of one season is not shown in another; one that names none is shown in all. */
const isOfSeason = ({ season }: Policy, year: number): boolean => season == null || season === year;

function split(key: CalendarKey): [year: number, district: string, service: ServiceKind] {
  const [year, district, service] = key.split('/') as [string, string, ServiceKind];
  return [Number(year), district, service];
}

async function everAsked(reference: ReferenceData, key: CalendarKey): Promise<DistrictQuestion[]> {
  const [season, district, service] = split(key);
  return (await reference.questions()).filter(
    (one) => one.season === season && one.district === district && one.service === service,
  );
}

/** What belongs to a district, out of the reference data. */
export const districtLoaders = (reference: ReferenceData): DistrictLoaders => ({
  byCode: { load: async (code) => (await reference.districts()).get(code) ?? null },
  policies: {
    async load(key) {
      const [year, district] = key.split('/') as [year: string, district: string];
      return (await reference.policies()).filter(
        (policy) => (policy.district ?? '') === district && isOfSeason(policy, Number(year)),
      );
    },
  },
  schedule: { load: async (key) => (await reference.calendars()).get(key) ?? [] },
  questions: { load: async (key) => (await everAsked(reference, key)).filter(({ asked }) => asked) },
  everAsked: { load: (key) => everAsked(reference, key) },
  requirements: {
    async load(key) {
      const [season, district, service] = split(key);
      return (await reference.detailRequirements()).filter(
        (one) => one.season === season && (one.district ?? district) === district && one.service === service,
      );
    },
  },
  reviewed: { load: (key) => reference.reviewed(...split(key)) },
  papers: {
    async load(key) {
      const [season] = split(key);
      return (await reference.papers()).filter((paper) => paper.season === season);
    },
  },
});
