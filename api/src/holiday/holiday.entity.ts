import type { Holiday as HolidayFacts } from '@enrolment/rulebook/working-days.js';
import { defineEntity, p } from '@mikro-orm/core';
import type { Content, Edited } from '../edition/edition.entity.js';

export const HolidaySchema = defineEntity({
  name: 'Holiday',
  tableName: 'holiday',
  properties: {
    /** Of the calendar that announces it; its first days can lie in the year before. */
    year: p.smallint().primary().autoincrement(false),
    name: p.string().length(20).primary(),
    nameEn: p.string().length(60),
    from: p.date().fieldName('from_day'),
    to: p.date().fieldName('to_day'),
    /** Days, as they are written. */
    worked: p.array(),
  },
  checks: [{ name: 'holiday_ends_after_it_begins', expression: 'to_day >= from_day' }],
});
/** 节假日 of a year, by which working days are counted. A year without any counts Monday to Friday. */
export class Holiday extends HolidaySchema.class {
  move({ nameEn, from, to, worked }: Omit<HolidayFacts, 'name'>): void {
    this.nameEn = nameEn;
    this.from = from;
    this.to = to;
    this.worked = [...worked];
  }
}
HolidaySchema.setClass(Holiday);

/** The holidays of a year, as what has editions. */
export const holidaysEdited = (year: number): Edited => ({
  kind: 'HOLIDAYS',
  subject: String(year),
  district: null,
});

export const contentOfHolidays = (holidays: readonly HolidayFacts[]): Content =>
  Object.fromEntries(
    [...holidays]
      .sort(inTurn)
      .map(({ name, nameEn, from, to, worked }) => [
        `${name}|${nameEn}`,
        [from, to, worked.join(' ')].join('/'),
      ]),
  );

export const inTurn = (one: HolidayFacts, other: HolidayFacts): number =>
  one.from.localeCompare(other.from) || one.name.localeCompare(other.name);
