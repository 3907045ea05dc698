import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import type { KeyRing } from '../platform/keys.js';
import { Chance, mixed } from './chance.js';
import type { City } from './city.js';
import { childOf, familyOf, leaderOf } from './family.js';
import { detailsOf } from './home.js';
import { Life } from './life.js';
import { tell } from './story.js';

/** A plan of a city: records with the same seed and place in it are the same. */
export interface Plan {
  readonly seed: number;
  /** Districts that have most of the children; if none are named, every district has its own share. */
  readonly focus: readonly string[];
  /** The share of reviews in which something is not right at first. */
  readonly trouble: number;
}

/** A believable share of reviews in which something is returned or fails. */
export const USUAL_TROUBLE = 0.09;

/** The service's own serials begin at 1 and never come this far. */
const FIRST_SERIAL = 5_000_000;
export const MOST_RECORDS = 4_900_000;

const FIRST_TIME = 0x0190_0000_0000;

/** The id of a record; ids are in the order of the records, like those that the service makes. */
export function idOf(seed: number, index: number): string {
  const time = (FIRST_TIME + index).toString(16).padStart(12, '0');
  const [one, two] = [mixed(seed, index, 11), mixed(seed, index, 12)].map((word) =>
    word.toString(16).padStart(8, '0'),
  ) as [string, string];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-8${one.slice(3, 6)}-${one.slice(6)}${two}${mixed(seed, index).toString(16).padStart(8, '0').slice(0, 2)}`;
}

/** The place of a record in its city, whatever the seed. */
export const placeOf = (id: string): number => parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - FIRST_TIME;

/** The person who registered a record, as an identity provider would call them. */
export const MADE_UP = 'made-up-family-';
const subjectOf = (index: number): string => `${MADE_UP}${leaderOf(index)}`;

/** The life of one record; null where its district registers nobody. */
export function liveRecord(
  index: number,
  { seed, focus, trouble }: Plan,
  city: City,
  keys: KeyRing,
): Life | null {
  const family = familyOf(seed, leaderOf(index), focus);
  const chance = new Chance(seed, index * 2 + 1);
  const { district, service, ground } = family;
  const season = city.season(family.lastSeason);
  const at = city.arrivalsAt(season.year, district, service)?.draw(chance);
  if (!at) return null;
  const child = childOf(family, { seed, index, season }, chance);
  const number = makeCollectionNumber(season.year, district, FIRST_SERIAL + index);
  const calendar = city.calendar(season.year, district, service);
  const given = {
    id: idOf(seed, index),
    number,
    season: season.year,
    service,
    ground,
    district,
    residence: family,
    consent: { noticeVersion: city.noticeOf(service), privacyPolicyVersion: city.noticeOf('PRIVACY') },
    registeredBy: subjectOf(index),
    attempt: { key: chance.uuid(), hash: chance.bytes(32) },
    at,
    language: chance.happens(0.97) ? ('zh-CN' as const) : ('en' as const),
  };
  const slot = index === leaderOf(index) ? 1 : 2;
  const life = new Life(given, keys, family, child, calendar, chance, slot);
  tell(life, at, {
    chance,
    calendar,
    isWorkingDay: city.isWorkingDay,
    until: city.untilOf(season.year),
    over: family.lastSeason,
    trouble,
    details: detailsOf(
      family,
      child,
      season.year,
      city.askedOf(district, service, ground),
      city.homesIn(family.residenceDistrict),
    ),
    items: city.itemsOf(district, service),
    schools: city.schools(district),
    publication: mixed(seed, Number(district), service.length) / 4_294_967_296 / 4,
  });
  life.seal();
  return life;
}
