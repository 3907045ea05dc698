import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  DecideReviewItemDocument,
  MyRecordsDocument,
  RecordDetailsDocument,
  RecordFileDocument,
  RecordPeopleDocument,
} from '@enrolment/schema/client';
import { checkAge } from '@enrolment/rulebook/age.js';
import { isCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { checkDetails } from '@enrolment/rulebook/details/check.js';
import { normaliseDetails } from '@enrolment/rulebook/details/details.js';
import { settleDetails } from '@enrolment/rulebook/details/settle.js';
import { checkDistrict } from '@enrolment/rulebook/district.js';
import { checkDocument, checkDocumentAgrees } from '@enrolment/rulebook/document.js';
import { checkGuardianOfAge, checkHolder } from '@enrolment/rulebook/holder.js';
import { checkName } from '@enrolment/rulebook/name.js';
import { checkPhone } from '@enrolment/rulebook/phone.js';
import { healthOf } from '@enrolment/rulebook/service-health.js';
import { checkService } from '@enrolment/rulebook/service.js';
import { STAGES } from '@enrolment/rulebook/vocabulary.js';
import { openDetails, openSubmitted } from '../../src/details/details.content.js';
import { Details } from '../../src/details/details.entity.js';
import { gatherDetailsFacts } from '../../src/details/details.facts.js';
import { Conversation } from '../../src/conversation/conversation.entity.js';
import { CorrectionRequest } from '../../src/correction/correction-request.entity.js';
import { District } from '../../src/district/district.entity.js';
import { migrateUp } from '../../src/database/migrate.js';
import { openDatabase } from '../../src/database/orm.js';
import { inLine, verifyCounters } from '../../src/dashboard/verify.js';
import { AuditSeals } from '../../src/platform/audit/seals.js';
import { AuditVerifications } from '../../src/platform/audit/verifications.js';
import { findHealth } from '../../src/service-health/found.js';
import { verifyAudit } from '../../src/platform/audit/verify.js';
import { findLikenesses } from '../../src/likeness/find-likenesses.js';
import { NearDuplicate } from '../../src/likeness/near-duplicate.entity.js';
import { KeyRing } from '../../src/platform/keys.js';
import { peopleOf } from '../../src/record/people.js';
import { GuardianInWords } from '../../src/record/people.js';
import { CollectionRecord } from '../../src/record/record.entity.js';
import { RecordChange } from '../../src/record-change/record-change.entity.js';
import { ReviewItem } from '../../src/review/review.entity.js';
import { layCity } from '../../src/sandbox/city.js';
import { layRecords } from '../../src/sandbox/records.js';
import { Season } from '../../src/season/season.entity.js';
import { USUAL_TROUBLE } from '../../src/seed/records.js';
import { beginLoad, endLoad, SEED_LOCK } from '../../src/seed/loading.js';
import { seedCity, type SeedOptions } from '../../src/seed/seed.js';
import { startApi, TEST_KEYS, type TestApi } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { staff } from '../support/reviewable.js';

const COMMAND = fileURLToPath(new URL('../../dist/seed/main.js', import.meta.url));
const HOUR = 3_600_000;
const until = new Date(Math.floor(Date.now() / HOUR) * HOUR);
const keys = new KeyRing(TEST_KEYS);

const plan = (databaseUrl: string, records: number): SeedOptions => ({
  databaseUrl,
  dataKeys: TEST_KEYS,
  records,
  until,
  seed: 7,
  focus: ['01', '02'],
  trouble: 0.35,
  threads: 0,
});

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
  await seedCity(plan(api.database.url, 400));
});
afterAll(() => api.stop());

const live = () =>
  api.orm.em.fork().find(CollectionRecord, { withdrawnAt: null }, { orderBy: { id: 'asc' } });

