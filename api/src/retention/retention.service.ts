import type { SeasonEnds } from '@enrolment/rulebook/retention.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../platform/audit/audit.js';
import { noteAll } from '../record/chronicle.js';
import { RetentionPeriod } from './retention.entity.js';
import {
  countDue,
  erase,
  eraseMessages,
  eraseTokens,
  findSeasonEnds,
  holdDue,
  type Due,
} from './retention.statements.js';

/** The most that are erased at a time, so that no transaction holds much for long. */
const PORTION = 200;

export interface DueCount extends Due {
  /** Records, messages or tokens whose period has passed. */
  readonly count: number;
}

/** What is due of a period, and the days by which it is told when the first goes. */
export interface DueOfSeason extends DueCount {
  readonly ends: SeasonEnds;
}

/** 到期删除: what a season holds goes when the period that its set-up names has passed. */
export class RetentionService {
  /** Lists what is due now, by season and kind, and changes nothing. */
  async findDue(em: EntityManager, now: Date): Promise<DueCount[]> {
    const periods = await em.find(RetentionPeriod, {}, { orderBy: { season: 'asc', kind: 'asc' } });
    const found: DueCount[] = [];
    for (const { season, kind, days } of periods) {
      const due = { season, kind, days };
      found.push({ ...due, count: await countDue(em, due, now) });
    }
    return found;
  }

  /** The same with the days that the periods of each season begin with. */
  async findDueOfSeasons(em: EntityManager, now: Date): Promise<DueOfSeason[]> {
    const [due, ends] = await Promise.all([this.findDue(em, now), findSeasonEnds(em)]);
    return due.map((one) => ({
      ...one,
      ends: ends.get(one.season) ?? { detailsClose: null, archivedAt: null },
    }));
  }

  /** Erases what is due in portions, each with its proof in the audit, and returns the numbers. */
  async erase(em: EntityManager, now: Date): Promise<DueCount[]> {
    const done: DueCount[] = [];
    for (const { count: _, ...due } of (await this.findDue(em, now)).filter(({ count }) => count > 0)) {
      let count = 0;
      for (;;) {
        const portion = await this.erasePortion(em, due, now);
        count += portion;
        if (portion < PORTION) break;
      }
      done.push({ ...due, count });
    }
    return done;
  }

  private erasePortion(em: EntityManager, due: Due, now: Date): Promise<number> {
    return em.fork().transactional(async (tx) => {
      const count = await this.eraseDue(tx, due, now);
      if (count === 0) return 0;
      await audit(tx, {
        at: now,
        actor: 'SYSTEM',
        actorRole: 'SYSTEM',
        action: 'RETENTION_ERASED',
        recordNumber: null,
        district: null,
        season: due.season,
        detail: { kind: due.kind, days: due.days, count },
      });
      return count;
    });
  }

  private eraseDue(tx: EntityManager, due: Due, now: Date): Promise<number> {
    if (due.kind === 'MESSAGES') return eraseMessages(tx, due, now, PORTION);
    if (due.kind === 'API_TOKENS') return eraseTokens(tx, due, now, PORTION);
    return this.eraseRecords(tx, due, now);
  }

  private async eraseRecords(tx: EntityManager, due: Due, now: Date): Promise<number> {
    const records = await holdDue(tx, due, now, PORTION);
    if (records.length === 0) return 0;
    await noteAll(tx, records, { event: 'ERASED', at: now, actor: 'SYSTEM', to: 'WITHDRAWN' });
    await erase(tx, records, now);
    return records.length;
  }
}
