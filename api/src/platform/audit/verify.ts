import pg from 'pg';
import { asRole } from '../../database/orm.js';

/** Chains that do not hold: an entry changed, taken out or put in between, or a tail cut off. */
const BROKEN = `
  with linked as (
    select e.*, lag(e.hash) over w as before, row_number() over w as place
    from audit_entry e window w as (partition by e.chain order by e.position)
  ), broken as (
    select chain, position from linked
    where position <> place
       or previous_hash <> coalesce(before, sha256(convert_to('audit chain ' || chain, 'UTF8')))
       or hash <> audit_hash(previous_hash, chain, position, at, actor, actor_role, action, record_number, detail)
  ), tails as (
    select c.chain, c.length as position from audit_chain c
    left join lateral (select position, hash from audit_entry e where e.chain = c.chain order by position desc limit 1) last on true
    where c.length <> coalesce(last.position, 0) or (last.hash is not null and c.head <> last.hash)
  )
  select chain, min(position)::text as position from (select * from broken union all select * from tails) found group by chain order by chain`;

/** Walks the whole audit trail; the places where it does not hold, none when it does. */
export async function verifyAudit(
  databaseUrl: string,
): Promise<{ entries: number; broken: { chain: number; position: string }[] }> {
  const client = new pg.Client({ connectionString: asRole(databaseUrl, 'enrolment_app') });
  await client.connect();
  try {
    const { rows } = await client.query<{ entries: number }>(
      'select count(*)::int as entries from audit_entry',
    );
    const broken = await client.query<{ chain: number; position: string }>(BROKEN);
    return { entries: rows[0]!.entries, broken: broken.rows };
  } finally {
    await client.end();
  }
}

/** `npm run audit:verify` */
async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  const { entries, broken } = await verifyAudit(databaseUrl);
  for (const { chain, position } of broken)
    console.error(`audit: chain ${chain} does not hold at entry ${position}`);
  if (broken.length > 0) process.exitCode = 1;
  else console.log(`audit: ${entries} entries, every chain holds`);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    console.error(`audit: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