describe('a made-up city', () => {
  test('has records in every stage, of both seasons, in both districts of the sandbox’s officers', async () => {
    const rows = await api.sql<{ season: number; district: string; stages: string[] }>(
      `select season, district_code as district, array_agg(distinct stage) as stages from collection_record
       where district_code in ('01', '02') group by 1, 2`,
    );
    expect(rows).toHaveLength(4);
    const all = await api.sql<{ stage: string }>('select distinct stage from collection_record');
    expect(all.map(({ stage }) => stage).sort()).toEqual([...STAGES].sort());
  });

  test('stands in an audit trail that holds, also when the service goes on writing to it', async () => {
    const { number } = (await live())[0]!;
    const officer = await staff(api, 'MUNICIPAL_ADMIN');
    expect((await officer.request(RecordFileDocument, { number })).data.collectionRecord).not.toBeNull();
    const verdict = await verifyAudit(api.database.url, keys);
    expect(verdict.broken).toEqual([]);
    expect(verdict.entries).toBeGreaterThan(400);
  });

  test('is registered as the rules want it', async () => {
    const em = api.orm.em.fork();
    const seasons = await em.find(Season, {});
    const districts = new Set((await em.find(District, {})).map(({ code }) => code));
    for (const record of await live()) {
      const { child, first } = await peopleOf(em, record.id, record.keyFrom(keys));
      const { service, ground, district, hukouProvince, hukouDistrict, residenceDistrict } = record;
      const origin = {
        nationality: child.nationality,
        hukouProvince: hukouProvince ?? null,
        hukouDistrict: hukouDistrict ?? null,
        ground: ground ?? null,
      };
      const claim = { district, hukouDistrict: hukouDistrict ?? null, residenceDistrict: residenceDistrict! };
      const range = seasons.find(({ year }) => year === record.season)!;
      const { documentType, documentNumber } = child;
      expect([
        ...checkService(service, origin, '', 'child'),
        ...checkHolder(service, { ...origin, documentType, documentNumber }, '', 'child'),
        ...checkDistrict(claim, districts, 'child'),
        ...checkName(child.name, 'child.name'),
        ...checkDocument(documentType, documentNumber, 'child.documentNumber'),
        ...checkDocumentAgrees(
          { documentType, documentNumber, birthDate: child.birthDate, sex: child.sex },
          'child',
        ),
        ...checkAge(child.birthDate, range, '', 'child.birthDate'),
        ...checkName(first.name, 'guardian.name'),
        ...checkDocument(first.documentType, first.documentNumber, 'guardian.documentNumber'),
        ...checkGuardianOfAge(first.documentType, first.documentNumber, record.registeredAt, 'guardian'),
        ...checkPhone(first.phone, 'guardian.phone'),
      ]).toEqual([]);
      expect(isCollectionNumber(record.number)).toBe(true);
    }
  });

  test('is in its stages since their events', async () => {
    const wrong = await api.sql(
      `select number from collection_record r where stage_since <> (
         select max(at) from record_event e where e.record_id = r.id and from_stage is distinct from to_stage)`,
    );
    expect(wrong).toEqual([]);
  });

  test('submitted details that no rule refuses, as they would have been kept', async () => {
    const em = api.orm.em.fork();
    let submissions = 0;
    for (const record of await live()) {
      const kept = await em.findOne(Details, { record });
      if (!kept?.submitted) continue;
      const key = record.keyFrom(keys);
      const { details } = openSubmitted(key, kept.submitted.bytes);
      const { facts } = await gatherDetailsFacts(em, record, key, record.submittedAt!);
      expect(checkDetails(details, facts, record.submittedAt!)).toEqual([]);
      expect(settleDetails(normaliseDetails(details))).toEqual(details);
      expect(record.residenceSubdistrict).toBe(details.residence?.subdistrict ?? null);
      submissions += 1;
    }
    expect(submissions).toBeGreaterThan(250);
  });

  test('lets nothing happen before what leads to it, nor after now', async () => {
    const [wrong] = await api.sql<{ count: number }>(
      `with told as (select *, lag(to_stage) over way as before, lag(at) over way as earlier from record_event
         window way as (partition by record_id order by id))
       select count(*)::int as count from told
       where at > $1 or at < earlier or (kind <> 'REGISTERED' and from_stage is distinct from before)`,
      [until],
    );
    expect(wrong!.count).toBe(0);
    const [last] = await api.sql<{ count: number }>(
      `select count(*)::int as count from collection_record r
       where stage <> (select to_stage from record_event e where e.record_id = r.id order by id desc limit 1)`,
    );
    expect(last!.count).toBe(0);
  });

  test('leaves nothing for the queue to index', async () => {
    expect(await api.services.records.indexNames(api.orm.em.fork())).toBe(0);
  });

  test('shows a family its child, and nobody else’s', async () => {
    const record = (await live()).find(({ stage }) => stage === 'APPROVED')!;
    const family = await api.person(record.registeredBy!);
    const mine = (await family.request(MyRecordsDocument, {})).data.myRecords;
    expect(mine.map(({ number }) => number)).toContain(record.number);
    const { number } = record;
    const people = (await family.request(RecordPeopleDocument, { number })).data.collectionRecord!;
    expect(people.child.name).not.toBe('');
    const details = (await family.request(RecordDetailsDocument, { number })).data.collectionRecord!;
    expect(details.details?.draft).toBe(false);
    const stranger = (await live()).find(({ registeredBy }) => registeredBy !== record.registeredBy)!;
    const { data } = await family.request(RecordPeopleDocument, { number: stranger.number });
    expect(data.collectionRecord).toBeNull();
  });

  test('is reviewed to its end by an officer of the district', async () => {
    const em = api.orm.em.fork();
    const waiting = (await live()).find(({ stage }) => stage === 'IDENTITY_VERIFIED')!;
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: waiting.district });
    for (const { kind, status } of await em.find(ReviewItem, { record: waiting })) {
      if (status === 'PASSED') continue;
      const { data } = await officer.request(DecideReviewItemDocument, {
        numbers: [waiting.number],
        kind,
        status: 'PASSED',
      });
      expect(data.decideReviewItem).toMatchObject({ done: [waiting.number] });
    }
    const { number } = waiting;
    const { data } = await officer.request(RecordFileDocument, { number });
    expect(data.collectionRecord!.stage).toBe('APPROVED');
  });
});

