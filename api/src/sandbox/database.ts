import pg from 'pg';
import { asRole } from '../database/orm.js';

/** What the sandbox needs of the service's database: the clock to move, a robot check to solve, the season's children. */
export class SandboxDatabase {
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.pool = new pg.Pool({
      connectionString: asRole(databaseUrl, 'enrolment_owner'),
      max: 2,
      connectionTimeoutMillis: 2_000,
    });
    this.pool.on('error', () => {});
  }

  async clockOffset(): Promise<number> {
    const { rows } = await this.pool.query<{ offset_seconds: string }>('select offset_seconds from clock');
    return Number(rows[0]?.offset_seconds ?? 0);
  }

  /** Moves the clock and tells every process in one statement; the new offset in seconds. */
  async advanceClock(seconds: number): Promise<number> {
    const { rows } = await this.pool.query<{ offset_seconds: string }>(
      `with moved as (update clock set offset_seconds = offset_seconds + $1 returning offset_seconds)
       select offset_seconds, pg_notify('clock', offset_seconds::text) from moved`,
      [seconds],
    );
    return Number(rows[0]!.offset_seconds);
  }

  async captchaChallenge(id: string): Promise<unknown> {
    const { rows } = await this.pool.query<{ challenge: unknown }>(
      'select challenge from captcha where id = $1',
      [id],
    );
    return rows[0]?.challenge ?? null;
  }

  async season(): Promise<{ bornFrom: string; bornTo: string }> {
    const { rows } = await this.pool.query<{ bornFrom: string; bornTo: string }>(
      'select born_from::text as "bornFrom", born_to::text as "bornTo" from season order by year desc limit 1',
    );
    return rows[0]!;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
