import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { anyOf, tables, type Tables } from '../database/tables.js';
import {
  ADMISSION_ACTIONS,
  actionsOf,
  CONSIDERED_ACTIONS,
  VERDICT_ACTIONS,
  type AuditAction,
  type AuditKind,
} from '../platform/audit/actions.js';
import type { AuditDetail } from '../platform/audit/audit.entity.js';
import { handledBy, ofOffices, ofRecord, valuesOf, type Reach } from '../record/access.predicates.js';

/** Which entries of those that the reader may read. */
export interface TrailFilters {
  readonly kind: AuditKind | null;
  /** The person or system that did it. No family finds out persons by it. */
  readonly actor: string | null;
  readonly district: string | null;
  readonly from: Date | null;
  /** Before this moment. */
  readonly to: Date | null;
}

interface Asked {
  readonly reach: Reach;
  readonly now: Date;
  /** The records to read; null for all that the reach covers. */
  readonly numbers: readonly string[] | null;
  readonly filters?: TrailFilters;
  /** The place in the list, newest first, from which to go on. */
  readonly before: string | null;
  /** The largest number of entries; null for all. */
  readonly most: number | null;
}

/** The entry is `e` in whatever statement asks. */
const ofEntry = () => expressionBuilder<Tables & { e: Tables['audit_entry'] }, 'e'>();

/** For which school a registrar did it; before a school has preregistered the child, a look may be for several of hers. */
const schoolNames = (name: 'name' | 'nameEn', between: string) => {
  return ofEntry()
    .selectFrom('school as s')
    .select((s) =>
      s.fn
        .agg<string | null>('string_agg', [s.ref(`s.${name}`), s.val(between)])
        .orderBy('s.code')
        .as('names'),
    )
    .where('e.actorRole', '=', 'SCHOOL_REGISTRAR')
    .where((s) =>
      s.or([
        s('s.code', '=', s.ref('e.subject')),
        sql<boolean>`jsonb_exists(${s.ref('e.detail')} -> 'schools', ${s.ref('s.code')})`,
      ]),
    );
};