test('the sandbox begins with records in every stage, and keeps them at the next start', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const stages = async () => {
    const { rows } = await client.query<{ stage: string; count: string }>(
      'select stage, count(*) from collection_record group by 1 order by 1',
    );
    return rows;
  };
  try {
    await layRecords(database.url, TEST_KEYS, 300, until);
    const laid = await stages();
    expect(laid.map(({ stage }) => stage)).toEqual([...STAGES].sort());
    await layRecords(database.url, TEST_KEYS, 300, new Date(until.getTime() + HOUR));
    expect(await stages()).toEqual(laid);
  } finally {
    await client.end();
    await database.drop();
  }
});

test('in each district of its officers families wait for an answer, ask for a correction and may have registered twice', async () => {
  const database = await createTestDatabase();
  const orm = await openDatabase(database.url, 'enrolment_app');
  const found = async () => {
    const em = orm.em.fork();
    const of = async (district: string) => ({
      waiting: await em.count(Conversation, { record: { district }, waitingSince: { $ne: null } }),
      answered: await em.count(Conversation, { record: { district }, waitingSince: null }),
      corrections: (await em.find(CorrectionRequest, { record: { district } }))
        .map(({ state }) => state)
        .sort(),
      alike: (await em.find(NearDuplicate, { one: { district }, verdict: null })).some(({ likenesses }) =>
        likenesses.includes('DOCUMENT_ONE_OFF'),
      ),
    });
    return { '01': await of('01'), '02': await of('02') };
  };
  const each = { waiting: 3, answered: 2, corrections: ['PROPOSED', 'REQUESTED'], alike: true };
  try {
    await layRecords(database.url, TEST_KEYS, 300, until);
    await findLikenesses(orm.em.fork(), keys, until);
    expect(await found()).toEqual({ '01': each, '02': each });
    await layRecords(database.url, TEST_KEYS, 300, new Date(until.getTime() + HOUR));
    expect(await found()).toEqual({ '01': each, '02': each });
  } finally {
    await orm.close();
    await database.drop();
  }
});

