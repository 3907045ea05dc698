import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import { prepared, type Places } from '../database/prepared.js';
import { anyFound, anyOf, tables, type Tables } from '../database/tables.js';
import type { CollectionRecord } from './record.entity.js';
import { childBeside, guardiansBeside } from './people-beside.js';
import {
  actedOnWithin,
  handledBy,
  namesViewer,
  ownOf,
  viewerRelation,
  visibleTo,
  type ReachValues,
} from './access.predicates.js';

/** A record and the three facts that decide what its family may know of it (record/visibility.ts). */
export const selectRecords = (db: Kysely<Tables>) =>
  db
    .selectFrom('collection_record as r')
    .select([
      'r.id',
      'r.number',
      'r.season',
      'r.service',
      'r.ground',
      'r.district',
      'r.hukouProvince',
      'r.hukouDistrict',
      'r.residenceDistrict',
      'r.residenceSubdistrict',
      'r.stage',
      'r.stageSince',
      'r.version',
      'r.revision',
      'r.registeredBy',
      'r.keyId',
      'r.wrappedKey',
      'r.noticeVersion',
      'r.privacyPolicyVersion',
      'r.registeredAt',
      'r.submittedAt',
      'r.updatedAt',
      'r.language',
    ])
    .select((eb) => [
      eb
        .selectFrom('identity_check as i')
        .select('i.status')
        .whereRef('i.record', '=', 'r.id')
        .as('identityStatus'),
      eb
        .selectFrom('admission as a')
        .select('a.publishedAt')
        .whereRef('a.record', '=', 'r.id')
        .as('publishedAt'),
      eb
        .selectFrom('phase as p')
        .select('p.opensAt')
        .whereRef('p.season', '=', 'r.season')
        .whereRef('p.district', '=', 'r.district')
        .whereRef('p.service', '=', 'r.service')
        .where('p.kind', '=', 'REVIEW')
        .as('reviewOpensAt'),
    ]);

/** The values of a reach by name: `ReachValues` with plain values. */
type Reached = { readonly [Name in keyof ReachValues]: Exclude<ReachValues[Name], { isRawBuilder: true }> };

export const findVisible = prepared(
  (db, given: Places<Reached & { number: string }>) =>
    selectRecords(db)
      .select(viewerRelation(given))
      .select(namesViewer(given))
      .select(childBeside)
      .select(guardiansBeside)
      .where('r.number', '=', given.number)
      .where('r.withdrawnAt', 'is', null)
      .where(visibleTo(given)),
  'read',
);

/** Several, for what the system does by itself. */
export const findLive = prepared(
  (db, { records }: Places<{ records: readonly string[] }>) =>
    selectRecords(db)
      .select(sql<null>`null`.as('viewerRelation'))
      .where('r.id', '=', sql<string>`any(${records}::uuid[])`)
      .where('r.withdrawnAt', 'is', null)
      .orderBy('r.id'),
  'read',
);

/** Far more children than one account has. */
export const MOST_HANDLED = 100;

/** Each half finds its rows by an index of its own. */
export const findHandled = prepared(
  (db, given: Places<Reached>) =>
    selectRecords(db)
      .select(viewerRelation(given))
      .select(childBeside)
      .where(({ eb, selectFrom }) =>
        eb(
          'r.id',
          'in',
          selectFrom('collection_record as own')
            .select('own.id')
            .where('own.registeredBy', '=', given.subject)
            .union(
              selectFrom('record_authorization as granted')
                .select('granted.record as id')
                .where('granted.revokedAt', 'is', null)
                .where('granted.documentType', '=', given.documentType as never)
                .where('granted.documentIndex', '=', given.documentIndex as never)
                .where('granted.phoneIndex', '=', given.phoneIndex as never),
            ),
        ),
      )
      .orderBy('r.registeredAt')
      .orderBy('r.number')
      .limit(MOST_HANDLED),
  'read',
);

/** Held until the transaction ends. Its key stays as it is: rows that refer to it need not wait. */
export const holdHandled = prepared((db, given: Places<Reached & { number: string }>) =>
  selectRecords(db)
    .select(viewerRelation(given))
    .where('r.number', '=', given.number)
    .where('r.withdrawnAt', 'is', null)
    .where(handledBy(given))
    .forNoKeyUpdate('r'),
);

/**
 * A live record for an office or the system to act upon, held in the same way, within its reach, but none that the actor
 * handles as a family.
 */
export const holdLive = prepared((db, given: Places<Reached & { number: string }>) =>
  selectRecords(db)
    .select(sql<'STAFF'>`'STAFF'`.as('viewerRelation'))
    .where('r.number', '=', given.number)
    .where(actedOnWithin(given))
    .forNoKeyUpdate('r'),
);

/** Many of them. */
export const holdLiveOnes = prepared((db, given: Places<Reached & { numbers: readonly string[] }>) =>
  selectRecords(db)
    .select(sql<'STAFF'>`'STAFF'`.as('viewerRelation'))
    .where('r.number', '=', anyOf(given.numbers))
    .where(actedOnWithin(given))
    .orderBy('r.id')
    .forNoKeyUpdate('r'),
);

/** Of these records, the live ones in reach of an office, each with its revision; none that somebody of it handles. */
export async function revisionsWithin(
  em: EntityManager,
  reach: ReachValues,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tables(em)
    .selectFrom('collection_record as r')
    .select(['r.number', 'r.revision'])
    .where('r.number', '=', anyOf(numbers))
    .where(actedOnWithin(reach) as never)
    .execute();
  return new Map(rows.map(({ number, revision }) => [number, revision]));
}

/** Live records that somebody handles as a family. */
export async function handledNumbers(em: EntityManager, reach: ReachValues): Promise<string[]> {
  const rows = await tables(em)
    .selectFrom('collection_record as r')
    .select('r.number')
    .where('r.withdrawnAt', 'is', null)
    .where((eb) => eb('r.id', '=', anyFound<string>(ownOf(reach)(eb as never))))
    .execute();
  return rows.map(({ number }) => number);
}

/** A record as a statement gives it: the columns are the entity's, and no interface repeats them. */
export type ReadRecord = Awaited<ReturnType<typeof holdHandled>>[number];

/** The same with the people beside it. */
export type VisibleRecord = Awaited<ReturnType<typeof findVisible>>[number];

/** What is read of a record: of the entity or of a statement's row alike. */
export type RecordFacts = Pick<CollectionRecord, keyof ReadRecord>;
