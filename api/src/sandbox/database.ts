import { presentSeason } from '@enrolment/rulebook/season.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Captcha } from '../captcha/captcha.entity.js';
import { openDatabase } from '../database/orm.js';
import { tables } from '../database/tables.js';
import { ClockOffset } from '../platform/clock.entity.js';
import { Season } from '../season/season.entity.js';

/** What the sandbox needs of the service's database: the clock to move, a robot check to solve, the season's children. */
export class SandboxDatabase {
  private constructor(private readonly orm: MikroORM) {}

  /** It connects when it is first asked, since the sandbox starts before the service. */
  static async open(databaseUrl: string): Promise<SandboxDatabase> {
    return new SandboxDatabase(await openDatabase(databaseUrl, 'enrolment_owner', { poolSize: 2 }));
  }

  async clockOffset(): Promise<number> {
    const clock = await this.orm.em.fork().findOne(ClockOffset, { id: 1 });
    return clock?.offsetSeconds ?? 0;
  }

  /** Moves the clock and tells every process in one statement; returns the new offset in seconds. */
  async advanceClock(seconds: number): Promise<number> {
    const { ahead } = await tables(this.orm.em.fork())
      .with('moved', (moved) =>
        moved
          .updateTable('clock')
          .set(({ eb }) => ({ offsetSeconds: eb('offsetSeconds', '+', seconds) }))
          .returning('offsetSeconds as ahead'),
      )
      .selectFrom('moved as m')
      .select(({ ref }) => ['m.ahead', sql`pg_notify('clock', ${ref('m.ahead')}::text)`.as('told')])
      .executeTakeFirstOrThrow();
    return Number(ahead);
  }

  async captchaChallenge(id: string): Promise<unknown> {
    const captcha = await this.orm.em.fork().findOne(Captcha, { id });
    return captcha?.challenge ?? null;
  }

  async season(): Promise<{ bornFrom: string; bornTo: string }> {
    return presentSeason(await this.orm.em.fork().find(Season, {}))!;
  }

  close(): Promise<void> {
    return this.orm.close();
  }
}
