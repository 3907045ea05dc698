import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** The superuser's address. */
  readonly url: string;
  /** The address of the login that serves. */
  readonly servingUrl: string;
  drop(): Promise<void>;
}

/** Only one copy is made at a time, because the template must not be in use. */
const COPY_LOCK = 7_391_002;

/** A migrated database of its own, with the reference data and the sandbox's season. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [COPY_LOCK]);
    await admin.query(`create database ${name} template tpl strategy file_copy`);
    // Grants on a database itself are not copied with it.
    await admin.query(`grant connect, create on database ${name} to enrolment_owner, enrolment_jobs`);
  });
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  const serving = new URL(url);
  serving.username = 'enrolment_service';
  serving.password = 'test';
  return {
    url: url.href,
    servingUrl: serving.href,
    drop: () => asAdmin(async (admin) => void (await admin.query(`drop database ${name} with (force)`))),
  };
}

/** Every row of every table as text, the job queue's and the audit's too: what a thief of the database would hold. */
export async function dumpDatabase(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      lines.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return lines.join('\n');
  });
}

function adminUrl(): string {
  const url = process.env.TEST_DATABASE_ADMIN_URL;
  if (!url) throw new Error('TEST_DATABASE_ADMIN_URL is not set: run the tests through npm test');
  return url;
}

const asAdmin = <Result>(work: (admin: pg.Client) => Promise<Result>) => withClient(adminUrl(), work);

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
