import type { ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';

export interface StandingSomewhere {
  readonly district: string;
  readonly service: ServiceKind;
  readonly stage: Stage;
  readonly records: number;
}

/** How many live records of a season stand where, in one district or in each; by the district of the home where that is asked. */
export async function countStandingIn(
  em: EntityManager,
  {
    season,
    district,
    byHome,
  }: { readonly season: number; readonly district: string | null; readonly byHome: boolean },
): Promise<StandingSomewhere[]> {
  const rows = await tables(em)
    .selectFrom('collection_record')
    .where('season', '=', season)
    .where('stage', '<>', 'WITHDRAWN')
    .$if(district !== null, (query) => query.where(byHome ? 'residenceDistrict' : 'district', '=', district!))
    .groupBy(['district', 'service', 'stage'])
    .select(({ fn }) => ['district', 'service', 'stage', fn.countAll<string>().as('records')])
    .execute();
  return rows.map((row) => ({ ...row, records: Number(row.records) }));
}
