import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { School } from './school.entity.js';

export type SchoolLoader = DataLoader<string, School | null>;

/** Schools by code for one operation, in one statement. */
export const schoolLoader = (em: EntityManager): SchoolLoader =>
  new DataLoader(async (codes) => {
    const found = await em.find(School, { code: { $in: [...codes] } });
    return codes.map((code) => found.find((school) => school.code === code) ?? null);
  });
