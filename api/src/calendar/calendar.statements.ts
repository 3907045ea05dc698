import type { ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';

export interface Standing {
  readonly service: ServiceKind;
  readonly stage: Stage;
  readonly records: number;
}

/** How many live records of a district and season stand where, by service. */
export async function countStanding(
  em: EntityManager,
  district: string,
  season: number,
): Promise<Standing[]> {
  const rows = await tables(em)
    .selectFrom('collection_record')
    .where('district', '=', district)
    .where('season', '=', season)
    .where('stage', '<>', 'WITHDRAWN')
    .groupBy(['service', 'stage'])
    .select(({ fn }) => ['service', 'stage', fn.countAll<string>().as('records')])
    .execute();
  return rows.map(({ service, stage, records }) => ({ service, stage, records: Number(records) }));
}
