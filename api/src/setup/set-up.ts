import type { EntityManager } from '@mikro-orm/postgresql';
import { Season } from '../season/season.entity.js';

/** The message at the start and at /readyz. */
export const NOT_SET_UP =
  'no season is open: run npm run setup -- --apply FILES, or openSeason for a planned one (docs/setup.md)';

/** Whether the city is set up. */
export const isSetUp = async (em: EntityManager): Promise<boolean> =>
  (await em.count(Season, { state: { $ne: 'PLANNED' } })) > 0;
