import { mayAnywhere } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { checkHolidays, normaliseHoliday } from '@enrolment/rulebook/holidays.js';
import type { Holiday as HolidayFacts } from '@enrolment/rulebook/working-days.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { Edition } from '../edition/edition.entity.js';
import { editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { editorAt } from '../edition/editors.js';
import { ApiError, forbidden } from '../platform/errors.js';
import { contentOfHolidays, Holiday, holidaysEdited, inTurn } from './holiday.entity.js';

/** The holidays of a year with their versions, the newest first. */
export interface HolidayCalendar {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly editions: readonly Edition[];
}

export interface HolidayChange {
  readonly year: number;
  /** The version that the change is made to. */
  readonly seen: number;
  /** Those that are new or changed, by their names; every other one stays. */
  readonly holidays: readonly HolidayFacts[];
  /** Names of those that go. */
  readonly removed: readonly string[];
}

/** 节假日: the city's administrators enter what the State Council announces for a year. */
export class HolidayService {
  async find(em: EntityManager, { viewer }: Actor, year: number): Promise<HolidayCalendar> {
    if (!mayAnywhere('EDIT_OWN_DATA', viewer.roles)) throw forbidden();
    checkYear(year);
    // Before the rows: at worst an old version goes with new ones, and a change of it is refused.
    const editions = await editionsOf(em, holidaysEdited(year));
    return { year, holidays: (await em.find(Holiday, { year })).sort(inTurn), editions };
  }

  async set(
    em: EntityManager,
    actor: Actor,
    { year, seen, holidays, removed }: HolidayChange,
  ): Promise<HolidayCalendar | Refused> {
    const office = editorAt(actor.viewer, null);
    if (!office) throw forbidden();
    checkYear(year);
    const edited = holidaysEdited(year);
    return editing(em, edited, async (tx) => {
      const editions = await editionsOf(tx, edited);
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const rows = await tx.find(Holiday, { year });
      const before = contentOfHolidays(rows);
      const given = holidays.map(normaliseHoliday);
      const staying = rows.filter(
        ({ name }) => !removed.includes(name) && !given.some((one) => one.name === name),
      );
      // What is given comes last, so that what does not fit is told where it was typed.
      const refusals = checkHolidays(year, [...staying, ...given]).map(({ at, refusal }) => ({
        ...refusal,
        field: `holidays.${at - staying.length}.${refusal.field ?? 'name'}`,
      }));
      if (refusals.length > 0) return new Refused(refusals);
      for (const row of rows)
        if (!staying.includes(row) && !given.some(({ name }) => name === row.name)) tx.remove(row);
      const laid = given.map((one) => {
        const row = rows.find(({ name }) => name === one.name);
        if (!row) return tx.create(Holiday, { ...one, year, worked: [...one.worked] });
        row.move(one);
        return row;
      });
      const all = [...staying, ...laid].sort(inTurn);
      const after = contentOfHolidays(all);
      if (JSON.stringify(before) === JSON.stringify(after)) return { year, holidays: all, editions };
      await tx.flush();
      const kept = { editions, before, after, role: office.role, season: null } as const;
      const edition = await keepEdition(tx, actor, edited, { ...kept, action: 'HOLIDAYS_SET' });
      return { year, holidays: all, editions: [edition, ...editions] };
    });
  }
}

function checkYear(year: number): void {
  if (year < 2000 || year > 2100)
    throw new ApiError('BAD_USER_INPUT', { message: 'year must be from 2000 to 2100.' });
}
