import type { EntityManager } from '@mikro-orm/postgresql';
import { anyOf, tables } from '../database/tables.js';

/** The admissions of records, as their district knows them. */
export const admissionsOf = (em: EntityManager, records: readonly string[]) =>
  tables(em)
    .selectFrom('admission as a')
    .select(['a.record', 'a.outcome', 'a.school', 'a.assignedSchool'])
    .where('a.record', '=', anyOf(records))
    .execute();
