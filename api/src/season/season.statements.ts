import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';

/**
 * A row of a larger statement: the season that whoever comes new registers for, as `presentSeason` of the rulebook has it.
 */
export const presentSeason = (db: Pick<Kysely<Tables>, 'selectFrom'>) =>
  db
    .selectFrom('season')
    .select(['year', 'bornFrom', 'bornTo'])
    .where('state', '<>', 'PLANNED')
    .orderBy((eb) => eb('state', '=', 'OPEN'), 'desc')
    .orderBy('year', 'desc')
    .limit(1);
