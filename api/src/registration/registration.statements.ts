import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { windowsOf } from '../calendar/windows.js';
import { prepared, type Places } from '../database/prepared.js';
import { firstOf, tables } from '../database/tables.js';
import { presentSeason } from '../season/season.statements.js';
import { isVoid, type AskedCodes } from '../sms-code/sms-code.statements.js';

interface FactsSought extends AskedCodes {
  /** The code was right: whoever asks holds the phone. */
  readonly proven: boolean;
  readonly documentIndex: Buffer;
  readonly district: string;
  readonly service: ServiceKind;
  readonly attemptKey: string;
  /** In which language the family is told. */
  readonly english: boolean;
}

/**
 * Everything that the rulebook needs. It runs after the try was counted, and so after the wait for others who register on
 * the same phone: it sees what they left. What others have registered is looked up only for whoever holds the phone.
 * Otherwise any list of numbers could be tested, by the answer or by the time that it takes. The asker's own registrations
 * (the first few) are told in any case; they are found by the asker, not by what is asked for.
 */
export const gatherFacts = prepared((db, sought: Places<FactsSought>) => {
  const { proven, subject, district, service } = sought;
  return db
    .with('present', (cte) => presentSeason(cte))
    .with(
      (name) => name('mine').materialized(),
      (cte) =>
        cte
          .selectFrom('collection_record')
          .select('id')
          .where('registeredBy', '=', subject)
          .where(sql<boolean>`not ${proven}::boolean`)
          .limit(20),
    )
    .selectFrom('present')
    .select((eb) => {
      const registered = eb
        .selectFrom('child as c')
        .innerJoin('collection_record as r', 'r.id', 'c.record')
        .where(sql<boolean>`${proven}::boolean`)
        .whereRef('c.season', '=', 'present.year')
        .where('c.documentIndex', '=', sought.documentIndex);
      return [
        'present.year as season',
        'present.bornFrom',
        'present.bornTo',
        isVoid(sought).as('codeVoid'),
        eb
          .or([
            eb.exists(registered.where('r.registeredBy', '=', subject).select('r.id')),
            eb.exists(
              eb
                .selectFrom('mine')
                .innerJoin('child as m', 'm.record', 'mine.id')
                .whereRef('m.season', '=', 'present.year')
                .where('m.documentIndex', '=', sought.documentIndex)
                .select('mine.id'),
            ),
          ])
          .as('documentOwn'),
        eb.exists(registered.where('r.registeredBy', '<>', subject).select('r.id')).as('documentOfOthers'),
        eb
          .selectFrom('guardian as g')
          .where(sql<boolean>`${proven}::boolean`)
          .where('g.phoneIndex', '=', sought.phoneIndex)
          .whereRef('g.season', '=', 'present.year')
          .where('g.phoneSlot', 'is not', null)
          .select((g) => g.fn.agg<number[] | null>('array_agg', ['g.phoneSlot']).as('slots'))
          .as('slotsUsed'),
        windowsOf({ season: eb.ref('present.year'), district, service }).as('windows'),
        eb
          .selectFrom('notice_text as n')
          .where('n.kind', '=', 'PRIVACY')
          .where('n.publishedAt', '<=', sought.now)
          .orderBy('n.publishedAt', 'desc')
          .orderBy('n.version', 'desc')
          .limit(1)
          .select('n.version')
          .as('privacyPolicyVersion'),
        eb
          .selectFrom('district as d')
          .select((d) => d.fn.agg<string[]>('array_agg', ['d.code']).as('codes'))
          .as('districts'),
        eb
          .selectFrom('district as own')
          .where('own.code', '=', district)
          .select(({ ref }) => firstOf(ref('own.hotline')).as('hotline'))
          .as('hotline'),
        eb
          .selectFrom('message_sentence as s')
          .whereRef('s.season', '=', 'present.year')
          .where('s.district', '=', district)
          .where('s.kind', '=', 'REGISTERED')
          .select(({ ref }) =>
            sql<string>`case when ${sought.english}::boolean then ${ref('s.textEn')} else ${ref('s.text')} end`.as(
              'sentence',
            ),
          )
          .as('sentence'),
        eb
          .exists(
            eb
              .selectFrom('collection_record as a')
              .where('a.attemptKey', '=', sought.attemptKey)
              .select('a.id'),
          )
          .as('attemptKnown'),
      ];
    });
});

/**
 * The next number of a season and district, drawn once nothing speaks against the registration. Whoever still loses, by a
 * constraint, gives it back with the rest of the transaction: until then the district's next registration waits.
 */
export async function drawSerial(tx: EntityManager, season: number, district: string): Promise<number> {
  const { last } = await tables(tx)
    .insertInto('collection_serial')
    .values({ season, district, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['season', 'district'])
        .doUpdateSet((eb) => ({ last: eb('collection_serial.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
