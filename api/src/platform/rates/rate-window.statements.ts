import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../../database/tables.js';

export interface Bound {
  readonly keyIndex: Buffer;
  readonly most: number;
}

/**
 * Takes a place in the present window of what is counted, or begins the next one; false if there is none. The condition
 * stands in the upsert itself, so of any number of parallel calls only as many go through as there are places.
 */
export async function takeWindowPlace(
  em: EntityManager,
  { keyIndex, most }: Bound,
  { now, seconds }: { now: Date; seconds: number },
): Promise<boolean> {
  const start = new Date(now.getTime() - seconds * 1000);
  const taken = await tables(em)
    .insertInto('rate_window')
    .values({ keyIndex, windowStart: now, count: 1 })
    .onConflict((conflict) =>
      conflict
        .column('keyIndex')
        .doUpdateSet((eb) => {
          const over = eb('rate_window.windowStart', '<=', start);
          const [same, next] = [eb.ref('rate_window.windowStart'), eb('rate_window.count', '+', 1)];
          return {
            windowStart: eb.case().when(over).then(eb.ref('excluded.windowStart')).else(same).end(),
            count: eb.case().when(over).then(eb.ref('excluded.count')).else(next).end(),
          };
        })
        .where((eb) =>
          eb.or([eb('rate_window.windowStart', '<=', start), eb('rate_window.count', '<', most)]),
        ),
    )
    .returning('count')
    .execute();
  return taken.length === 1;
}
