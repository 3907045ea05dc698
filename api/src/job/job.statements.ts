import type { Refusal } from '@enrolment/rulebook/refusal.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Expression, type SqlBool } from 'kysely';
import { anyOf, tables } from '../database/tables.js';
import { enqueue } from '../message/outbox.js';
import type { JobOutcome, JobState } from './job.entity.js';
import type { ChunkOutcome } from './job.service.js';

/** It runs after messages, because somebody waits for those. */
const PRIORITY = 10;

/** Puts the job into the queue, in the transaction that changes it: at most once at a time. */
export async function enqueueJob(tx: EntityManager, id: string): Promise<void> {
  const payload = JSON.stringify({ id });
  await enqueue(tx, { task: 'run_job', payload, key: `job:${id}`, priority: PRIORITY });
}

export interface NewRow {
  readonly position: number;
  readonly number: string;
  /** As which it is decided on, as it was seen; null to decide on it as it is. */
  readonly revision: number | null;
  /** Sealed; null where the job says what is done to all. */
  readonly order: Buffer | null;
}

export async function addRows(tx: EntityManager, job: string, rows: readonly NewRow[]): Promise<void> {
  const columns = [
    rows.map(({ position }) => position),
    rows.map(({ number }) => number),
    rows.map(({ revision }) => revision),
    rows.map(({ order }) => order),
  ] as const;
  await tables(tx)
    .insertInto('job_row')
    .columns(['job', 'position', 'number', 'revision', 'order'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<NewRow>`unnest(${columns[0]}::int[], ${columns[1]}::text[], ${columns[2]}::int[], ${columns[3]}::bytea[])`.as<'given'>(
            sql`given(position, number, revision, "order")`,
          ),
        )
        .select([
          sql<string>`${job}::uuid`.as('job'),
          'given.position',
          'given.number',
          'given.revision',
          'given.order',
        ]),
    )
    .execute();
}

/** The lines of a file that cannot be read. */
export async function addBadLines(
  tx: EntityManager,
  job: string,
  lines: readonly { readonly line: number; readonly refusals: readonly Refusal[] }[],
): Promise<void> {
  const numbers = lines.map(({ line }) => line);
  const reasons = lines.map(({ refusals }) => JSON.stringify(refusals));
  await tables(tx)
    .insertInto('job_bad_line')
    .columns(['job', 'line', 'refusals'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<{
            line: number;
            refusals: readonly Refusal[];
          }>`unnest(${numbers}::int[], ${reasons}::jsonb[])`.as<'given'>(sql`given(line, refusals)`),
        )
        .select([sql<string>`${job}::uuid`.as('job'), 'given.line', 'given.refusals']),
    )
    .execute();
}

/** The next rows that have no outcome yet, in their order. */
export async function waitingRows(
  em: EntityManager,
  job: string,
  most: number,
): Promise<{ number: string; revision: number | null; order: Buffer | null }[]> {
  return tables(em)
    .selectFrom('job_row as r')
    .select(['r.number', 'r.revision', 'r.order'])
    .where('r.job', '=', job)
    .where('r.outcome', 'is', null)
    .orderBy('r.position')
    .limit(most)
    .execute();
}

/** Gives rows their outcome, each once, and returns how many were done and refused. */
export async function settleRows(
  tx: EntityManager,
  job: string,
  numbers: readonly string[],
  { refused, seen }: Pick<ChunkOutcome, 'refused' | 'seen'>,
): Promise<{ done: number; refused: number }> {
  const refusals = JSON.stringify(Object.fromEntries(refused));
  const before = JSON.stringify(Object.fromEntries(seen));
  const settled = await tables(tx)
    .updateTable('job_row')
    .set(({ ref }) => {
      const refusal = sql<Refusal | null>`${refusals}::jsonb -> ${ref('number')}`;
      const of = (name: 'revision' | 'stage') => sql`${before}::jsonb -> ${ref('number')} ->> ${name}::text`;
      return {
        outcome: sql<JobOutcome>`case when ${refusal} is null then 'DONE' else 'REFUSED' end`,
        refusal: refusal as never,
        revision: sql<number>`coalesce((${of('revision')})::int, ${ref('revision')})`,
        stage: sql<Stage>`${of('stage')}`,
      };
    })
    .where('job', '=', job)
    .where('outcome', 'is', null)
    .where('number', '=', anyOf(numbers))
    .returning('outcome')
    .execute();
  const done = settled.filter(({ outcome }) => outcome === 'DONE').length;
  return { done, refused: settled.length - done };
}

/** Keeps what an export says of its records. */
export async function keepContents(
  tx: EntityManager,
  job: string,
  contents: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const given = JSON.stringify(
    Object.fromEntries([...contents].map(([number, content]) => [number, content.toString('base64')])),
  );
  await tables(tx)
    .updateTable('job_row')
    .set(({ ref }) => ({
      content: sql<Buffer>`decode(${given}::jsonb ->> ${ref('number')}, 'base64')`,
    }))
    .where('job', '=', job)
    .where('number', '=', anyOf([...contents.keys()]))
    .execute();
}

