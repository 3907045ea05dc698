import { readSettings, readSettingsOf } from '@enrolment/settings/read.js';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { readSql } from './migrations.js';
import { asRole, openDatabase } from './orm.js';
import { admitServiceLogin } from './service-login.js';
import { layCity } from '../sandbox/city.js';
import { layRecords } from '../sandbox/records.js';
import { endCutLoad } from '../seed/loading.js';

const LOCK = 7_391_001;

/** Runs `work` on a connection of its own under a lock, so that of several processes one migrates and the rest wait. */
async function locked<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The three roles, and what they need on this database. They are shared by all databases of a cluster. */
async function prepareRoles(client: pg.Client): Promise<void> {
  for (const role of ['enrolment_owner', 'enrolment_app', 'enrolment_jobs']) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) {
      await client.query(`create role ${role} nologin`).catch((error: { code?: string }) => {
        // Another database of this cluster is being prepared at the same time.
        if (error.code !== '42710' && error.code !== '23505') throw error;
      });
    }
    // Whoever has made a role may give it away (PostgreSQL 16 and newer), but not yet act as it.
    const acts = await client.query(`set role ${role}`).then(
      () => true,
      () => false,
    );
    if (acts) await client.query('reset role');
    else await client.query(`grant ${role} to current_user`);
  }
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant connect, create on database ${rows[0]!.name} to enrolment_owner, enrolment_jobs`);
  await client.query('grant usage, create on schema public to enrolment_owner');
  await client.query('grant usage on schema public to enrolment_app, enrolment_jobs');
}

interface MigrateOptions {
  /** Lay the sandbox's city with a season around this instant: the sandbox and the tests. */
  readonly sandboxSeason?: Date;
  /** The address that the service uses: its login is let in. */
  readonly servingUrl?: string;
}

export async function migrateUp(
  databaseUrl: string,
  { sandboxSeason, servingUrl }: MigrateOptions = {},
): Promise<void> {
  await locked(databaseUrl, async (client) => {
    await prepareRoles(client);
    if (servingUrl) await admitServiceLogin(client, servingUrl);
    const orm = await openDatabase(databaseUrl, 'enrolment_owner');
    try {
      // A migration may change what a seed that was cut off has put aside.
      await endCutLoad(orm.em.fork());
      await orm.migrator.up();
      await runMigrations({ connectionString: asRole(databaseUrl, 'enrolment_jobs') });
      const jobs = new pg.Client({ connectionString: asRole(databaseUrl, 'enrolment_jobs') });
      await jobs.connect();
      try {
        await jobs.query(readSql('queue.sql'));
      } finally {
        await jobs.end();
      }
      if (sandboxSeason) await layCity(orm.em.fork(), sandboxSeason);
    } finally {
      await orm.close();
    }
  });
}

/** Reverts the newest migration. */
export async function migrateDown(databaseUrl: string): Promise<void> {
  await locked(databaseUrl, async () => {
    const orm = await openDatabase(databaseUrl, 'enrolment_owner');
    try {
      await orm.migrator.down();
    } finally {
      await orm.close();
    }
  });
}

/** What stands between the entities and the migrated database; an empty string when they agree. */
export async function schemaDifference(databaseUrl: string): Promise<string> {
  const orm = await openDatabase(databaseUrl, 'enrolment_owner');
  try {
    const statements = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split('\n');
    // Triggers and their functions are the migration's own, and the key of record and season: entities cannot describe them.
    return statements
      .filter(
        (statement) =>
          statement.trim() &&
          !/"(audit_\w*(append|hash)|\w*(name|likeness)_index_follows|\w*assigned_school_follows|\w*tell_of_reference|\w*season_of_record|\w*record_change_follows|\w*result_told_(inserted|updated)|\w*tall(y|ies)_(inserted|updated|deleted|counted|of|day|waits))\w*"/.test(
            statement,
          ),
      )
      .join('\n');
  } finally {
    await orm.close();
  }
}

/** `node dist/database/migrate.js up|down|check` */
async function main(): Promise<void> {
  const {
    MIGRATION_DATABASE_URL: databaseUrl,
    DATABASE_URL: servingUrl,
    SANDBOX: sandbox,
    SANDBOX_RECORDS: records,
  } = readSettingsOf('migrate', process.env);
  switch (process.argv[2]) {
    case 'up':
      await migrateUp(databaseUrl, {
        ...(sandbox ? { sandboxSeason: new Date() } : {}),
        // With one address only whoever serves also migrates: production does not start like this.
        ...(servingUrl !== databaseUrl ? { servingUrl } : {}),
      });
      // Only the sandbox gives its keys to the process that migrates.
      if (sandbox && process.env.DATA_KEYS) {
        await layRecords(
          databaseUrl,
          readSettings(['DATA_KEYS'], process.env).DATA_KEYS,
          records,
          new Date(),
        );
      }
      return;
    case 'down':
      return migrateDown(databaseUrl);
    case 'check': {
      const difference = await schemaDifference(databaseUrl);
      if (difference) throw new SettingError(`entities and migrations differ:\n${difference}`);
      console.log('entities and migrations agree');
      return;
    }
    default:
      throw new SettingError('usage: migrate.js up | down | check');
  }
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    // 22023: the role that it would act as does not exist yet.
    const unprepared = process.argv[2] !== 'up' && (error as { code?: string }).code === '22023';
    const message = error instanceof Error ? error.message : String(error);
    console.error(`database: ${unprepared ? 'it is not prepared yet: run npm run db:migrate' : message}`);
    process.exitCode = 1;
  });
}
