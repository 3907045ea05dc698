import type { HourOfLooks } from '@enrolment/rulebook/unusual.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type ExpressionBuilder } from 'kysely';
import { anyOf, tables, type Tables } from '../database/tables.js';

interface Sought {
  readonly since: Date;
  /** Null is the whole city. */
  readonly districts: readonly string[] | null;
}

type OfEntry = ExpressionBuilder<Tables & { e: Tables['audit_entry'] }, 'e'>;

/** How often each person has looked at whole numbers, hour by hour; of a list that was downloaded each record counts. */
export const hoursOfLooks = (em: EntityManager, sought: Sought): Promise<HourOfLooks[]> =>
  hoursOf(
    em,
    sought,
    // Word for word the condition of the index.
    ({ ref }) =>
      sql<boolean>`${ref('e.action')} in ('DOCUMENT_REVEALED', 'DOCUMENTS_REVEALED', 'ITEM_REVEALED', 'EXPORT_DOWNLOADED')`,
  );

/** How often each person has looked, as staff, at a record whose guardian she is. */
export const hoursOfOwnFamily = (em: EntityManager, sought: Sought): Promise<HourOfLooks[]> =>
  // Word for word the condition of the index.
  hoursOf(em, sought, ({ ref }) => sql<boolean>`(${ref('e.detail')} ->> 'ownFamily') is not null`);

async function hoursOf(
  em: EntityManager,
  { since, districts }: Sought,
  looks: (eb: OfEntry) => ReturnType<typeof sql<boolean>>,
): Promise<HourOfLooks[]> {
  const rows = await tables(em, 'read')
    .selectFrom('audit_entry as e')
    .select(({ fn, ref }) => [
      'e.actor',
      sql<Date>`date_trunc('hour', ${ref('e.at')})`.as('hour'),
      fn.sum<string>(sql<number>`coalesce((${ref('e.detail')} ->> 'total')::int, 1)`).as('looks'),
    ])
    .where(looks)
    .where('e.at', '>=', since)
    .$if(districts !== null, (query) => query.where('e.district', '=', anyOf(districts!)))
    .groupBy(['e.actor', 'hour'])
    .execute();
  return rows.map(({ actor, hour, looks: n }) => ({ actor, hour, looks: Number(n) }));
}
