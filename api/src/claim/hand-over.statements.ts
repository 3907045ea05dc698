import { officeFor, reachIn, type Action } from '@enrolment/rulebook/access.js';
import { givenUntil } from '@enrolment/rulebook/claim.js';
import { STAFF_ROLES } from '@enrolment/rulebook/staff-grant.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ExpressionBuilder } from 'kysely';
import { anyOf, tables, type Tables } from '../database/tables.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { rolesHeld } from '../staff-grant/held-roles.js';

const ACTION: Action = 'DECIDE_ON_RECORD';
const DECIDING = STAFF_ROLES.filter((role) => reachIn(ACTION, { role }) === 'DISTRICT');

type OfGrant = ExpressionBuilder<Tables & { g: Tables['staff_grant'] }, 'g'>;

/** Grants that let somebody decide on records of a district at this moment. */
const decideNow = (g: OfGrant, district: string, now: Date) =>
  g.and([
    g('g.district', '=', district),
    g('g.role', '=', anyOf(DECIDING)),
    g('g.takenAt', 'is', null),
    g('g.beginsAt', '<=', now),
    g.or([g('g.endsAt', 'is', null), g('g.endsAt', '>', now)]),
  ]);

/** An office has some dozen people. */
const MOST = 200;

/** Whoever decides on the records of a district now, each once, by name. */
export async function findDeciders(em: EntityManager, district: string, now: Date) {
  const grants = await tables(em, 'read')
    .selectFrom('staff_grant as g')
    .distinctOn('g.subject')
    .select(['g.id', 'g.subject', 'g.name', 'g.role'])
    .where((g) => decideNow(g, district, now))
    .orderBy('g.subject')
    .orderBy('g.id', 'desc')
    .limit(MOST)
    .execute();
  return grants.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}
export type Decider = Awaited<ReturnType<typeof findDeciders>>[number];

/** When the last role ends in which somebody decides in a district now: null without an end, undefined where there is no role. */
async function lastEnd(
  tx: EntityManager,
  { subject, district }: Place,
  now: Date,
): Promise<Date | null | undefined> {
  const held = await tables(tx)
    .selectFrom('staff_grant as g')
    .select('g.endsAt')
    .where('g.subject', '=', subject)
    .where((g) => decideNow(g, district, now))
    .orderBy('g.endsAt', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
  return held && (held.endsAt ?? null);
}

type Given = Pick<CollectionRecord, 'id' | 'number' | 'district' | 'registeredBy'>;

/** Whoever gave each of the records last, by the trail, where she decides on it still: her account by the record’s id. */
export async function findGivers(
  tx: EntityManager,
  records: readonly Given[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const given = await tables(tx)
    .selectFrom('audit_entry as e')
    .distinctOn('e.recordNumber')
    .select(['e.recordNumber', 'e.actor'])
    .where('e.recordNumber', '=', anyOf(records.map(({ number }) => number)))
    .where('e.action', '=', 'RECORD_HANDED_OVER')
    .orderBy('e.recordNumber')
    .orderBy('e.id', 'desc')
    .execute();
  const giverOf = new Map(given.map(({ recordNumber, actor }) => [recordNumber, actor]));
  const roles = await rolesHeld(tx, new Set(giverOf.values()), now);
  return new Map(
    records.flatMap((record) => {
      const giver = giverOf.get(record.number);
      const decides = giver !== undefined && officeFor(ACTION, roles.get(giver) ?? [], record) !== null;
      return decides && giver !== record.registeredBy ? [[record.id, giver] as const] : [];
    }),
  );
}

interface Place {
  readonly subject: string;
  readonly district: string;
}

/** A role was given, changed or taken: what its holder was given in the district stays hers as long as she decides there. */
export async function boundGiven(tx: EntityManager, { subject, district }: Place, now: Date): Promise<void> {
  const ends = await lastEnd(tx, { subject, district }, now);
  const db = tables(tx);
  const there = db.selectFrom('collection_record as r').select('r.id').where('r.district', '=', district);
  if (ends === undefined) {
    await db
      .deleteFrom('record_claim')
      .where('officer', '=', subject)
      .where('givenUntil', '>', now)
      .where('record', 'in', there)
      .execute();
    return;
  }
  await db
    .updateTable('record_claim')
    .set({ givenUntil: givenUntil(ends, now) })
    .where('officer', '=', subject)
    .where('givenUntil', '>', now)
    .where('record', 'in', there)
    .execute();
}
