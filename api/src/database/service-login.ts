import { SettingError } from '@enrolment/settings/setting-error.js';
import pg from 'pg';

const SERVING_ROLES = ['enrolment_app', 'enrolment_jobs'];

/** Whether this login could become the owner of the tables, who may change and delete the audit trail. */
const MIGHT_OWN = `
  select rolsuper or rolcreaterole or pg_has_role(oid, 'enrolment_owner', 'member') as "mightOwn"
  from pg_roles where rolname = $1`;

/**
 * Lets the login of the serving address in: it may serve and run the queue, and nothing else. It is made when it does not
 * exist; the password of one that exists is its DBA's.
 */
export async function admitServiceLogin(admin: pg.Client, servingUrl: string): Promise<void> {
  const { username, password } = new URL(servingUrl);
  const name = decodeURIComponent(username);
  const login = pg.escapeIdentifier(name);
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) {
    const secret = pg.escapeLiteral(decodeURIComponent(password));
    await admin.query(`create role ${login} login password ${secret}`);
  }
  for (const role of SERVING_ROLES) {
    const { rows } = await admin.query<{ member: boolean }>(
      `select pg_has_role($1, $2, 'member') as member`,
      [name, role],
    );
    if (!rows[0]!.member) await admin.query(`grant ${role} to ${login}`);
  }
  const { rows } = await admin.query<{ mightOwn: boolean }>(MIGHT_OWN, [name]);
  if (rows[0]!.mightOwn) throw new SettingError(explain(name));
}

/** Refuses to serve with a login that could change the audit trail. */
export async function checkServiceLogin(servingUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: servingUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select session_user as name');
    const { name } = rows[0]!;
    const found = await client.query<{ mightOwn: boolean }>(MIGHT_OWN, [name]);
    if (found.rows[0]!.mightOwn) throw new SettingError(explain(name));
  } finally {
    await client.end();
  }
}

const explain = (name: string) =>
  `DATABASE_URL: its login ${name} could change the audit trail: serve with one that is no superuser, makes no roles and is no member of enrolment_owner, and set MIGRATION_DATABASE_URL to this one`;
