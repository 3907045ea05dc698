import type { Client } from 'pg';
import type { NewAuditEntry } from '../platform/audit/audit.entity.js';
import type { KeyRing } from '../platform/keys.js';
import { RecordEvent } from '../record/record.entity.js';
import type { City } from './city.js';
import { Copies, type Layouts } from './copy.js';
import { linked } from './audit-chain.js';
import type { Life } from './life.js';
import { liveRecord, type Plan } from './records.js';

/** Places of the city whose records are written in one transaction. */
export type Portion = readonly number[];

/** What records are written with. */
export interface Pen {
  readonly client: Client;
  readonly plan: Plan;
  readonly city: City;
  readonly keys: KeyRing;
  readonly layouts: Layouts;
}

/** So many records are made up before they are written: their text is what is in memory of them. */
const AT_ONCE = 500;

/** What happened, as a line of its table. */
interface Line {
  readonly at: Date;
  readonly text: string;
}

/** Writes the records of a portion in one transaction and returns their number. */
export async function writePortion(portion: Portion, pen: Pen): Promise<number> {
  if (portion.length === 0) return 0;
  const { client } = pen;
  await client.query('begin');
  try {
    // Nothing is lost that could not be made again.
    await client.query('set local synchronous_commit = off');
    // Changes get their places at once, and not one by one at the end (migration 0361).
    await client.query(`set local enrolment.place_at_once = 'on'`);
    const written = await writeRecords(portion, pen);
    await client.query('commit');
    return written;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/**
 * The history and the audit trail come last, those of the whole portion in the order in which things happened: the fewer
 * statements, the fewer changes of counters, and nobody else waits for a place in the list of changes or for a chain's end meanwhile.
 */
async function writeRecords(portion: Portion, { client, plan, city, keys, layouts }: Pen): Promise<number> {
  const copies = new Copies(layouts);
  const events: Line[] = [];
  const audit: NewAuditEntry[] = [];
  let written = 0;
  for (let first = 0; first < portion.length; first += AT_ONCE) {
    for (const index of portion.slice(first, first + AT_ONCE)) {
      const life = liveRecord(index, plan, city, keys);
      if (!life) continue;
      for (const row of rowsOf(life)) copies.add(row);
      for (const event of life.events) events.push({ at: event.at, text: copies.line(event) });
      audit.push(...life.audit);
      written += 1;
    }
    await copies.write(client);
  }
  if (written === 0) return 0;
  copies.addLines(
    RecordEvent,
    inOrder(events).map(({ text }) => text),
  );
  await copies.write(client);
  await writeAudit(client, copies, inOrder(audit));
  return written;
}

/** What remains of a record besides its history; of a withdrawn one only the tombstone. */
function rowsOf(life: Life): readonly object[] {
  const { record, child, guardians, items, messages, admission, preregistration } = life;
  if (record.withdrawnAt != null) return [record];
  const decided = [life.details, life.check, life.rejection, life.authorization];
  const single = [...decided, admission, preregistration];
  return [record, child, ...guardians, ...items, ...single.filter((row) => row !== null), ...messages];
}

const inOrder = <Happened extends { at: Date }>(all: Happened[]): Happened[] =>
  all.sort((one, other) => one.at.getTime() - other.at.getTime());

/**
 * The trigger that links an entry into its chain takes two updates for each; here the whole portion is linked at once.
 * Only the owner of the tables may put the trigger aside, and until the commit nobody else writes to the trail. The chain's
 * end is read and moved in SQL text: on COPY's connection, in a thread that does without the ORM.
 */
async function writeAudit(client: Client, copies: Copies, given: readonly NewAuditEntry[]): Promise<void> {
  await client.query('alter table audit_entry disable trigger audit_append');
  const { rows } = await client.query<{ chain: number; length: string; head: Buffer }>(
    'select chain, length, head from audit_chain where chain = pg_backend_pid() % 64 for update',
  );
  const { chain, length, head } = rows[0]!;
  const { entries, tail } = linked(given, { chain, length: Number(length), head });
  for (const entry of entries) copies.add(entry);
  await copies.write(client);
  await client.query('update audit_chain set length = $2, head = $3 where chain = $1', [
    chain,
    tail.length,
    tail.head,
  ]);
  await client.query('alter table audit_entry enable trigger audit_append');
}
