import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';
import { BEIJING, TAIWAN } from '@enrolment/rulebook/regions.js';
import type {
  DocumentType,
  Relation,
  ServiceKind,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { Chance, Lot, mixed } from './chance.js';
import {
  aChildsName,
  aFamilyName,
  aParentsName,
  aTongue,
  FOREIGN_TONGUE,
  type Sex,
  type Tongue,
} from './names.js';
import { DISTRICTS, NATIONALITIES_OF_ORIGIN, PROVINCES_OF_ORIGIN } from './places.js';

const DAY = 86_400_000;

interface Parent {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
  readonly relation: Relation;
}

/** What the children of one household have in common. */
export interface Family {
  readonly chance: Chance;
  readonly number: number;
  readonly lastSeason: boolean;
  readonly district: string;
  readonly service: ServiceKind;
  readonly ground: TreatedAsLocalGround | null;
  readonly tongue: Tongue;
  readonly surname: string;
  readonly nationality: string;
  readonly hukouProvince: string | null;
  readonly hukouDistrict: string | null;
  readonly residenceDistrict: string;
  /** The guardian who registers the child. */
  readonly first: Parent;
  readonly second: Parent | null;
}

export interface ChildOfFamily {
  readonly nationality: string;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly sex: Sex;
  readonly birthDate: string;
}

const SERVICES = new Lot<ServiceKind>([
  ['LOCAL_HUKOU', 56],
  ['NON_LOCAL_HUKOU', 35],
  ['TREATED_AS_LOCAL', 9],
]);

const GROUNDS = new Lot<TreatedAsLocalGround>([
  ['ONE_PARENT_LOCAL', 52],
  ['WORK_RESIDENCE_PERMIT', 25],
  ['MILITARY_RELOCATION', 6],
  ['FOREIGN_NATIONAL', 6],
  ['POSTDOCTORAL', 5],
  ['TAIWAN_COMPATRIOT', 3],
  ['OVERSEAS_CHINESE', 3],
]);

/** The share of registrations that are of the season before the present one. */
const LAST_SEASON = 0.45;
/** One in this many records is of a twin and comes right after the record of the other. */
const TWINS = 64;

/** The record whose family this one's child belongs to: the record itself, or for a twin the one before. */
export const leaderOf = (index: number): number => (index % TWINS === TWINS - 1 ? index - 1 : index);

/** Everything about the household of a record: the same for the same seed, whatever else is laid out. */
export function familyOf(seed: number, leader: number, focus: readonly string[] = []): Family {
  const chance = new Chance(seed, leader * 2);
  const lastSeason = chance.happens(LAST_SEASON);
  const drawn = chance.from(ALL_DISTRICTS);
  const district = focus.length > 0 && chance.happens(0.7) ? chance.of(focus) : drawn;
  const service = chance.from(SERVICES);
  const ground = service === 'TREATED_AS_LOCAL' ? chance.from(GROUNDS) : null;
  const foreign = ground === 'FOREIGN_NATIONAL';
  const tongue = foreign ? FOREIGN_TONGUE : aTongue(chance);
  const surname = aFamilyName(tongue, chance);
  const origin = { service, ground, district };
  const father = aParent('MALE', { leader, seed, tongue, surname, foreign }, chance);
  const mother = aParent(
    'FEMALE',
    { leader, seed, tongue, surname: aFamilyName(tongue, chance), foreign },
    chance,
  );
  const both = chance.happens(0.9);
  const [first, second] = chance.happens(0.62) ? [mother, father] : [father, mother];
  return {
    chance,
    number: leader,
    lastSeason,
    district,
    service,
    ground,
    tongue,
    surname,
    nationality: foreign ? chance.from(NATIONALITIES_OF_ORIGIN) : 'CN',
    ...homeOf(origin, chance),
    first: { ...first, phone: phoneOf(leader, 0) },
    second: both ? { ...second, phone: phoneOf(leader, 1) } : null,
  };
}

const ALL_DISTRICTS = new Lot(DISTRICTS);

/** 一(二)2: hukou or residence is in the chosen district. */
function homeOf(
  { service, ground, district }: Pick<Family, 'service' | 'ground' | 'district'>,
  chance: Chance,
): Pick<Family, 'hukouProvince' | 'hukouDistrict' | 'residenceDistrict'> {
  const other = chance.from(ALL_DISTRICTS);
  if (service === 'LOCAL_HUKOU') {
    const atHome = chance.happens(0.8);
    return {
      hukouProvince: BEIJING,
      hukouDistrict: district,
      residenceDistrict: atHome ? district : other,
    };
  }
  const province = chance.from(PROVINCES_OF_ORIGIN);
  const hukouProvince =
    ground === 'FOREIGN_NATIONAL' ? null : ground === 'TAIWAN_COMPATRIOT' ? TAIWAN : province;
  return { hukouProvince, hukouDistrict: null, residenceDistrict: district };
}

/** Children's numbers are of regions 119800 to 119899, parents' of 119700 to 119799: none was ever assigned. */
const CHILDRENS_REGION = 119_800;
const PARENTS_REGION = 119_700;
const SERIALS = 40_000;
/** It shares no divisor with the days of a year, so steps of this length meet each day once. */
const STRIDE = 101;

/**
 * A resident ID of a region that was never assigned, and the birth date in it. No two numbers are alike: those of one
 * region and serial fall on one day after the other.
 */
function madeUpNumber(of: {
  seed: number;
  index: number;
  region: number;
  from: string;
  days: number;
  sex: Sex;
  twin?: boolean;
}): { birthDate: string; number: string } {
  const place = of.index % SERIALS;
  const round = Math.floor(of.index / SERIALS);
  const day = (mixed(of.seed, place, of.region) + round * STRIDE) % of.days;
  const birthDate = new Date(Date.parse(of.from) + day * DAY).toISOString().slice(0, 10);
  const region = of.region + Math.floor(place / 400);
  const order = Math.floor((place % 400) / 4);
  const digit = (of.twin ? 4 : place % 4) * 2 + (of.sex === 'MALE' ? 1 : 0);
  const body = `${region}${birthDate.replaceAll('-', '')}${String(order).padStart(2, '0')}${digit}`;
  return { birthDate, number: body + residentIdCheckDigit(body) };
}

function aParent(
  sex: Sex,
  of: { leader: number; seed: number; tongue: Tongue; surname: string; foreign: boolean },
  chance: Chance,
): Omit<Parent, 'phone'> {
  const { leader, seed, foreign } = of;
  const given = { seed, index: leader, region: PARENTS_REGION, from: '1979-06-01', days: 6_200, sex };
  return {
    name: aParentsName(of.tongue, of.surname, sex, chance),
    documentType: foreign ? 'PASSPORT' : 'RESIDENT_ID',
    documentNumber: foreign
      ? `Z${sex === 'MALE' ? 'M' : 'F'}${String(leader).padStart(7, '0')}`
      : madeUpNumber(given).number,
    relation: sex === 'MALE' ? 'FATHER' : 'MOTHER',
  };
}

/** Numbers that begin with 154 belong to nobody; each comes once. */
const phoneOf = (family: number, parent: 0 | 1): string =>
  `154${String(((family * 2 + parent) * 61_803_399 + 20_261) % 100_000_000).padStart(8, '0')}`;

export function childOf(
  family: Family,
  { seed, index, season }: { seed: number; index: number; season: { bornFrom: string; bornTo: string } },
  chance: Chance,
): ChildOfFamily {
  const sex: Sex = chance.happens(0.52) ? 'MALE' : 'FEMALE';
  const days = Math.round((Date.parse(season.bornTo) - Date.parse(season.bornFrom)) / DAY) + 1;
  const { birthDate, number } = madeUpNumber({
    seed,
    index: family.number,
    region: CHILDRENS_REGION,
    from: season.bornFrom,
    days,
    sex,
    twin: index !== family.number,
  });
  return {
    nationality: family.nationality,
    name: aChildsName(family.tongue, family.surname, sex, chance),
    ...documentOf(family, index, number),
    sex,
    birthDate,
  };
}

function documentOf(
  { ground }: Family,
  index: number,
  residentId: string,
): Pick<ChildOfFamily, 'documentType' | 'documentNumber'> {
  const serial = String(index).padStart(7, '0');
  if (ground === 'FOREIGN_NATIONAL') return { documentType: 'PASSPORT', documentNumber: `ZC${serial}` };
  if (ground === 'TAIWAN_COMPATRIOT') return { documentType: 'TAIWAN_PERMIT', documentNumber: `0${serial}` };
  return { documentType: 'RESIDENT_ID', documentNumber: residentId };
}