test('a sandbox that has just been laid out tells its administrators of nothing that is late or has failed', async () => {
  const database = await createTestDatabase();
  const orm = await openDatabase(database.url, 'enrolment_app');
  try {
    await layRecords(database.url, TEST_KEYS, 600, new Date());
    const verifications = new AuditVerifications(keys, new AuditSeals(keys));
    const { places, whole } = await findHealth(orm.em.fork(), verifications, new Date());
    // Messages go out as soon as the service runs, which then does what is in its timetable, too.
    const { MESSAGES_WAITING: messages, ...others } = places;
    expect(messages.length).toBeGreaterThan(0);
    const notWell = Object.entries({ ...others, AUDIT_TRAIL: [whole.AUDIT_TRAIL] }).filter(([, standings]) =>
      standings.some((one) => healthOf(one) !== 'OK'),
    );
    expect(notWell).toEqual([]);
  } finally {
    await orm.close();
    await database.drop();
  }
});

test('a sandbox that is kept gets families of the new season when the year turns, and keeps those of the old one', async () => {
  const database = await createTestDatabase();
  const orm = await openDatabase(database.url, 'enrolment_app');
  const years = async () => {
    const records = await orm.em.fork().find(CollectionRecord, {}, { fields: ['id', 'season'] });
    return Map.groupBy(records, ({ season }) => season);
  };
  const ids = (records: { id: string }[] = []) => records.map(({ id }) => id);
  try {
    await layRecords(database.url, TEST_KEYS, 100, until);
    const before = await years();
    const year = Math.max(...before.keys());
    const later = new Date(until.getTime() + 366 * 24 * HOUR);
    await layCity(orm.em.fork(), later);
    await layRecords(database.url, TEST_KEYS, 100, later);
    const after = await years();
    expect([...after.keys()].sort()).toEqual([year - 1, year, year + 1]);
    expect(after.get(year + 1)!.length).toBeGreaterThan(50);
    expect(ids(after.get(year))).toEqual(expect.arrayContaining(ids(before.get(year))));
    await layRecords(database.url, TEST_KEYS, 100, later);
    expect((await years()).get(year + 1)).toHaveLength(after.get(year + 1)!.length);
  } finally {
    await orm.close();
    await database.drop();
  }
});

/** All that a city says, in words: ciphers and keys differ from run to run. */
async function inWords(database: TestDatabase): Promise<string[]> {
  const orm = await openDatabase(database.servingUrl, 'enrolment_app');
  try {
    const em = orm.em.fork();
    const events = Map.groupBy(
      await em.execute<{ record_id: string; kind: string; at: Date }[]>(
        'select record_id, kind, at from record_event order by id',
      ),
      ({ record_id: id }) => id,
    );
    const details = new Map((await em.find(Details, {})).map((kept) => [kept.record.id, kept]));
    const lines: string[] = [];
    const all = { orderBy: { id: 'asc' }, populate: ['child', 'guardians'] } as const;
    for (const record of await em.find(CollectionRecord, {}, all)) {
      const { id, number, stage, registeredAt, submittedAt, registeredBy } = record;
      const history = events.get(id)!.map(({ kind, at }) => `${kind} ${at.toISOString()}`);
      const said = [id, number, stage, registeredAt, submittedAt, registeredBy, history];
      if (record.withdrawnAt != null) lines.push(JSON.stringify(said));
      else {
        const key = record.keyFrom(keys);
        const { name, document } = record.child!.getEntity();
        const kept = details.get(id);
        const typed = kept && openDetails(key, kept.content.bytes);
        const guardians = record.guardians.map((guardian) => {
          const { name, documentNumber, phone } = new GuardianInWords(guardian, key);
          return [name, documentNumber, phone];
        });
        lines.push(JSON.stringify([said, name.open(key), document.open(key), guardians, typed]));
      }
    }
    return lines;
  } finally {
    await orm.close();
  }
}

