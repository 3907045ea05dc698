import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { windowsIn, windowsOf, type Windows } from '../calendar/windows.js';
import { prepared, type Places } from '../database/prepared.js';
import { firstOf } from '../database/tables.js';
import type { DataKey } from '../platform/keys.js';
import { peopleIn, selectPeople, type People } from '../record/people.js';

interface Withdrawing {
  readonly id: string;
  readonly season: number;
  readonly district: string;
  readonly service: ServiceKind;
}

const selectFacts = prepared((db, given: Places<Withdrawing>) =>
  selectPeople(db)
    .select((eb) => [
      windowsOf(given).as('windows'),
      eb
        .selectFrom('district as own')
        .select(({ ref }) => firstOf(ref('own.hotline')).as('hotline'))
        .where('own.code', '=', given.district)
        .as('hotline'),
    ])
    .where('c.record', '=', sql<string>`${given.id}::uuid`),
);

/**
 * Whose code confirms a withdrawal, and what the family is told. To be read under the record's lock: a correction may have
 * changed the phone until then, and a code to the phone of before confirms nothing.
 */
export async function withdrawalFacts(
  tx: EntityManager,
  { id, season, district, service }: Withdrawing,
  key: DataKey,
): Promise<{ people: People; windows: Windows; hotline: string }> {
  const rows = await selectFacts(tx, { id, season, district, service });
  const people = peopleIn(rows, key);
  return { people, windows: windowsIn(rows[0]!.windows), hotline: rows[0]!.hotline ?? '' };
}
