import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { normaliseLine } from '@enrolment/rulebook/text.js';
import { WAITING_STAGES } from '@enrolment/rulebook/stage-lists.js';
import { STAGES } from '@enrolment/rulebook/vocabulary.js';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { migrateDown, migrateUp, schemaDifference } from '../../src/database/migrate.js';
import { UNPUBLISHED } from '../../src/record-list/unpublished.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('entities and migrations agree', async () => {
  expect(await schemaDifference(database.url)).toBe('');
});

test('the newest migration goes down and up again, twice at once, and ends the same', async () => {
  await migrateDown(database.url);
  await Promise.all([migrateUp(database.url), migrateUp(database.url)]);
  expect(await schemaDifference(database.url)).toBe('');
});

test('the stages that the database names are those of the plan', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const stagesIn = (text: string) => STAGES.filter((stage) => text.includes(`'${stage}'`));
  try {
    const indexes = await client.query<{ name: string; condition: string | null; expressions: string }>(
      `select c.relname as name, pg_get_expr(i.indpred, i.indrelid) as condition,
         coalesce(pg_get_expr(i.indexprs, i.indrelid), '') as expressions
       from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'collection_record'::regclass`,
    );
    const ofWaiting = indexes.rows.filter(({ condition }) => condition?.includes('stage'));
    expect(ofWaiting.map(({ name }) => name).sort()).toEqual([
      'collection_record_undecided',
      'collection_record_undecided_registered',
      'collection_record_waiting',
    ]);
    for (const { condition } of ofWaiting) expect(stagesIn(condition!)).toEqual(WAITING_STAGES);
    const byUnpublished = indexes.rows.filter(({ expressions }) => stagesIn(expressions).length > 0);
    expect(byUnpublished).toHaveLength(4);
    for (const { expressions } of byUnpublished) expect(stagesIn(expressions)).toEqual(UNPUBLISHED);
    const waiting = await client.query(
      'select stage from unnest($1::text[]) with ordinality as s (stage, place) where tally_waits(stage) order by place',
      [STAGES],
    );
    expect(waiting.rows.map(({ stage }) => stage)).toEqual(WAITING_STAGES);
  } finally {
    await client.end();
  }
});

test('no trigger depends on the path of the session', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; safe: boolean }>(
      `select p.proname as name, coalesce(array_to_string(p.proconfig, ' '), '') like '%search_path=%' as safe
       from pg_proc p where p.prorettype = 'trigger'::regtype and p.pronamespace = 'public'::regnamespace`,
    );
    expect(rows.map(({ name }) => name)).toContain('result_is_told');
    expect(rows.filter(({ safe }) => !safe)).toEqual([]);
  } finally {
    await client.end();
  }
});

const read = (migration: string, way: 'up' | 'down') =>
  readFileSync(new URL(`../../migrations/${migration}.${way}.sql`, import.meta.url), 'utf8');

test('numbers go on where the sequences of before have come to', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into season (year, born_from, born_to) values (2099, '2092-09-01', '2093-08-31')`,
    );
    await client.query(`insert into collection_serial values (2099, '03', 41)`);
    await client.query(read('0200_collection_serial', 'down'));
    await client.query(`select nextval('collection_serial_2099_03')`);
    await client.query(read('0200_collection_serial', 'up'));
    const { rows } = await client.query(
      'select district_code, last from collection_serial where season = 2099',
    );
    expect(rows).toEqual([{ district_code: '03', last: 42 }]);
    await client.query('rollback');
  } finally {
    await client.end();
  }
});

test('what was reviewed and asked for every season is each season’s own after the migration', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const count = async (table: string) =>
    (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
  try {
    for (const table of ['review_requirement', 'review_paper', 'detail_requirement', 'district_question']) {
      await client.query('begin');
      await client.query(read('0121_form_of_a_season', 'down'));
      const before = await count(table);
      await client.query(
        `insert into season (year, born_from, born_to) values (2099, '2092-09-01', '2093-08-31')`,
      );
      await client.query(read('0121_form_of_a_season', 'up'));
      expect(before).toBeGreaterThan(0);
      expect(await count(table)).toBe(2 * before);
      await client.query('rollback');
    }
  } finally {
    await client.end();
  }
});

test('names of staff that an earlier set-up kept as its file had them are written as pages write names', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('begin');
    const names = ['\u3000第一\u3000 人 ', 'Ａｎｎ  １', '王\u200b（某）', 'Jose\u0301', '李某'];
    await client.query(
      `insert into staff_grant (id, subject, name, role, begins_at, given_by, given_at)
       select gen_random_uuid(), 'raw-' || place, name, 'MUNICIPAL_ADMIN', now(), 'setup', now()
       from unnest($1::text[]) with ordinality as t (name, place)`,
      [names],
    );
    await client.query(read('0541_staff_names_in_one_way', 'up'));
    const { rows } = await client.query<{ name: string }>(
      "select name from staff_grant where subject like 'raw-%' order by subject",
    );
    const written = rows.map(({ name }) => name);
    expect(written).toEqual(['第一 人', 'Ann 1', '王（某）', 'Jos\u00e9', '李某']);
    expect(written).toEqual(names.map(normaliseLine));
    await client.query('rollback');
  } finally {
    await client.end();
  }
});