/** What an export says of its records, in their order; of those that were withdrawn meanwhile nothing is kept. */
export const contentsFrom = (em: EntityManager, job: string, after: number, most: number) =>
  tables(em)
    .selectFrom('job_row as r')
    .select(['r.position', 'r.number', 'r.content'])
    .$narrowType<{ content: Buffer }>()
    .where('r.job', '=', job)
    .where('r.content', 'is not', null)
    .where('r.position', '>', after)
    .orderBy('r.position')
    .limit(most)
    .execute();

/** How many rows have which outcome, the most first: what is refused for the same reason is one line. */
export const summariseRows = (em: EntityManager, job: string, most: number) =>
  tables(em)
    .selectFrom('job_row as r')
    .select(['r.outcome', 'r.refusal', 'r.stage', sql<number>`count(*)::int`.as('n')])
    .where('r.job', '=', job)
    .where('r.outcome', 'is not', null)
    .groupBy(['r.outcome', 'r.refusal', 'r.stage'])
    .orderBy('r.outcome')
    .orderBy('n', 'desc')
    .orderBy(({ cast }) => cast('r.refusal', 'text'))
    .limit(most)
    .execute();

/** What a dry run would do: its records, as it has seen them, in their order. */
export const doableRows = (em: EntityManager, job: string) =>
  tables(em)
    .selectFrom('job_row as r')
    .select(['r.position', 'r.number', 'r.revision', 'r.order'])
    .where('r.job', '=', job)
    .where('r.outcome', '=', 'DONE')
    .orderBy('r.position')
    .execute();

/** How the admissions stand that a job would decide, with what is decided of each. */
export const admissionsOf = (em: EntityManager, job: string) =>
  tables(em, 'read')
    .selectFrom('job_row as r')
    .innerJoin('collection_record as c', 'c.number', 'r.number')
    .innerJoin('admission as a', 'a.record', 'c.id')
    .select([
      'r.number',
      'r.order',
      'a.outcome',
      'a.school as preregisteredAt',
      'a.assignedSchool as assignedTo',
    ])
    .where('r.job', '=', job)
    .where((eb) => eb.or([eb('r.outcome', 'is', null), eb('r.outcome', '=', 'DONE')]))
    .execute();

/** Which of them are about one of these records. */
export async function jobsAbout(em: EntityManager, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await tables(em)
    .selectFrom('job_row as r')
    .select('r.job')
    .distinct()
    .where('r.number', '=', anyOf(numbers))
    .execute();
  return rows.map(({ job }) => job);
}

/** What nobody has confirmed in time is over, and what was asked for goes; so does what a dry run has tried, and an export. */
export async function expireJobs(em: EntityManager, now: Date): Promise<void> {
  await tables(em)
    .updateTable('job')
    .set(({ eb, fn, ref }) => ({
      state: eb
        .case()
        .when('state', '=', 'PROPOSED')
        .then(sql<JobState>`'EXPIRED'`)
        .else(ref('state'))
        .end(),
      finishedAt: fn.coalesce('finishedAt', 'expiresAt'),
      keyId: null,
      wrappedKey: null,
      request: null,
      asker: null,
    }))
    .where('expiresAt', '<=', now)
    .where('keyId', 'is not', null)
    .where('state', 'in', ['PROPOSED', 'DONE'])
    .execute();
  // Nobody can open these any more.
  await tables(em)
    .updateTable('job_row')
    .set({ content: null })
    .where('content', 'is not', null)
    .where('job', 'in', (eb) => eb.selectFrom('job as j').select('j.id').where('j.keyId', 'is', null))
    .execute();
}

/** What an export that is given up has written so far. */
export async function dropContents(tx: EntityManager, job: string): Promise<void> {
  await tables(tx)
    .updateTable('job_row')
    .set({ content: null })
    .where('job', '=', job)
    .where('content', 'is not', null)
    .execute();
}

/** The jobs of each district, null being none or several, that have not moved since a moment, and those that failed since another. */
export const countTroubles = (em: EntityManager, { still, failed }: { still: Date; failed: Date }) =>
  tables(em, 'read')
    .selectFrom('job as j')
    .select(({ eb, cast, fn }) => {
      const count = (state: Expression<SqlBool>) => cast<number>(fn.countAll().filterWhere(state), 'integer');
      return [
        'j.district',
        count(eb('j.finishedAt', 'is', null)).as('still'),
        count(eb('j.finishedAt', 'is not', null)).as('failed'),
        fn.min(fn.coalesce('j.finishedAt', 'j.movedAt', 'j.secondAt', 'j.createdAt')).as('since'),
      ];
    })
    .where(({ and, eb, fn, or }) =>
      or([
        and([
          eb('j.state', 'in', ['QUEUED', 'RUNNING']),
          eb(fn.coalesce('j.movedAt', 'j.secondAt', 'j.createdAt'), '<', still),
        ]),
        and([eb('j.state', '=', 'FAILED'), eb('j.finishedAt', '>', failed)]),
      ]),
    )
    .groupBy('j.district')
    .execute();

/** Deletes jobs that were over before a moment, with their rows. */
export async function dropJobs(em: EntityManager, before: Date): Promise<void> {
  await tables(em).deleteFrom('job').where('finishedAt', '<', before).execute();
}
