import type { Question } from '@enrolment/rulebook/details/values.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { presentSeason } from '@enrolment/rulebook/season.js';

import type { PhaseKind, ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import {
  workingDays,
  type Holiday as HolidayFacts,
  type IsWorkingDay,
} from '@enrolment/rulebook/working-days.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { narrowestNeeds } from '../details/details.needs.js';
import { DetailRequirement } from '../details/details.entity.js';
import { District, DistrictQuestion, Phase } from '../district/district.entity.js';
import { Holiday } from '../holiday/holiday.entity.js';
import { NoticeText } from '../notice/notice.entity.js';
import { ReviewRequirement } from '../review/review.entity.js';
import { copyRows, FORM } from '../season/carry-over.js';
import { School } from '../school/school.entity.js';
import { Season } from '../season/season.entity.js';
import { Subdistrict } from '../subdistrict/subdistrict.entity.js';
import { Arrivals } from './arrivals.js';
import { Lot } from './chance.js';
import type { Asked } from './home.js';

/** Where a district lists no subdistrict. */
const ELSEWHERE = new Lot([['示例街道', 1]]);
const NO_CITY = 'no season is open: lay the city first (docs/setup.md)';
const WEEK = 7 * 86_400_000;
/** A year in whole weeks, so that weekends stay weekends. */
const YEAR = 52 * WEEK;

export type SeasonCalendar = Readonly<Partial<Record<PhaseKind, { opensAt: Date; closesAt: Date }>>>;

type SeasonFacts = Pick<Season, 'year' | 'bornFrom' | 'bornTo'>;

/** What the set-up says of the city, so that it can be handed to a thread. */
export interface Reference {
  readonly present: SeasonFacts;
  readonly last: SeasonFacts;
  readonly schools: readonly Pick<School, 'code' | 'district'>[];
  readonly phases: readonly Pick<
    Phase,
    'season' | 'district' | 'service' | 'kind' | 'opensAt' | 'closesAt'
  >[];
  readonly items: readonly (ItemLaid & Pick<ReviewRequirement, 'service' | 'district'>)[];
  readonly needs: readonly Pick<DetailRequirement, 'service' | 'district' | 'ground' | 'block' | 'need'>[];
  readonly questions: readonly (Question & Pick<DistrictQuestion, 'district' | 'service'>)[];
  readonly notices: readonly Pick<NoticeText, 'kind' | 'version'>[];
  readonly holidays: readonly Pick<HolidayFacts, 'from' | 'to' | 'worked'>[];
  readonly subdistricts: readonly Pick<Subdistrict, 'district' | 'name'>[];
}

/** A review item as it is laid out for each record. */
export type ItemLaid = Pick<ReviewRequirement, 'kind' | 'label' | 'labelEn' | 'position'>;

export async function readReference(em: EntityManager): Promise<Reference> {
  const all = await em.find(Season, {});
  const present = presentSeason(all);
  const last = all.find(({ year }) => year === (present?.year ?? 0) - 1);
  if (!present || !last) throw new SettingError(NO_CITY);
  // Both seasons ask and review the same.
  const of = { season: present.year };
  const requirements = await em.find(ReviewRequirement, of, { orderBy: { position: 'asc', id: 'asc' } });
  const questions = await em.find(
    DistrictQuestion,
    { ...of, retiredAt: null },
    { orderBy: { position: 'asc', key: 'asc' } },
  );
  const notices = await em.find(NoticeText, {}, { orderBy: { publishedAt: 'desc', version: 'desc' } });
  return {
    present: pick(present, ['year', 'bornFrom', 'bornTo']),
    last: pick(last, ['year', 'bornFrom', 'bornTo']),
    schools: (await em.find(School, {}, { orderBy: { code: 'asc' } })).map((school) =>
      pick(school, ['code', 'district']),
    ),
    phases: (await em.find(Phase, { season: { $in: [present.year, last.year] } })).map((phase) =>
      pick(phase, ['season', 'district', 'service', 'kind', 'opensAt', 'closesAt']),
    ),
    items: requirements.map((item) =>
      pick(item, ['service', 'district', 'kind', 'label', 'labelEn', 'position']),
    ),
    needs: (await em.find(DetailRequirement, of)).map((need) =>
      pick(need, ['service', 'district', 'ground', 'block', 'need']),
    ),
    questions: questions.map((question) => ({
      ...pick(question, ['district', 'service', 'key', 'kind', 'required']),
      choices: question.choices ?? null,
    })),
    notices: notices.map((notice) => pick(notice, ['kind', 'version'])),
    holidays: (await em.find(Holiday, {})).map((holiday) => pick(holiday, ['from', 'to', 'worked'])),
    subdistricts: (
      await em.find(Subdistrict, { closedFrom: null }, { orderBy: { district: 'asc', position: 'asc' } })
    ).map((one) => pick(one, ['district', 'name'])),
  };
}

function pick<Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]): Pick<Row, Name> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;
}

/** What the set-up says of the city, in the way that the lives of its records ask for it. */
export class City {
  private readonly calendars = new Map<string, Record<string, { opensAt: Date; closesAt: Date }>>();
  private readonly arrivals = new Map<string, Arrivals>();
  private readonly asked = new Map<string, Asked>();
  private readonly items = new Map<string, readonly ItemLaid[]>();
  private readonly schoolsOf: Map<string, Reference['schools']>;
  readonly isWorkingDay: IsWorkingDay;
  private readonly homes: ReadonlyMap<string, Lot<string>>;

