import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  HolidayCalendarDocument,
  RecordFileDocument,
  RejectRecordsDocument,
  SetHolidaysDocument,
  type HolidayInput,
} from '@enrolment/schema/client';
import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { appealDue } from '@enrolment/rulebook/review.js';
import { workingDays } from '@enrolment/rulebook/working-days.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let city: Person;
let admin: Person;
let officer: Person;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const LABOUR: HolidayInput = {
  name: '劳动节',
  nameEn: 'Labour Day',
  from: '2031-05-01',
  to: '2031-05-05',
  worked: ['2031-04-27'],
};
const set = (
  year: number,
  holidays: HolidayInput[],
  more: { removed?: string[]; revision?: number } = {},
  by = city,
) => by.request(SetHolidaysDocument, { year, holidays, removed: [], revision: 0, ...more });
const read = async (year: number, by = city) =>
  (await by.request(HolidayCalendarDocument, { year })).data.holidayCalendar;

describe('the holidays of a year', () => {
  test('are added, changed and removed in versions that say what was changed', async () => {
    expect(await read(2031)).toMatchObject({ revision: 0, holidays: [], editions: [] });
    expect((await set(2031, [LABOUR])).data.setHolidays).toMatchObject({ revision: 1, holidays: [LABOUR] });
    const later = { ...LABOUR, to: '2031-05-04', worked: [] };
    const newYear = {
      name: '元旦',
      nameEn: 'New Year’s Day',
      from: '2030-12-31',
      to: '2031-01-02',
      worked: [],
    };
    expect((await set(2031, [later, newYear], { revision: 1 })).data.setHolidays).toMatchObject({
      holidays: [newYear, later],
    });
    const gone = (await set(2031, [], { removed: ['元旦'], revision: 2 })).data.setHolidays;
    expect(gone).toMatchObject({ revision: 3, holidays: [later] });
    const { editions } = await read(2031, admin);
    expect(editions.map(({ changes }) => changes.length)).toEqual([1, 2, 1]);
    expect(editions[0]!.changes[0]).toMatchObject({ label: '元旦', after: null });
    expect(editions[1]!.changes.find(({ label }) => label === '劳动节')).toMatchObject({
      before: '2031 年 5 月 1 日至 2031 年 5 月 5 日放假，2031 年 4 月 27 日上班',
      after: '2031 年 5 月 1 日至 2031 年 5 月 4 日放假',
    });
    // The same again is no version.
    expect((await set(2031, [later], { revision: 3 })).data.setHolidays).toMatchObject({ revision: 3 });
    const [entry] = await api.sql(
      `select actor_role, district_code, subject from audit_entry where action = 'HOLIDAYS_SET' order by id desc limit 1`,
    );
    expect(entry).toEqual({ actor_role: 'MUNICIPAL_ADMIN', district_code: null, subject: '2031' });
  });

  test('are refused where they were typed, and nothing is changed', async () => {
    const wrong = [
      { ...LABOUR, from: '2032-05-01', to: '2032-04-30', worked: ['2032-05-03'] },
      { ...LABOUR, name: '', nameEn: 'Nothing', from: '2032-06-01', to: '2032-06-01', worked: [] },
    ];
    expect((await set(2032, wrong)).data.setHolidays).toMatchObject({
      refusals: [
        { rule: 'holidayDates', field: 'holidays.0.to' },
        { rule: 'holidayWorked', field: 'holidays.0.worked' },
        { rule: 'required', field: 'holidays.1.name' },
      ],
    });
    expect(await read(2032)).toMatchObject({ revision: 0, holidays: [] });
    for (const year of [1999, 2101, 2_000_000_000]) {
      const { errors } = await city.request(HolidayCalendarDocument, { year });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('changed meanwhile are told by whom; of fifty at once one wins', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, place) =>
        set(2033, [{ ...LABOUR, name: `节${place}`, from: '2033-05-01', to: '2033-05-02', worked: [] }]),
      ),
    );
    const results = all.map(({ data }) => data.setHolidays);
    expect(results.filter(({ __typename }) => __typename === 'HolidayCalendar')).toHaveLength(1);
    for (const result of results.filter(({ __typename }) => __typename === 'Refused'))
      expect(result).toMatchObject({ refusals: [{ rule: 'editedMeanwhile' }] });
    expect((await read(2033)).holidays).toHaveLength(1);
  });

  test('are read by administrators, set by the city’s, and nobody else’s', async () => {
    for (const person of [admin, officer, mother]) {
      const { errors } = await set(2034, [LABOUR], {}, person);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    for (const person of [officer, mother]) {
      const { errors } = await person.request(HolidayCalendarDocument, { year: 2034 });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await read(2034, admin)).toMatchObject({ holidays: [] });
  });
});

test('a second look can be asked for during ten working days of the calendar as it is when the verdict is shown', async () => {
  const dueOf = async () => {
    const { number } = await reviewable(api, mother);
    await officer.request(RejectRecordsDocument, { numbers: [number], reason: '就业材料不符' });
    const { data } = await officer.request(RecordFileDocument, { number });
    return { number, due: data.collectionRecord!.rejection!.appealDueAt };
  };
  const now = api.clock.now();
  const from = dayAfter(businessDay(now), 1);
  const year = Number(from.slice(0, 4));
  for (const one of [year - 1, year, year + 1]) {
    const { holidays, revision } = await read(one);
    await set(one, [], { removed: holidays.map(({ name }) => name), revision });
  }
  const before = await dueOf();
  expect(before.due).toBe(appealDue(now, workingDays([])).toISOString());

  const holiday = { ...LABOUR, name: '示例节', from, to: dayAfter(from, 6), worked: [] };
  const { revision } = await read(year);
  expect((await set(year, [holiday], { revision })).data.setHolidays.__typename).toBe('HolidayCalendar');
  const after = await dueOf();
  expect(after.due).toBe(appealDue(now, workingDays([holiday])).toISOString());
  expect(Date.parse(after.due) - Date.parse(before.due)).toBe(7 * 86_400_000);
  // What was told stays.
  const { data } = await mother.request(RecordFileDocument, { number: before.number });
  expect(data.collectionRecord!.rejection!.appealDueAt).toBe(before.due);
});
