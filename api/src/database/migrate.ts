import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { SettingError } from '../config.js';
import { readSql } from './migrations.js';
import { asRole, openDatabase } from './orm.js';
import { loadReferenceData, openSandboxSeason } from './reference-data.js';

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
    await client.query(`do $$ begin
      if not pg_has_role(current_user, '${role}', 'member') then grant ${role} to current_user; end if;
    end $$`);
  }
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant connect, create on database ${rows[0]!.name} to enrolment_owner, enrolment_jobs`);
  await client.query('grant usage, create on schema public to enrolment_owner');
  await client.query('grant usage on schema public to enrolment_app, enrolment_jobs');
}

export interface MigrateOptions {
  /** Lay the present season around this instant: the sandbox and the tests. */
  readonly sandboxSeason?: Date;
}

export async function migrateUp(databaseUrl: string, { sandboxSeason }: MigrateOptions = {}): Promise<void> {
  await locked(databaseUrl, async (client) => {
    await prepareRoles(client);
    const orm = await openDatabase(databaseUrl, 'enrolment_owner');
    try {
      await orm.migrator.up();
      await runMigrations({ connectionString: asRole(databaseUrl, 'enrolment_jobs') });
      const jobs = new pg.Client({ connectionString: asRole(databaseUrl, 'enrolment_jobs') });
      await jobs.connect();
      try {
        await jobs.query(readSql('queue.sql'));
      } finally {
        await jobs.end();
      }
      await loadReferenceData(orm.em.fork());
      if (sandboxSeason) await openSandboxSeason(orm.em.fork(), sandboxSeason);
    } finally {
      await orm.close();
    }
  });
}

/** Takes the newest migration back. */
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
    // The audit chain's trigger and functions are the migration's own: entities cannot describe them.
    return statements
      .filter((statement) => statement.trim() && !/"audit_\w*(append|hash)\w*"/.test(statement))
      .join('\n');
  } finally {
    await orm.close();
  }
}

/** `node dist/database/migrate.js up|down|check` */
async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new SettingError('DATABASE_URL is not set');
  switch (process.argv[2]) {
    case 'up':
      return migrateUp(databaseUrl, process.env.SANDBOX === '1' ? { sandboxSeason: new Date() } : {});
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