  constructor(
    private readonly reference: Reference,
    /** How far the present season has come. */
    readonly until: Date,
  ) {
    for (const { season, district, service, kind, opensAt, closesAt } of reference.phases) {
      const key = `${season}/${district}/${service}`;
      this.calendars.set(key, { ...this.calendars.get(key), [kind]: { opensAt, closesAt } });
    }
    this.isWorkingDay = workingDays(reference.holidays);
    this.schoolsOf = Map.groupBy(reference.schools, ({ district }) => district);
    const listed = Map.groupBy(reference.subdistricts, ({ district }) => district);
    this.homes = new Map(
      // The first ones of a list have the most children.
      [...listed].map(([district, own]) => [
        district,
        new Lot(own.map(({ name }, place) => [name, 1 / (place + 2)] as const)),
      ]),
    );
  }

  /** The subdistricts of homes in a district, each with its share of the children. */
  homesIn(district: string): Lot<string> {
    return this.homes.get(district) ?? ELSEWHERE;
  }

  season(last: boolean): SeasonFacts {
    return last ? this.reference.last : this.reference.present;
  }

  /** Nothing of the last season is still to come. */
  untilOf(season: number): Date {
    return season === this.reference.last.year ? new Date(8.64e15) : this.until;
  }

  calendar(season: number, district: string, service: ServiceKind): SeasonCalendar {
    return this.calendars.get(`${season}/${district}/${service}`) ?? {};
  }

  /** null if the district has no window for the registration. */
  arrivalsAt(season: number, district: string, service: ServiceKind): Arrivals | null {
    const key = `${season}/${district}/${service}`;
    const window = this.calendar(season, district, service).REGISTRATION;
    if (window && !this.arrivals.has(key)) {
      this.arrivals.set(key, new Arrivals(window, this.untilOf(season)));
    }
    return this.arrivals.get(key) ?? null;
  }

  schools(district: string): Reference['schools'] {
    return this.schoolsOf.get(district) ?? [];
  }

  /** The items of a review: a district with rows of its own has those instead of the common ones. */
  itemsOf(district: string, service: ServiceKind): readonly ItemLaid[] {
    const key = `${district}/${service}`;
    let items = this.items.get(key);
    if (!items) {
      const ofService = this.reference.items.filter((one) => one.service === service);
      const own = ofService.some((one) => one.district === district) ? district : null;
      items = ofService.filter((one) => (one.district ?? null) === own && one.kind !== 'IDENTITY_AND_HUKOU');
      this.items.set(key, items);
    }
    return items;
  }

  /** What the details form asks. */
  askedOf(district: string, service: ServiceKind, ground: TreatedAsLocalGround | null): Asked {
    const key = `${district}/${service}/${ground}`;
    let asked = this.asked.get(key);
    if (!asked) {
      const rows = this.reference.needs.filter(
        (row) => row.service === service && (row.district == null || row.district === district),
      );
      const questions = this.reference.questions.filter(
        (question) => question.district === district && question.service === service,
      );
      asked = { needs: narrowestNeeds(rows, ground), questions };
      this.asked.set(key, asked);
    }
    return asked;
  }

  noticeOf(kind: ServiceKind | 'PRIVACY'): string {
    return this.reference.notices.find((notice) => notice.kind === kind)?.version ?? '1';
  }
}

/** The season before the present one, which is over by now. Its calendar is the present one's, a year earlier. */
export async function layLastSeason(em: EntityManager): Promise<void> {
  await em.transactional(async (tx) => {
    const present = presentSeason(await tx.find(Season, {}));
    if (!present) throw new SettingError(NO_CITY);
    const year = present.year - 1;
    if ((await tx.count(Season, { year })) > 0) return;
    const before = (date: string) => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
    tx.create(Season, {
      year,
      bornFrom: before(present.bornFrom),
      bornTo: before(present.bornTo),
      state: 'CLOSED',
    });
    await tx.flush();
    await copyRows(tx, FORM, present.year, year);
    for (const { district, service, kind, opensAt, closesAt } of await tx.find(Phase, {
      season: present.year,
    })) {
      tx.create(Phase, {
        season: year,
        district,
        service,
        kind,
        opensAt: new Date(opensAt.getTime() - YEAR),
        closesAt: new Date(closesAt.getTime() - YEAR),
      });
    }
  });
}

/** How many children of a season a school has room for. */
const CHILDREN_A_SCHOOL = 160;
const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Adds made-up schools until each district has enough for its share (per thousand) of the children. */
export async function buildSchools(
  em: EntityManager,
  records: number,
  shares: ReadonlyMap<string, number>,
): Promise<void> {
  const known = Map.groupBy(await em.find(School, {}), ({ district }) => district);
  for (const district of await em.find(District, {})) {
    const children = ((shares.get(district.code) ?? 0) * records) / 2_000;
    const wanted = Math.min(OFFICE_RULES.schoolsTooMany.limit, Math.ceil(children / CHILDREN_A_SCHOOL));
    for (let place = (known.get(district.code)?.length ?? 0) + 1; place <= wanted; place += 1) {
      const code = `${district.code}${String(place).padStart(place > 99 ? 3 : 2, '0')}`;
      if (known.get(district.code)?.some((school) => school.code === code)) continue;
      em.create(School, {
        code,
        district: district.code,
        name: `${district.name}第${inChinese(place)}示例小学`,
        nameEn: `${district.nameEn} Sample Primary School No. ${place}`,
        address: null,
        phone: null,
      });
    }
  }
  await em.flush();
}

/** 一 to 九百九十九. */
function inChinese(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const digit = (value: number) => NUMBERS[value - 1] ?? '';
  const ten =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return `${hundreds > 0 ? `${digit(hundreds)}百` : ''}${ten}${digit(ones)}`;
}
