import { Lot } from './chance.js';

/** How many of a thousand children each of the 18 entries has. */
export const DISTRICTS: ReadonlyMap<string, number> = new Map([
  ['01', 42],
  ['02', 70],
  ['03', 155],
  ['04', 165],
  ['05', 95],
  ['06', 25],
  ['07', 18],
  ['08', 52],
  ['09', 88],
  ['10', 58],
  ['11', 75],
  ['12', 72],
  ['13', 14],
  ['14', 15],
  ['15', 18],
  ['16', 12],
  ['17', 5],
  ['18', 21],
]);

/** The provinces that children without Beijing hukou come from, each with its share of a thousand. */
export const PROVINCES_OF_ORIGIN = new Lot<string>([
  ['130000', 285],
  ['410000', 150],
  ['370000', 120],
  ['340000', 80],
  ['140000', 62],
  ['230000', 60],
  ['420000', 48],
  ['510000', 40],
  ['150000', 32],
  ['210000', 30],
  ['220000', 24],
  ['320000', 20],
  ['430000', 14],
  ['620000', 10],
  ['610000', 9],
  ['360000', 6],
  ['500000', 4],
  ['350000', 3],
  ['330000', 2],
  ['520000', 1],
]);

export const NATIONALITIES_OF_ORIGIN = new Lot<string>([
  ['US', 26],
  ['KR', 22],
  ['JP', 14],
  ['CA', 12],
  ['GB', 6],
  ['DE', 5],
  ['AU', 5],
  ['RU', 4],
  ['FR', 3],
  ['SG', 3],
]);