/** Counters that a full count contradicts, and how many changes the list of changes has no place for, or no line. */
async function unlike(database: TestDatabase) {
  const orm = await openDatabase(database.servingUrl, 'enrolment_app');
  try {
    const em = orm.em.fork();
    const [missing] = await em.execute<{ count: number }[]>(
      `select count(*)::int as count from record_event e where not exists (select from record_change c where c.event_id = e.id)
       and (from_stage is distinct from to_stage or kind = 'RESULT_PUBLISHED')`,
    );
    const waiting = await em.count(RecordChange, { position: null });
    // Places run from 1 on without a gap, and the changes of one record stand in their order.
    const [misplaced] = await em.execute<{ count: number }[]>(
      `with placed as (select c.position, row_number() over (order by c.position) as place, c.event_id,
         max(c.event_id) over (partition by e.record_id order by c.position rows between unbounded preceding and 1 preceding) as before
       from record_change c join record_event e on e.id = c.event_id)
       select count(*)::int as count from placed where position <> place or event_id < before`,
    );
    return {
      counters: (await verifyCounters(em)).map(inLine),
      waiting,
      missing: missing!.count,
      misplaced: misplaced!.count,
    };
  } finally {
    await orm.close();
  }
}

const command = (database: TestDatabase, args: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [COMMAND, '--seed', '7', '--until', until.toISOString(), ...args], {
    env: {
      PATH: process.env.PATH,
      MIGRATION_DATABASE_URL: database.url,
      DATABASE_URL: database.servingUrl,
      DATA_KEYS: TEST_KEYS,
      SANDBOX: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, ended };
};

describe('indexes and foreign keys that a load has put aside', () => {
  const LARGE = 20_000;
  const withDatabase = async (
    work: (database: TestDatabase, kept: () => Promise<string[]>) => Promise<void>,
  ) => {
    const database = await createTestDatabase();
    const orm = await openDatabase(database.url, 'enrolment_owner');
    const kept = async () => {
      const rows = await orm.em.fork().execute<{ definition: string }[]>(
        `select pg_get_indexdef(indexrelid) as definition from pg_index join pg_class on oid = indrelid where relnamespace = 'public'::regnamespace
         union all select conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace`,
      );
      // PostgreSQL writes casts of constants in another way when it has read them back.
      return rows
        .map(({ definition }) => definition.replaceAll(/::(character varying|text)(\[\])?|[()]/g, ''))
        .sort();
    };
    try {
      await work(database, kept);
    } finally {
      await orm.close();
      await database.drop();
    }
  };
  const begin = async (database: TestDatabase, coming: number, standing: number) => {
    const orm = await openDatabase(database.url, 'enrolment_owner');
    await beginLoad(orm.em, coming, standing);
    await orm.close();
  };

  test('are as before when it has ended, and counters and changes are right', () =>
    withDatabase(async (database, kept) => {
      const before = await kept();
      await begin(database, LARGE, 0);
      expect(before.length - (await kept()).length).toBeGreaterThan(50);
      await seedCity({ ...plan(database.url, 900), threads: 2 });
      expect(await kept()).toEqual(before);
      expect(await unlike(database)).toEqual({ counters: [], waiting: 0, missing: 0, misplaced: 0 });
    }));

  test('come back before the next migration after a load that was cut off', () =>
    withDatabase(async (database, kept) => {
      const before = await kept();
      await begin(database, LARGE, 0);
      expect(await kept()).not.toEqual(before);
      await migrateUp(database.url);
      expect(await kept()).toEqual(before);
    }));

  test('stay aside while a seed is under way', () =>
    withDatabase(async (database, kept) => {
      await begin(database, LARGE, 0);
      const aside = await kept();
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query('select pg_advisory_lock($1)', [SEED_LOCK]);
      await migrateUp(database.url);
      expect(await kept()).toEqual(aside);
      await client.end();
    }));

  test('come back also where another that puts one back fails', () =>
    withDatabase(async (database, kept) => {
      const before = await kept();
      await begin(database, LARGE, 0);
      const orm = await openDatabase(database.url, 'enrolment_owner');
      const other = new pg.Client({ connectionString: database.url });
      await other.connect();
      try {
        await other.query('begin');
        await other.query('select place from loading.put_aside order by place desc limit 1 for update');
        const ended = endLoad(orm.em, 2);
        const waiting = async () => {
          const { rowCount } = await other.query(
            `select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`,
          );
          return rowCount! > 0;
        };
        while (!(await waiting()) || (await other.query('select from loading.put_aside')).rowCount! > 1) {
          await sleep(20);
        }
        await other.query('rollback');
        await ended;
        expect(await kept()).toEqual(before);
      } finally {
        await other.end();
        await orm.close();
      }
    }));

  test('stay where they are for a few records, or beside more that stand already', () =>
    withDatabase(async (database, kept) => {
      const before = await kept();
      await begin(database, LARGE - 1, 0);
      await begin(database, LARGE, LARGE + 1);
      expect(await kept()).toEqual(before);
    }));
});

describe('the command', () => {
  const databases: TestDatabase[] = [];
  const aDatabase = async () => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  test('makes the same city twice, at once or in pieces', async () => {
    const [whole, inPieces] = [await aDatabase(), await aDatabase()];
    await seedCity(plan(whole.url, 120));
    expect(await seedCity(plan(inPieces.url, 45))).toBe(45);
    expect(await seedCity(plan(inPieces.url, 120))).toBe(75);
    expect(await seedCity(plan(inPieces.url, 120))).toBe(0);
    expect(await inWords(inPieces)).toEqual(await inWords(whole));
  });

  test('takes up again what kill -9 has cut off, by threads as by itself', async () => {
    const [cut, whole] = [await aDatabase(), await aDatabase()];
    const { child, ended } = command(cut, ['--records', '900']);
    const begun = new Promise<void>((done) =>
      child.stdout.on('data', (text: string) => /\d records/.test(text) && done()),
    );
    await Promise.race([begun, ended]);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    const again = await command(cut, ['--records', '900']).ended;
    expect(again.said).toContain('records written');
    await seedCity({ ...plan(whole.url, 900), focus: [], trouble: USUAL_TROUBLE });
    expect(await inWords(cut)).toEqual(await inWords(whole));
    expect((await verifyAudit(cut.url, keys)).broken).toEqual([]);
    expect(await unlike(cut)).toEqual({ counters: [], waiting: 0, missing: 0, misplaced: 0 });
  });

  test('refuses production, other people’s registrations, another seed and a second run at once', async () => {
    const database = await aDatabase();
    const environments = [{ NODE_ENV: 'production' }, { SANDBOX: '' }];
    const refused = environments.map((env) => command(database, ['--records', '10'], env).ended);
    for (const { code, said } of await Promise.all(refused)) {
      expect([code, said]).toEqual([1, expect.stringContaining('made-up records are for the sandbox alone')]);
    }
    const [first, second] = await Promise.allSettled([
      seedCity(plan(database.url, 60)),
      seedCity(plan(database.url, 60)),
    ]);
    const statuses = [first.status, second.status].sort();
    expect(statuses).toEqual(['fulfilled', 'rejected']);
    await expect(seedCity({ ...plan(database.url, 60), seed: 8 })).rejects.toThrow('another seed');
  });

  test('refuses a database with registrations of others than the sandbox’s people', async () => {
    const database = await aDatabase();
    await seedCity(plan(database.url, 20));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `update collection_record set registered_by = 'somebody' where id = (select min(id::text)::uuid from collection_record where withdrawn_at is null)`,
    );
    await client.end();
    const { code, said } = await command(database, ['--records', '30']).ended;
    expect([code, said]).toEqual([1, expect.stringContaining('registrations of others')]);
  });
});
