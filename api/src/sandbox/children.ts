import { randomInt } from 'node:crypto';
import { madeUpDocument } from './identities.js';

const DAY = 86_400_000;
const LAST = '甲乙丙丁戊己庚辛壬癸';

/** Made-up children of the season that is open, to try a registration with. */
export function makeChildren(count: number, season: { bornFrom: string; bornTo: string }) {
  const first = Date.parse(season.bornFrom);
  const days = (Date.parse(season.bornTo) - first) / DAY;
  return Array.from({ length: count }, () => {
    const birthDate = new Date(first + randomInt(0, days + 1) * DAY).toISOString().slice(0, 10);
    const male = randomInt(2) === 1;
    const region = `1399${String(randomInt(50, 100))}`;
    return {
      name: `测试${LAST[randomInt(LAST.length)]}`,
      documentType: 'RESIDENT_ID',
      documentNumber: madeUpDocument(region, birthDate, randomInt(0, 100), male),
      sex: male ? 'MALE' : 'FEMALE',
      birthDate,
    };
  });
}
