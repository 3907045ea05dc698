import type { HourOfLooks } from '@enrolment/rulebook/unusual.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { anyOf, tables } from '../database/tables.js';

/**
 * How often each person has looked at whole numbers, hour by hour, by the index of these entries; of a list that was downloaded
 * each record counts. null is the whole city.
 */
export async function hoursOfLooks(
  em: EntityManager,
  { since, districts }: { since: Date; districts: readonly string[] | null },
): Promise<HourOfLooks[]> {
  const rows = await tables(em, 'read')
    .selectFrom('audit_entry as e')
    .select(({ fn, ref }) => [
      'e.actor',
      sql<Date>`date_trunc('hour', ${ref('e.at')})`.as('hour'),
      fn.sum<string>(sql<number>`coalesce((${ref('e.detail')} ->> 'total')::int, 1)`).as('looks'),
    ])
    // Word for word the condition of the index.
    .where(
      ({ ref }) =>
        sql<boolean>`${ref('e.action')} in ('DOCUMENT_REVEALED', 'DOCUMENTS_REVEALED', 'ITEM_REVEALED', 'EXPORT_DOWNLOADED')`,
    )
    .where('e.at', '>=', since)
    .$if(districts !== null, (query) => query.where('e.district', '=', anyOf(districts!)))
    .groupBy(['e.actor', 'hour'])
    .execute();
  return rows.map(({ actor, hour, looks }) => ({ actor, hour, looks: Number(looks) }));
}
