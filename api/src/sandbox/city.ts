import { fileURLToPath } from 'node:url';
import type { EntityManager } from '@mikro-orm/postgresql';
import { District, Phase } from '../district/district.entity.js';
import { Season } from '../season/season.entity.js';
import { staffFile } from './identities.js';
import { readFiles, tell } from '../setup/main.js';
import type { SetupFile } from '../setup/setup.file.js';
import { setUp, type SetupOptions } from '../setup/setup.service.js';

const FOLDER = fileURLToPath(new URL('../../setup/sandbox/', import.meta.url));
const SEASON = '4-season.yaml';

/**
 * Sets up the sandbox's city from its files. What somebody has changed stays. Once no registration is open any more, the
 * season is laid out anew around today.
 */
export async function layCity(em: EntityManager, now: Date): Promise<void> {
  const files = [...readFiles([FOLDER]), staffFile()];
  const season = files.filter(({ name }) => name.endsWith(SEASON));
  const options = { apply: true, now, today: now, actor: { subject: 'sandbox', role: 'OPERATOR' } as const };
  const lay = async (which: typeof files, more: Partial<SetupOptions>) => {
    const report = await setUp(em, which, { ...options, ...more });
    if (report.mistakes.length > 0) throw new Error(tell(report));
  };
  if (!(await isRegistering(em.fork(), now))) {
    if ((await em.fork().count(District)) === 0) return lay(files, {});
    await lay(season, {});
  }
  const rest = files.filter((file) => !season.includes(file));
  await lay([await presentSeason(em.fork()), ...rest], { keep: true });
}

/** What is reviewed and asked belongs to a season, here the one that is there. */
async function presentSeason(em: EntityManager): Promise<SetupFile> {
  const [season] = await em.find(Season, { state: 'OPEN' }, { orderBy: { year: 'desc' }, limit: 1 });
  const { year, bornFrom, bornTo } = season!;
  const text = `season:\n  year: ${year}\n  bornFrom: ${bornFrom}\n  bornTo: ${bornTo}\n`;
  return { name: 'present-season.yaml', text };
}

const isRegistering = async (em: EntityManager, now: Date): Promise<boolean> => {
  const open = await em.count(Phase, {
    kind: 'REGISTRATION',
    opensAt: { $lte: now },
    closesAt: { $gt: now },
  });
  return open > 0 && open >= 3 * (await em.count(District));
};