/** Entries as their reader may know them, newest first. */
export async function readTrail(em: EntityManager, asked: Asked) {
  const { reach, now, numbers, filters, before, most } = asked;
  const { wholeCity, districts } = reach;
  const values = valuesOf(reach);
  const record = ofRecord();
  const handled = record.fn.coalesce(handledBy(values)(record), sql<boolean>`false`);
  const published = record.exists(
    record
      .selectFrom('admission as a')
      .select('a.record')
      .whereRef('a.record', '=', 'r.id')
      .where('a.publishedAt', 'is not', null),
  );
  const reviewHidden = record.exists(
    record
      .selectFrom('phase as p')
      .select('p.kind')
      .whereRef('p.season', '=', 'r.season')
      .whereRef('p.district', '=', 'r.district')
      .whereRef('p.service', '=', 'r.service')
      .where('p.kind', '=', 'REVIEW')
      .where('p.opensAt', '>', now),
  );
  let entries = tables(em, 'read')
    .selectFrom('audit_entry as e')
    // A list that was looked at concerns every record on it: here those that are asked for.
    .leftJoin('collection_record as r', (join) =>
      join.on((on) => on('r.number', '=', on.fn.coalesce('e.recordNumber', listedFirst(numbers ?? [])))),
    )
    .leftJoin('district as d', 'd.code', 'e.district')
    .leftJoin('review_item as i', (join) =>
      join.onRef('i.record', '=', 'r.id').onRef('i.kind', '=', 'e.subject'),
    )
    .select(['e.id', 'e.at', 'e.actor', 'e.actorRole', 'e.action', 'e.recordNumber', 'e.subject', 'e.detail'])
    .select([
      'd.name as districtName',
      'd.nameEn as districtNameEn',
      'i.label as itemLabel',
      'i.labelEn as itemLabelEn',
    ])
    .select(({ eb }) => [
      schoolNames('name', '、').as('schoolName'),
      schoolNames('nameEn', ', ').as('schoolNameEn'),
      // These entries concern no record.
      eb.case().when('e.recordNumber', 'is', null).then(eb.ref('e.season')).end().as('ofSeason'),
      // Whether it is read as one's own: a family is told offices, never which person.
      handled.as('asFamily'),
    ])
    .$narrowType<{ action: AuditAction }>()
    .where((eb) =>
      eb.or([
        handled,
        ofOffices(values)(record),
        // What has no record belongs to its district, or to the city.
        eb.and([
          eb('e.recordNumber', 'is', null),
          eb.or([eb.val(wholeCity), eb('e.district', '=', anyOf(districts))]),
        ]),
      ]),
    )
    // A family reads of no verdict before the calendar shows it.
    .where((eb) => eb.or([eb.not(handled), eb('e.action', 'not in', VERDICT_ACTIONS), eb.not(reviewHidden)]))
    .where((eb) => eb.or([eb.not(handled), eb('e.action', 'not in', CONSIDERED_ACTIONS)]))
    // Only the deciding district reads of an admission before it is published.
    .where((eb) =>
      eb.or([
        eb('e.action', 'not in', ADMISSION_ACTIONS),
        eb.and([eb.not(handled), eb('r.district', '=', anyOf(districts))]),
        published,
      ]),
    )
    .orderBy('e.id', 'desc');
  if (numbers !== null) {
    entries = entries.where((eb) =>
      eb.or([
        eb('e.recordNumber', '=', anyOf(numbers)),
        // Each has an index of its own.
        eb.and([eb('e.action', '=', 'RECORDS_LISTED'), lists(numbers)]),
        eb.and([eb('e.action', '=', 'LIST_EXPORTED'), lists(numbers)]),
      ]),
    );
  }
  const { kind = null, actor = null, district = null, from = null, to = null } = filters ?? {};
  if (kind !== null) entries = entries.where('e.action', '=', anyOf(actionsOf(kind)));
  if (actor !== null) {
    entries = entries.where('e.actor', '=', actor).where((eb) => eb.not(handled));
  }
  if (district !== null) entries = entries.where('e.district', '=', district);
  if (from !== null) entries = entries.where('e.at', '>=', from);
  if (to !== null) entries = entries.where('e.at', '<', to);
  if (before !== null) entries = entries.where('e.id', '<', before);
  if (most !== null) entries = entries.limit(most);
  const rows = await entries.execute();
  return rows.map((row) => ({ ...row, recordNumber: row.recordNumber ?? onlyListed(row.detail, numbers) }));
}

/** Whether one of the numbers stands in what an entry says was listed. */
const lists = (numbers: readonly string[]) =>
  sql<boolean>`${ofEntry().ref('e.detail')} -> 'numbers' ?| ${numbers}::text[]`;

/** The first of the numbers that was listed; null if none was. */
function listedFirst(numbers: readonly string[]) {
  if (numbers.length === 0) return sql<string | null>`null`;
  const cases = numbers.map((number) => sql`when ${lists([number])} then ${number}::text`);
  return sql<string | null>`case ${sql.join(cases, sql` `)} end`;
}

/** Several children of one family on the same page make one look, which belongs to none of them alone. */
function onlyListed(detail: AuditDetail | null, numbers: readonly string[] | null): string | null {
  const listed = (detail?.numbers ?? []) as readonly string[];
  const own = (numbers ?? []).filter((number) => listed.includes(number));
  return own.length === 1 ? own[0]! : null;
}

export type AuditRow = Awaited<ReturnType<typeof readTrail>>[number];

/** Whether a record is in this reach. A withdrawn one still has its trail for the offices; nobody handles it any more. */
export async function isReadable(em: EntityManager, reach: Reach, number: string): Promise<boolean> {
  const values = valuesOf(reach);
  const found = await tables(em, 'read')
    .selectFrom('collection_record as r')
    .select('r.id')
    .where('r.number', '=', number)
    .where((eb) => eb.or([handledBy(values)(eb), ofOffices(values)(eb)]))
    .executeTakeFirst();
  return found !== undefined;
}
