import { compact } from './text.js';

/** 信息采集编号: YYYY DD NNNNNNN C, the last one by ISO 7064 MOD 11,10. */
export function makeCollectionNumber(season: number, district: string, serial: number): string {
  const body = `${season}${district}${String(serial).padStart(7, '0')}`;
  if (!/^\d{13}$/.test(body)) throw new RangeError(`no collection number for serial ${serial}`);
  return body + checkDigit(body);
}

/** ISO 7064 MOD 11,10 */
export function checkDigit(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

export const normaliseCollectionNumber = compact;

export function isCollectionNumber(number: string): boolean {
  return /^\d{14}$/.test(number) && checkDigit(number.slice(0, 13)) === number[13];
}

/** As people read it: 2026 01 0000123 4 */
export function groupCollectionNumber(number: string): string {
  return number.replace(/^(\d{4})(\d{2})(\d{7})(\d)$/, '$1 $2 $3 $4');
}

/** The year of the season that a collection number belongs to. */
export const seasonOfNumber = (number: string): number => Number(number.slice(0, 4));

/** The entry code of the district that gave a collection number. */
export const districtOfNumber = (number: string): string => number.slice(4, 6);
